// A process of its own: the core behind the loopback server, from the source, that lets mail arrive when it is told to.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../../electron/core/core.ts';
import type { ClientStore } from '../../../electron/core/store/client/client-store.ts';
import { applicationRoot } from '../../../electron/hosts/application-root.ts';
import { readAssets } from '../../../electron/hosts/assets.ts';
import { startLoopbackServer } from '../../../electron/hosts/loopback/server.ts';
import { deskOf, openBenchCore } from './bench-core.ts';
import { madeMessage, planConversation } from './made-mail.ts';

/** What is counted, and how. */
const tallies = {
  messages: 'SELECT count(*) AS count FROM messages',
  replies: 'SELECT count(*) AS count FROM outbox',
  resolved:
    "SELECT count(*) AS count FROM events WHERE type = 'status-changed' AND data ->> 'to' = 'resolved'",
} as const;
export type Tallied = keyof typeof tallies;

export type HostErrand =
  | { readonly kind: 'arrive'; readonly client: number; readonly mails: number }
  | { readonly kind: 'tally'; readonly of: Tallied };
export interface HostAnswer {
  readonly count: number;
}

const minute = 60_000;

/** Each begins a conversation and was written in the last ten minutes; no two runs make the same. */
async function arrive(core: Core, { client, mails }: { client: number; mails: number }): Promise<number> {
  const clients = core.services.clients.list();
  const chosen = clients[client % clients.length];
  if (!chosen) throw new Error('there is no client');
  const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-arriving-'));
  try {
    const path = join(folder, 'new.mbox');
    writeFileSync(path, mbox(deskOf(chosen), mails));
    const store = core.services.stores.of(chosen.id);
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    return (await core.services.importer.run(store, { kind: 'mbox', path }, options)).added;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mbox(desk: ReturnType<typeof deskOf>, mails: number): string {
  const end = Date.now();
  const span = { start: end - 10 * minute, end, customers: 1_000_000, messages: 1 };
  const letters = Array.from({ length: mails }, (_, n) => {
    const { source } = madeMessage(planConversation(end * 10 + n, span), 0, desk);
    const text = Buffer.from(source ?? []).toString();
    const lines = text.replaceAll('\r\n', '\n').replaceAll(/^From /gm, '>From ');
    return `From made@mail.example Thu Jan  1 00:00:00 2026\n${lines}\n\n`;
  });
  return letters.join('');
}

const countIn = (store: ClientStore, of: Tallied): number =>
  (store.prepare(tallies[of]).get() as { count: number }).count;

async function answer(core: Core, errand: HostErrand): Promise<HostAnswer> {
  if (errand.kind === 'arrive') return { count: await arrive(core, errand) };
  const counts = core.services.stores.all().map((store) => countIn(store, errand.of));
  return { count: counts.reduce((sum, count) => sum + count, 0) };
}

const [folder = ''] = process.argv.slice(2);
const core = await openBenchCore(folder);
const token = randomBytes(32).toString('base64url');
const assets = readAssets(join(applicationRoot, 'out', 'renderer'));
const server = await startLoopbackServer({ core, assets, token, port: 0 });
core.start();
process.stdout.write(`http://127.0.0.1:${server.port}/#token=${token}\n`);
process.on('message', (errand: HostErrand) => {
  answer(core, errand).then(
    (said) => process.send?.(said),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
for (const signal of ['SIGTERM', 'disconnect'] as const)
  process.once(signal, () => {
    void server
      .close()
      .then(() => core.close())
      .finally(() => process.exit(0));
  });
