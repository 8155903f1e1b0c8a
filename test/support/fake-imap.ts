import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Account } from '../../electron/core/connectors/contract.ts';

/** A message as the fake keeps it. */
export interface FakeMessage {
  readonly uid: number;
  readonly text: string;
}

/** One connection, seen from the server: what a script answers with. */
export interface FakeSession {
  readonly socket: Socket;
  /** What is selected: INBOX, or a mailbox that is empty. */
  selected: 'inbox' | 'other';
  /** Writes a line with its end. */
  say(line: string): void;
  /** Ends a command well. */
  ok(tag: string, text?: string): void;
}

export interface FakeCommand {
  readonly tag: string;
  /** Upper case, with `UID ` in front where it was so. */
  readonly name: string;
  readonly rest: string;
}

export interface FakeImapScript {
  /** Said at once; null says nothing. The usual greeting where absent. */
  readonly greeting?: string | null;
  readonly capabilities?: string;
  /** Lines of LIST; INBOX and Sent where absent. */
  readonly mailboxes?: readonly string[];
  /** Answers a command in its own way and says so; otherwise the fake answers as a server should. */
  readonly answer?: (command: FakeCommand, session: FakeSession) => boolean;
}

/** A mailbox of an IMAP server that does as it is told: RFC 9051 as far as Liaison speaks it, and whatever a script adds. */
export interface FakeImap {
  readonly port: number;
  readonly account: Account;
  /** The INBOX; a test changes it between two commands as it likes. */
  inbox: FakeMessage[];
  uidValidity: number;
  modseq: number | null;
  script: FakeImapScript;
  /** When connections came, epoch milliseconds. */
  readonly connections: number[];
  /** Names of the commands that came, oldest first. */
  readonly commands: string[];
  readonly sessions: Set<FakeSession>;
  add(text: string, uid?: number): void;
  /** Tells idling clients how many messages there are. */
  tellExists(): void;
}

export async function startFakeImap(script: FakeImapScript = {}): Promise<FakeImap> {
  const sessions = new Set<FakeSession>();
  const connections: number[] = [];
  const commands: string[] = [];
  const server: Server = createServer((socket) => converse(socket));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  onTestFinished(() => {
    for (const session of sessions) session.socket.destroy();
    server.close();
  });

  const fake: FakeImap = {
    port,
    inbox: [],
    uidValidity: 1,
    modseq: null,
    script,
    connections,
    commands,
    sessions,
    account: accountAt(port),
    add(text, uid = (fake.inbox.at(-1)?.uid ?? 0) + 1) {
      fake.inbox.push({ uid, text });
    },
    tellExists() {
      for (const session of sessions) session.say(`* ${fake.inbox.length} EXISTS`);
    },
  };

  function converse(socket: Socket): void {
    connections.push(Date.now());
    const session: FakeSession = {
      socket,
      selected: 'other',
      say: (line) => void (socket.writable && socket.write(`${line}\r\n`)),
      ok: (tag, text = 'done') => session.say(`${tag} OK ${text}`),
    };
    sessions.add(session);
    socket.on('error', () => undefined);
    socket.on('close', () => sessions.delete(session));
    const { greeting = '* OK ready' } = fake.script;
    if (greeting !== null) socket.write(`${greeting}\r\n`);
    let rest = '';
    let idleTag: string | null = null;
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (idleTag !== null && /^DONE$/i.test(line)) {
          session.ok(idleTag);
          idleTag = null;
          continue;
        }
        const command = commandIn(line);
        if (!command) continue;
        commands.push(command.name);
        if (fake.script.answer?.(command, session)) continue;
        if (command.name === 'IDLE') {
          idleTag = command.tag;
          session.say('+ idling');
        } else answerUsually(fake, command, session);
      }
    });
  }
  return fake;
}

function commandIn(line: string): FakeCommand | null {
  const match = /^(\S+) (UID \S+|\S+) ?(.*)$/i.exec(line);
  return match ? { tag: match[1] ?? '', name: (match[2] ?? '').toUpperCase(), rest: match[3] ?? '' } : null;
}

function answerUsually(fake: FakeImap, { tag, name, rest }: FakeCommand, session: FakeSession): void {
  const { say, ok } = session;
  if (name === 'CAPABILITY') say(`* CAPABILITY ${fake.script.capabilities ?? 'IMAP4rev1 IDLE'}`);
  if (name === 'LIST' && rest === '"" ""') say('* LIST (\\Noselect) "/" ""');
  else if (name === 'LIST') {
    const mailboxes = fake.script.mailboxes ?? ['* LIST () "/" INBOX', '* LIST (\\Sent) "/" Sent'];
    for (const line of mailboxes) say(line);
  }
  if (name === 'SELECT' || name === 'EXAMINE') {
    session.selected = /^"?inbox/i.test(rest) ? 'inbox' : 'other';
    const held = session.selected === 'inbox' ? fake.inbox : [];
    say(`* FLAGS (\\Seen \\Answered)`);
    say(`* ${held.length} EXISTS`);
    say(`* OK [UIDVALIDITY ${fake.uidValidity}] valid`);
    say(`* OK [UIDNEXT ${Math.max(0, ...held.map((one) => one.uid)) + 1}] next`);
    if (fake.modseq !== null) say(`* OK [HIGHESTMODSEQ ${fake.modseq}] highest`);
    return ok(tag, '[READ-ONLY] selected');
  }
  if (session.selected === 'inbox' && name === 'UID SEARCH') {
    const larger = Number(/LARGER (\d+)/i.exec(rest)?.[1] ?? -1);
    const found = chosen(fake, /UID ([\d:*,]+)/i.exec(rest)?.[1] ?? '1:*').filter(
      ({ text }) => Buffer.byteLength(text, 'latin1') > larger,
    );
    say(`* SEARCH ${found.map((one) => one.uid).join(' ')}`);
  }
  if (session.selected === 'inbox' && name === 'UID FETCH') {
    for (const one of chosen(fake, rest.split(' ')[0] ?? '')) say(fetched(fake, { one, rest }));
  }
  if (name === 'LOGOUT') {
    say('* BYE bye');
    ok(tag);
    session.socket.end();
    return;
  }
  ok(tag);
}

/** A FETCH answer with what was asked for. */
export function fetched(fake: FakeImap, { one, rest }: { one: FakeMessage; rest: string }): string {
  const sequence = fake.inbox.indexOf(one) + 1;
  const size = Buffer.byteLength(one.text, 'latin1');
  const parts = [`UID ${one.uid}`];
  if (rest.includes('RFC822.SIZE')) parts.push(`RFC822.SIZE ${size}`);
  if (rest.includes('INTERNALDATE')) parts.push('INTERNALDATE "04-Mar-2026 09:00:00 +0000"');
  if (rest.includes('BODY.PEEK[]')) parts.push(`BODY[] {${size}}\r\n${one.text}`);
  return `* ${sequence} FETCH (${parts.join(' ')})`;
}

/** The messages of a sequence-set of UIDs. */
export function chosen(fake: FakeImap, set: string): FakeMessage[] {
  const last = fake.inbox.at(-1)?.uid ?? 0;
  const ranges = set.split(',').map((range) => {
    const [from, to = from] = range.split(':').map((end) => (end === '*' ? last : Number(end)));
    return [Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0)] as const;
  });
  return fake.inbox.filter(({ uid }) => ranges.some(([from, to]) => uid >= from && uid <= to));
}

const accountAt = (port: number): Account => ({
  secret: 'secret',
  identities: [{ name: 'Northwind', address: 'help@northwind.example' }],
  settings: {
    kind: 'mail',
    mail: {
      user: 'help',
      authentication: 'password',
      imap: { host: '127.0.0.1', port, tls: 'none' },
      // It speaks IMAP alone: nobody listens there.
      smtp: { host: '127.0.0.1', port: 1, tls: 'none' },
      trustedCertificate: null,
    },
  },
});
