import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Account, Receiver } from '../contract.ts';
import { createDemoConnector } from './connector.ts';

const resources = join(import.meta.dirname, '../../../../resources');
const now = Date.UTC(2026, 2, 4, 10);
const instantly = { first: [0, 1], between: [0, 1], answer: [0, 1] } as const;
const never = { first: [9e8, 9e8], between: [9e8, 9e8], answer: [0, 1] } as const;

const connectorAt = (pace: typeof instantly | typeof never) =>
  createDemoConnector({ clock: { now: () => now }, resources, pace });
const accountOf = (address: string): Account => ({
  settings: { kind: 'demo' },
  identities: [{ name: 'Demo', address }],
  secret: null,
});
const account = accountOf('help@kestrelfork.example');
const { signal } = new AbortController();

async function pullAll(receiver: Receiver) {
  const batches = [];
  for await (const batch of receiver.pull()) batches.push(batch);
  return { messages: batches.flatMap((batch) => batch.messages), cursor: batches.at(-1)?.cursor ?? null };
}

describe('the demo connector', () => {
  it.each(['help@kestrelfork.example', 'hola@casaretama.example', 'care@zumurrud.example'])(
    'brings mail to %s without being asked twice',
    async (address) => {
      const receiver = await connectorAt(instantly).receive(accountOf(address), null, signal);
      await receiver.watch(signal);
      const { messages, cursor } = await pullAll(receiver);
      expect(messages.length).toBeGreaterThan(0);
      expect(JSON.parse(cursor ?? '')).toBe(messages.length);
      for (const message of messages) {
        expect(message).toMatchObject({ direction: 'inbound', sentAt: now, automatic: false });
        expect(message.to[0]?.address).toBe(address);
        expect(message.text.length).toBeGreaterThan(20);
      }
      await receiver.watch(signal);
      const later = await pullAll(receiver);
      const keys = [...messages, ...later.messages].map((message) => message.dedupKey);
      expect(new Set(keys).size).toBe(keys.length);
      await receiver.close();
    },
  );

  it('counts on from its cursor, so that no key comes again after a restart', async () => {
    const receiver = await connectorAt(instantly).receive(account, '41', signal);
    await receiver.watch(signal);
    const { messages } = await pullAll(receiver);
    expect(messages[0]?.dedupKey).toBe(`demo:41:${now}`);
    await receiver.close();
  });

  it('stops waiting when it is told to', async () => {
    const receiver = await connectorAt(never).receive(account, null, signal);
    const stop = new AbortController();
    const watching = receiver.watch(stop.signal);
    stop.abort();
    await watching;
    expect((await pullAll(receiver)).messages).toEqual([]);
    await receiver.close();
  });

  it('takes replies without a network, remembers them, and a customer answers some in their thread', async () => {
    const connector = connectorAt(never);
    const receiver = await connector.receive(account, null, signal);
    const phases: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const internetMessageId = `reply-${index}@kestrelfork.example`;
      const source = `To: Maren Boone <maren@mailbarn.example>\r\nSubject: Re: Tent\r\n\r\nThe tent is on its way.\r\n`;
      const envelope = { from: 'help@kestrelfork.example', to: ['maren@mailbarn.example'] };
      const outgoing = { ...envelope, bytes: Buffer.from(source), internetMessageId };
      const journal = { onData: () => phases.push('data'), onDot: () => phases.push('dot') };
      await connector.deliver({ account, outgoing, ...journal }, signal);
    }
    expect(phases.slice(0, 4)).toEqual(['data', 'dot', 'data', 'dot']);
    expect(await connector.findSent(account, 'reply-3@kestrelfork.example', signal)).toBe(true);
    expect(await connector.findSent(account, 'other@kestrelfork.example', signal)).toBe(false);
    await receiver.watch(signal);
    const { messages } = await pullAll(receiver);
    expect(messages[0]).toMatchObject({ subject: 'Re: Tent', from: { address: 'maren@mailbarn.example' } });
    expect(messages[0]?.references[0]).toMatch(/^reply-\d+@kestrelfork\.example$/);
    await receiver.close();
  });

  it('refuses a mailbox that no script knows', () => {
    expect(() => connectorAt(never).receive(accountOf('a@real.example'), null, signal)).toThrow(
      'mailbox-missing',
    );
  });
});
