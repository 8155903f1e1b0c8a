import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import { openClientStore } from '../../electron/core/store/client/client-store.ts';
import { sourceOf } from '../../electron/core/store/client/message-sources.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { dovecotIsAbsent, dovecotPath, mailOwner, startDovecot, type Dovecot } from '../support/dovecot.ts';
import type { KilledSyncTask } from '../support/killed-sync.ts';
import { mailText } from '../support/mail-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const messages = 900;
const kills = 10;
const program = join(import.meta.dirname, '../support/killed-sync.ts');

/** Fills a Maildir before its owner logs in: INBOX and Sent, threads of three, some without a Message-ID. */
function fill(server: Dovecot, user: string): Map<string, string> {
  const expected = new Map<string, string>();
  for (let n = 0; n < messages; n += 1) {
    const folder = n % 5 === 0 ? '.Sent' : '';
    const directory = join(server.maildir(user), folder, 'cur');
    mkdirSync(directory, { recursive: true });
    const headers = n % 3 === 0 ? [] : [`In-Reply-To: <m${n - (n % 3)}@customer.example>`];
    let text = mailText({
      id: `m${n}`,
      subject: `Case ${n - (n % 3)}`,
      text: `Text ${n}. `.repeat(40),
      headers,
    });
    if (n % 50 === 49) text = text.replace(/^Message-ID: .*\r\n/, '');
    writeFileSync(join(directory, `${1_700_000_000 + n}.M${n}.test:2,S`), text);
    expected.set(createHash('sha256').update(text).digest('hex'), folder === '' ? 'inbound' : 'outbound');
  }
  own(join(server.folder, 'home'));
  return expected;
}

function own(path: string): void {
  const { uid, gid } = mailOwner();
  chownSync(path, uid, gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    chownSync(join(path, entry), uid, gid);
}

/** When to kill: so many milliseconds after the process has printed the word. */
interface Kill {
  readonly after: 'begun' | 'batch';
  readonly milliseconds: number;
}

/** Half of them anywhere between connecting and the end, half of them while a batch is being stored. */
const aKill = (n: number): Kill =>
  n % 2 === 0
    ? { after: 'begun', milliseconds: Math.random() * 700 }
    : { after: 'batch', milliseconds: Math.random() * 60 };

/** Runs the sync in a process of its own, and kills it unless it was done before. */
function runSync(task: KilledSyncTask, kill: Kill | null): Promise<'done' | 'killed'> {
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (!kill || !printed.includes(kill.after)) return;
      timer ??= setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (printed.includes('done')) resolve('done');
      else if (signal === 'SIGKILL') resolve('killed');
      else reject(new Error(`the sync ended with ${code ?? signal}`));
    });
  });
}

describe.skipIf(dovecotPath === null)(`a sync that is killed (${dovecotPath ?? dovecotIsAbsent})`, () => {
  it(`holds what the server holds after ${kills} kills, once each`, { timeout: 240_000 }, async () => {
    const server = await startDovecot();
    const expected = fill(server, 'help');
    const task: KilledSyncTask = {
      folder: temporaryFolder(),
      key: randomBytes(32).toString('hex'),
      clientId: newId<ClientId>(Date.now()),
      account: server.account('help'),
    };
    const outcomes: string[] = [];
    for (let n = 0; n < kills; n += 1) outcomes.push(await runSync(task, aKill(n)));
    console.info(`killed: ${outcomes.filter((one) => one === 'killed').length} of ${kills}`);
    expect(outcomes).toContain('killed');
    expect(await runSync(task, null)).toBe('done');

    const { folder, clientId, key } = task;
    const store = openClientStore({ folder, clientId, key: Buffer.from(key, 'hex') });
    try {
      const kept = store.all(
        store.sql
          .selectFrom('messages')
          .innerJoin('message_sources', 'message_sources.message_seq', 'messages.seq')
          .select(['messages.seq', 'message_sources.sha256', 'messages.kind']),
      );
      expect(kept.length).toBe(expected.size);
      expect(new Map(kept.map((row) => [row.sha256, row.kind]))).toEqual(expected);
      for (const { seq, sha256 } of kept)
        expect(createHash('sha256').update(sourceOf(store, seq)!).digest('hex')).toBe(sha256);
      const copies = store.all(store.sql.selectFrom('server_copies').select('removed'));
      expect(copies.length).toBe(messages);
      expect(copies.filter((copy) => copy.removed === 1)).toEqual([]);
      const conversations = store.all(store.sql.selectFrom('conversations').select('id'));
      expect(conversations.length).toBeLessThanOrEqual(messages / 3 + messages / 50);
    } finally {
      store.close();
    }
  });
});
