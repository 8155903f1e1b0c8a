import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import type { ChannelState } from '../../electron/shared/channels.ts';
import type { ErrorCode } from '../../electron/shared/errors.ts';
import type { ChannelId, ClientId } from '../../electron/shared/ids.ts';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import { chosen, fetched, startFakeImap, type FakeImap, type FakeImapScript } from '../support/fake-imap.ts';
import { openMailDesk, type MailDesk } from '../support/mail-desk.ts';
import { mailText } from '../support/mail-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';

interface Bench {
  readonly fake: FakeImap;
  readonly desk: MailDesk;
  readonly channelId: ChannelId;
  /** What the lane was told to wait, in milliseconds; the waiting itself is skipped. */
  readonly waits: number[];
  readonly states: ChannelState[];
  state(): ChannelState;
  /** Message-IDs in the store with the copies that are still on the server. */
  kept(): { id: string; copies: number; removed: number }[];
}

/** A core with one mailbox on a fake server. After `patience` waits it waits for good, so that a test can look. */
async function startBench(
  script: FakeImapScript,
  options: { messages?: number; patience?: number } = {},
): Promise<Bench> {
  const { messages = 0, patience = 4 } = options;
  const fake = await startFakeImap(script);
  for (let n = 1; n <= messages; n += 1) fake.add(mailText({ id: `m${n}`, text: `Number ${n}` }));
  const waits: number[] = [];
  const desk = openMailDesk({
    folder: temporaryFolder(),
    key: randomBytes(32),
    clientId: newId<ClientId>(Date.now()),
    random: () => 0,
    sleep: (milliseconds, signal) => {
      waits.push(milliseconds);
      if (waits.length < patience) return Promise.resolve();
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
  });
  onTestFinished(() => desk.close());
  const channelId = desk.addMailbox(fake.account);
  const states: ChannelState[] = [];
  const state = () => desk.sync.stateOf(channelId);
  desk.changes.listen((change) => {
    if (change.topic === 'channels') states.push(state());
  });
  return { fake, desk, channelId, waits, states, state, kept: () => keptIn(desk) };
}

function keptIn({ store }: MailDesk): { id: string; copies: number; removed: number }[] {
  const rows = store
    .prepare(
      `SELECT internet_message_id AS id, sum(c.removed = 0) AS copies, sum(c.removed = 1) AS removed
       FROM messages m LEFT JOIN server_copies c ON c.message_seq = m.seq GROUP BY m.seq ORDER BY m.sent_at, m.seq`,
    )
    .all() as { id: string; copies: number; removed: number }[];
  return rows.map((row) => ({ ...row, id: row.id.replace('@customer.example', '') }));
}

const start = ({ desk, channelId }: Bench) => desk.sync.startChannel(desk.store, channelId);
const watching = (bench: Bench) =>
  waitFor(
    () => bench.state().kind === 'watching',
    () => `watching, not ${JSON.stringify(bench.state())}`,
  );
/** Waits for a state that says so. */
async function failing(bench: Bench, code: ErrorCode): Promise<void> {
  const codeNow = () => {
    const state = bench.state();
    return state.kind === 'waiting' || state.kind === 'stopped' ? state.error.code : null;
  };
  await waitFor(
    () => codeNow() === code,
    () => `${code}, not ${JSON.stringify(bench.state())}`,
  );
  expect(codeNow()).toBe(code);
}
const ids = (bench: Bench) =>
  bench
    .kept()
    .map((one) => one.id)
    .toSorted();
/** Everything again on a new connection. */
async function again(bench: Bench): Promise<void> {
  await bench.desk.sync.stopChannel(bench.channelId);
  start(bench);
  await watching(bench);
}

type Case = () => Promise<void>;

/** Each case of the collection that an IMAP client of ours can meet; what the others need is said in `elsewhere`. */
const cases: Readonly<Record<string, Case>> = {
  async 'uidvalidity-change'() {
    const bench = await startBench({}, { messages: 3 });
    start(bench);
    await watching(bench);
    bench.fake.uidValidity = 2;
    bench.fake.inbox = bench.fake.inbox.map((one, index) => ({ ...one, uid: index + 11 }));
    await again(bench);
    expect(bench.kept()).toEqual([1, 2, 3].map((n) => ({ id: `m${n}`, copies: 1, removed: 1 })));
  },
  async 'uid-not-ascending'() {
    const bench = await startBench({ answer: reversed }, { messages: 5 });
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);

    function reversed(
      { tag, name, rest }: { tag: string; name: string; rest: string },
      session: { say(line: string): void },
    ) {
      if (name !== 'UID FETCH') return false;
      for (const one of chosen(bench.fake, rest.split(' ')[0] ?? '').toReversed())
        session.say(fetched(bench.fake, { one, rest }));
      session.say(`${tag} OK done`);
      return true;
    }
  },
  async 'expunge-during-fetch'() {
    const bench = await startBench(
      {
        answer({ name, rest }, session) {
          if (name !== 'UID FETCH' || !rest.includes('BODY') || bench.fake.inbox.length < 4) return false;
          session.say('* 1 EXPUNGE');
          bench.fake.inbox = bench.fake.inbox.slice(1);
          return false;
        },
      },
      { messages: 4 },
    );
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m2', 'm3', 'm4']);
    const rows = bench.desk.store
      .prepare(
        'SELECT c.uid, m.internet_message_id AS id FROM server_copies c JOIN messages m ON m.seq = c.message_seq',
      )
      .all() as { uid: number; id: string }[];
    for (const row of rows) expect(row.id).toBe(`m${row.uid}@customer.example`);
  },
  async 'mass-expunge'() {
    const bench = await startBench({}, { messages: 300 });
    start(bench);
    await watching(bench);
    bench.fake.inbox = [];
    await again(bench);
    expect(bench.kept().length).toBe(300);
    expect(bench.kept().every((one) => one.copies === 0 && one.removed === 1)).toBe(true);
  },
  async 'select-ro'() {
    const bench = await startBench({}, { messages: 1 });
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m1']);
  },
  async 'quoted-literal-name'() {
    const mailboxes = [
      '* LIST () "/" {5}\r\nINBOX',
      '* LIST (\\Sent) "/" "Sent \\"\\\\ \\" mail"',
      '* LIST () "/" {3}\r\na\nb',
    ];
    const bench = await startBench({ mailboxes }, { messages: 1 });
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m1']);
  },
  async 'inbox-case'() {
    const bench = await startBench({ mailboxes: ['* LIST () "/" "inbox"'] }, { messages: 2 });
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m1', 'm2']);
  },
  async 'greeting-bye'() {
    const bench = await startBench({ greeting: '* BYE too many connections' }, { patience: 11 });
    start(bench);
    await waitFor(() => bench.waits.length === 11, 'eleven waits');
    expect(bench.waits).toEqual(
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000),
    );
    await failing(bench, 'server-busy');
  },
  async 'greeting-junk'() {
    const bench = await startBench({ greeting: 'HTTP/1.1 400 Bad Request\r\nServer: x\r\n' });
    start(bench);
    await failing(bench, 'not-the-protocol');
  },
  async 'rst-mid-literal'() {
    const bench = await startBench({ answer: breakOnce('reset') }, { messages: 3 });
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m1', 'm2', 'm3']);
    expect(bench.waits.length).toBe(1);
  },
  async 'close-mid-line'() {
    const bench = await startBench({ answer: breakOnce('end') }, { messages: 3 });
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m1', 'm2', 'm3']);
  },
  async 'line-64MB'() {
    const long = Buffer.alloc(1024 * 1024, 'x');
    const bench = await startBench(
      {
        answer({ name }, { socket }) {
          if (name !== 'LIST') return false;
          for (let n = 0; n < 64; n += 1) socket.write(long);
          return true;
        },
      },
      { patience: 1 },
    );
    start(bench);
    await failing(bench, 'protocol-violation');
  },
  async 'auth-no'() {
    const bench = await startBench({
      answer({ tag, name }, { say }) {
        if (name !== 'LOGIN' && name !== 'AUTHENTICATE') return false;
        say(`${tag} NO [AUTHENTICATIONFAILED] no`);
        return true;
      },
    });
    start(bench);
    await waitFor(() => bench.state().kind === 'stopped', 'stopped');
    await failing(bench, 'credentials-rejected');
    expect(bench.fake.connections.length).toBe(2);
    bench.desk.sync.startChannel(bench.desk.store, bench.channelId);
    await waitFor(() => bench.fake.connections.length === 4, 'two more tries after a person asked for them');
  },
  async 'bandwidth-limit'() {
    const bench = await startBench(
      {
        answer({ tag, name }, { say, socket }) {
          if (name !== 'UID FETCH') return false;
          say(`${tag} NO [OVERQUOTA] Account exceeded command or bandwidth limits`);
          socket.end();
          return true;
        },
      },
      { messages: 1, patience: 1 },
    );
    start(bench);
    await failing(bench, 'quota-exceeded');
    expect(bench.waits).toEqual([24 * 60 * 60 * 1000]);
  },
  async 'condstore-modseq-back'() {
    const bench = await startBench({ capabilities: 'IMAP4rev1 IDLE ENABLE CONDSTORE' }, { messages: 3 });
    bench.fake.modseq = 100;
    start(bench);
    await watching(bench);
    bench.fake.modseq = 7;
    bench.fake.commands.length = 0;
    await again(bench);
    expect(bench.fake.commands).toContain('UID SEARCH');
    expect(bench.kept().every((one) => one.copies === 1)).toBe(true);
  },
  async vanished() {
    const bench = await startBench(
      {
        capabilities: 'IMAP4rev1 IDLE ENABLE CONDSTORE QRESYNC',
        answer({ name }, { say }) {
          if (name === 'ENABLE') say('* ENABLED CONDSTORE QRESYNC');
          if (name === 'EXAMINE') say('* VANISHED (EARLIER) 1000:4294967295,7:9');
          return false;
        },
      },
      { messages: 3 },
    );
    bench.fake.modseq = 100;
    start(bench);
    await watching(bench);
    await again(bench);
    expect(bench.kept().every((one) => one.copies === 1 && one.removed === 0)).toBe(true);
  },
  async 'idle-no'() {
    const bench = await startBench(
      {
        answer({ tag, name }, { say }) {
          if (name !== 'IDLE') return false;
          say(`${tag} BAD no`);
          return true;
        },
      },
      { messages: 1 },
    );
    start(bench);
    await watching(bench);
    await waitFor(() => bench.fake.commands.includes('IDLE'), 'IDLE to be tried');
    expect(bench.state().kind).toBe('watching');
    bench.fake.add(mailText({ id: 'm2' }));
    bench.fake.tellExists();
    await waitFor(() => ids(bench).length === 2, 'the poll');
  },
  async 'dup-delivery'() {
    const bench = await startBench({}, { messages: 1 });
    bench.fake.add(bench.fake.inbox[0]?.text ?? '');
    start(bench);
    await watching(bench);
    expect(bench.kept()).toEqual([{ id: 'm1', copies: 2, removed: 0 }]);
  },
  async 'flags-garbage'() {
    const bench = await startBench(
      {
        answer({ name }, { say }) {
          if (name === 'EXAMINE') say('* FLAGS (\\Recent \\* $X "quoted)"');
          return false;
        },
      },
      { messages: 1 },
    );
    start(bench);
    await watching(bench);
    expect(ids(bench)).toEqual(['m1']);
  },
  async 'compress-bomb'() {
    const bench = await startBench({ capabilities: 'IMAP4rev1 IDLE COMPRESS=DEFLATE' }, { messages: 1 });
    start(bench);
    await watching(bench);
    expect(bench.fake.commands).not.toContain('COMPRESS');
  },
  async 'server-flaps'() {
    let rounds = 0;
    const bench = await startBench(
      {
        answer({ name }, { socket }) {
          rounds += 1;
          if (rounds % 14 !== 0 || name === 'IDLE') return false;
          socket.destroy();
          return true;
        },
      },
      { messages: 450, patience: 1_000 },
    );
    start(bench);
    await waitFor(() => ids(bench).length === 450, 'all messages');
    expect(bench.waits.every((wait) => wait >= 500)).toBe(true);
    expect(new Set(ids(bench)).size).toBe(450);
  },
};

/** Where the rest is proved. */
const elsewhere: Readonly<Record<string, string>> = {
  'half-open': 'a connection that falls silent: test/core/imap-silence.test.ts',
  'tls-selfsigned': 'certificates: test/contract/mail-connection.test.ts',
  'tls-cert-changes': 'certificates: test/contract/mail-connection.test.ts',
  'append-fails': 'the outbox: test/core/outbox*.test.ts',
  'cross-brand-mid': 'conversations: test/core/threading.test.ts',
  'thread-hijack': 'conversations: test/core/threading.test.ts',
  'plus-address-token': 'conversations: test/core/threading.test.ts',
};

/** Breaks the first body off in its middle. */
function breakOnce(how: 'reset' | 'end'): NonNullable<FakeImapScript['answer']> {
  let broken = false;
  return ({ name, rest }, { socket }) => {
    if (broken || name !== 'UID FETCH' || !rest.includes('BODY')) return false;
    broken = true;
    socket.write('* 1 FETCH (UID 1 BODY[] {5000000}\r\nMessage-ID: <m1@customer.exam', () => {
      if (how === 'reset') socket.resetAndDestroy();
      else socket.end();
    });
    return true;
  };
}

describe('an odd IMAP server', () => {
  for (const [name, prove] of Object.entries(cases)) {
    it(name, async () => {
      expect.hasAssertions();
      await prove();
    });
  }

  it.skipIf(!hasCorpus)(
    hasCorpus ? 'covers the collection' : `covers the collection (${corpusIsAbsent})`,
    () => {
      const { items } = readCorpus<{ items: { id: string }[] }>('imap', 'server-behaviours.json');
      const known = new Set([...Object.keys(cases), ...Object.keys(elsewhere)]);
      console.info(`corpus/imap: ${Object.keys(cases).length} of ${items.length} cases here`);
      expect(items.map((item) => item.id).filter((id) => !known.has(id))).toEqual([]);
    },
  );

  it('logs codes, and no address, subject or text', async () => {
    const bench = await startBench({}, { messages: 2 });
    start(bench);
    await watching(bench);
    for (const { socket } of bench.fake.sessions) socket.destroy();
    await waitFor(() => bench.waits.length > 0, 'a failure to log');
    expect(bench.desk.logged.join('')).toContain('connection-lost');
    expect(bench.desk.logged.join('')).not.toMatch(
      /customer\.example|northwind\.example|parcel|Number \d|secret/,
    );
  });
});
