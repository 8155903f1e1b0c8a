import { describe, expect, test } from 'vitest';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { newId } from '../../electron/core/ids.ts';
import { aMessage } from '../support/a-message.ts';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import type { SmtpScript } from '../support/fake-smtp.ts';
import { quickPace } from '../support/outbox-desk.ts';
import { startSending, type SendingDesk } from '../support/sending-desk.ts';
import { waitFor } from '../support/wait-for.ts';

/** Misbehaves on the first connections, then well. */
const first = (bad: SmtpScript, times = 1) => ({ script: (n: number) => (n <= times ? bad : {}) });

async function deliveredOnce(sending: SendingDesk) {
  const item = await sending.reaches('sent');
  expect(sending.smtp.deliveries).toHaveLength(1);
  return item;
}

/** Fails the writes that it is told to, as a full disk does. */
function fullDisk(isFull: (sql: string) => boolean) {
  return (store: ClientStore): ClientStore => ({
    ...store,
    run(query) {
      if (isFull(JSON.stringify(query.compile()))) throw new LiaisonError('disk-full');
      return store.run(query);
    },
  });
}

const cases: Record<string, () => Promise<void>> = {
  async ok() {
    const sending = await startSending();
    await sending.send();
    const item = await deliveredOnce(sending);
    expect(item).toMatchObject({ attempts: 1, error: null });
  },

  async 'drop-before-dot'() {
    // Longer than what leaves before the broken line is noticed: the dot is still far.
    const sending = await startSending(first({ dropAfter: 20_000 }));
    const { outbox, store } = sending.desk;
    const file = { conversationId: sending.conversationId, name: 'photo.jpg', type: 'image/jpeg' };
    const { id } = outbox.attach(store, { ...file, bytes: Buffer.alloc(6_000_000, 'photo') });
    await sending.send({ attachmentIds: [id] });
    expect(await deliveredOnce(sending)).toMatchObject({ attempts: 2 });
  },

  /** The answer came, the program died before it could write it: what a store that takes no result leaves behind. */
  async '250-then-die'() {
    let dead = true;
    const wrapStore = fullDisk((sql) => dead && sql.includes('"sent"'));
    const sending = await startSending({ desk: { wrapStore } });
    await sending.send();
    await waitFor(() => sending.items()[0]?.error?.code === 'disk-full', 'the trouble to be shown');
    dead = false;
    await sending.restart();
    expect(await deliveredOnce(sending)).toMatchObject({ attempts: 1 });
  },

  async 'kill-after-dot'() {
    const sending = await startSending(first({ afterDot: 'reset', delivers: true }));
    await sending.send();
    await sending.reaches('unknown');
    await sending.restart();
    await waitFor(() => looksOf(sending) >= quickPace.evidence.length, 'all looks');
    expect(sending.items()[0]).toMatchObject({
      state: 'unknown',
      attempts: 1,
      error: { code: 'effect-unknown' },
    });
    expect(sending.smtp.deliveries).toHaveLength(1);
    expect(sending.smtp.connections()).toBe(1);
  },

  async '421'() {
    const bad: SmtpScript[] = [
      { greeting: '421 4.3.2 shutting down' },
      { mail: '421 4.3.2 shutting down' },
      { rcpt: () => '421 4.3.2 shutting down' },
      { data: '421 4.3.2 shutting down' },
    ];
    const sending = await startSending({ script: (n) => bad[n - 1] ?? {} });
    await sending.send();
    expect(await deliveredOnce(sending)).toMatchObject({ attempts: 5 });
  },

  async '450-grey'() {
    const sending = await startSending(first({ rcpt: () => '450 4.2.0 greylisted, come back later' }, 3));
    await sending.send();
    expect(await deliveredOnce(sending)).toMatchObject({ attempts: 4 });
  },

  async '451-after-dot'() {
    const ids: string[] = [];
    const sending = await startSending(first({ afterDot: '451 4.3.0 try again' }));
    const { id } = await sending.send();
    const item = await deliveredOnce(sending);
    ids.push(sending.smtp.deliveries[0]?.messageId ?? '');
    expect(ids[0]?.startsWith(id)).toBe(true);
    expect(item.attempts).toBe(2);
  },

  async '554-spam'() {
    const sending = await startSending({ script: () => ({ afterDot: '554 5.7.1 looks like spam' }) });
    await sending.send({ text: 'Buy now' });
    const item = await sending.reaches('failed');
    expect(item.error).toMatchObject({ code: 'message-refused', effect: 'none' });
    expect(item.error?.detail['reply']).toBe('554 5.7.1 looks like spam');
    expect(sending.desk.outbox.compose(sending.desk.store, sending.conversationId).draft?.text).toBe(
      'Buy now',
    );
    expect(sending.smtp.deliveries).toHaveLength(0);
  },

  async '535'() {
    let wrong = true;
    const ehlo = ['250-fake', '250 AUTH PLAIN'];
    const script = () => (wrong ? { ehlo, auth: '535 5.7.8 wrong password' } : { ehlo });
    const sending = await startSending({ script });
    const other = sending.desk.receive(
      aMessage({ subject: 'Another thing', from: { name: 'D', address: 'd@x.example' } }),
    );
    await sending.send({ text: 'one' });
    await sending.reaches('held');
    const { desk } = sending;
    await desk.outbox.send(desk.store, desk.operatorId, desk.reply(other, { text: 'two' }));
    await waitFor(() => desk.outbox.list(desk.store, other)[0]?.state === 'held', 'the second to be held');
    expect(sending.smtp.connections()).toBe(1);
    wrong = false;
    desk.outbox.decide(desk.store, desk.operatorId, {
      outboxId: (await sending.reaches('held')).id,
      as: 'retry',
    });
    await waitFor(() => sending.smtp.deliveries.length === 2, 'both to arrive');
  },

  async '8bitmime-absent'() {
    const sending = await startSending({ script: () => ({ ehlo: ['250 fake'] }) });
    await sending.send({ text: 'Grüße aus Köln — ¿qué tal? مرحبا', subject: 'Größe' });
    await deliveredOnce(sending);
    expect(sending.smtp.deliveries[0]?.bytes.every((byte) => byte < 128)).toBe(true);
    const recipients = { to: [{ name: '', address: 'jörg@customer.example' }], cc: [], bcc: [] };
    await sending.send({ text: 'to an address beyond ASCII', recipients });
    const item = await sending.reaches('failed', 'to an address beyond ASCII');
    expect(item.error?.code).toBe('address-not-supported');
  },

  async 'reply-utf8-html'() {
    const sending = await startSending({
      script: () => ({ afterDot: '550 <script>alert(1)</script> Größe \u0007' }),
    });
    await sending.send();
    const item = await sending.reaches('failed');
    expect(item.error?.detail['reply']).toBe('550 <script>alert(1)</script> Größe');
  },

  async throttle() {
    const sending = await startSending({
      script: (n) => (n === 1 ? { mail: '421 4.7.28 rate limit, try again in 1 seconds' } : {}),
      desk: { pace: { ...quickPace, longestPause: 400 } },
    });
    const other = sending.desk.receive(
      aMessage({ subject: 'Another thing', from: { name: 'D', address: 'd@x.example' } }),
    );
    await sending.send({ text: 'one' });
    const { desk } = sending;
    await waitFor(
      () => sending.items()[0]?.attempts === 1 && sending.items()[0]?.state === 'queued',
      'the first refusal',
    );
    await desk.outbox.send(desk.store, desk.operatorId, desk.reply(other, { text: 'two' }));
    await waitFor(() => sending.smtp.deliveries.length === 2, 'both to arrive');
    // The second reply waited with the channel instead of running into the same limit.
    expect(desk.outbox.list(desk.store, other)[0]?.attempts).toBe(1);
    expect(sending.smtp.connections()).toBe(3);
  },

  /** The IMAP side of this case runs against Dovecot in outbox-filing.test.ts. */
  async 'sent-autosave'() {
    let asked = 0;
    const fileCopy = () => Promise.resolve((asked += 1) > 0 ? ('found' as const) : ('filed' as const));
    const sending = await startSending({ desk: { fileCopy } });
    await sending.send();
    await deliveredOnce(sending);
    await waitFor(() => sending.items()[0]?.filing === 'found', 'the copy to be found');
    expect(asked).toBe(1);
  },

  async 'undo-race'() {
    for (let round = 0; round < 8; round += 1) {
      const sending = await startSending({ delay: 1, desk: { pace: { ...quickPace, undo: 20 } } });
      const { id } = await sending.send();
      await new Promise((resolve) => setTimeout(resolve, 14 + round * 2));
      const { desk } = sending;
      const said = cancelled(() => desk.outbox.cancel(desk.store, desk.operatorId, id));
      await sending.reaches(['sent', 'cancelled']);
      expect(sending.smtp.deliveries.length).toBe(said ? 0 : 1);
      expect(sending.items()[0]?.state).toBe(said ? 'cancelled' : 'sent');
    }
  },

  async 'double-click'() {
    const sending = await startSending();
    const reply = sending.desk.reply(sending.conversationId);
    const { outbox, store, operatorId } = sending.desk;
    const [one, two] = await Promise.all([
      outbox.send(store, operatorId, reply),
      outbox.send(store, operatorId, reply),
    ]);
    expect(two.id).toBe(one.id);
    await deliveredOnce(sending);
    expect((await outbox.send(store, operatorId, reply)).id).toBe(one.id);
    expect(sending.items()).toHaveLength(1);
  },

  async 'two-windows'() {
    const sending = await startSending();
    const { outbox, store, operatorId } = sending.desk;
    const reply = sending.desk.reply(sending.conversationId, { text: 'from the first window' });
    await outbox.send(store, operatorId, reply);
    await expect(outbox.send(store, operatorId, { ...reply, text: 'from the second' })).rejects.toThrow(
      'conflict',
    );
    await deliveredOnce(sending);
  },

  async 'clock-back'() {
    let offset = 0;
    const clock = { now: () => Date.now() + offset };
    const sending = await startSending({ desk: { clock, pace: { ...quickPace, undo: 60 } } });
    await sending.send({ text: 'first' });
    offset = -24 * 60 * 60 * 1000;
    await sending.send({ text: 'second' });
    await waitFor(() => sending.smtp.deliveries.length === 2, 'both to leave');
    const texts = sending.smtp.deliveries.map(({ bytes }) => /first|second/.exec(bytes.toString())?.[0]);
    expect(texts).toEqual(['first', 'second']);
  },

  async 'disk-full-before'() {
    let full = true;
    const sending = await startSending({
      desk: { wrapStore: fullDisk((sql) => full && sql.includes('"sending"')) },
    });
    await sending.send();
    await waitFor(() => sending.items()[0]?.error?.code === 'disk-full', 'the trouble to be shown');
    expect(sending.smtp.received()).toBe(0);
    expect(sending.items()[0]?.state).toBe('queued');
    full = false;
    await deliveredOnce(sending);
  },

  async 'disk-full-after'() {
    const wrapStore = fullDisk((sql) => sql.includes('"sent"') || sql.includes('"unknown"'));
    const sending = await startSending({ desk: { wrapStore } });
    await sending.send();
    await waitFor(() => sending.items()[0]?.error?.code === 'disk-full', 'the trouble to be shown');
    expect(sending.items()[0]?.state).toBe('sending');
    await sending.restart();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(sending.smtp.deliveries).toHaveLength(1);
    expect(sending.smtp.connections()).toBe(1);
  },

  async 'brand-mismatch'() {
    const sending = await startSending();
    const { outbox, store, operatorId } = sending.desk;
    const reply = sending.desk.reply(sending.conversationId);
    const elsewhere = [
      { ...reply, clientId: newId<ClientId>(1) },
      { ...reply, channelId: newId<typeof reply.channelId>(1) },
      { ...reply, conversationId: newId<typeof reply.conversationId>(1) },
    ];
    for (const wrong of elsewhere)
      await expect(outbox.send(store, operatorId, wrong)).rejects.toThrow('wrong-client');
    const identity = { name: 'Contoso', address: 'help@contoso.example' };
    await expect(outbox.send(store, operatorId, { ...reply, identity })).rejects.toThrow('sender-refused');
    expect(sending.smtp.received()).toBe(0);
  },
};

function cancelled(cancel: () => unknown): boolean {
  try {
    cancel();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'already-sent' });
    return false;
  }
}

function looksOf({ desk }: SendingDesk): number {
  return desk.store.first(desk.store.sql.selectFrom('outbox').select('looks'))?.looks ?? 0;
}

describe('a submission server that', () => {
  test.each(Object.entries(cases))('%s', async (_id, play) => {
    await expect(play()).resolves.toBeUndefined();
  });
});

test.skipIf(!hasCorpus)(
  `every behaviour of the collection is played${hasCorpus ? '' : `: ${corpusIsAbsent}`}`,
  () => {
    const { items } = readCorpus<{ items: { id: string }[] }>('smtp', 'server-behaviours.json');
    expect(items.map((item) => item.id).toSorted()).toEqual(Object.keys(cases).toSorted());
  },
);
