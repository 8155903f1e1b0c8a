import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { mailLimits as Limits } from '../../electron/core/connectors/mail/limits.ts';
import type { Batch, Receiver } from '../../electron/core/connectors/contract.ts';
import { dovecotIsAbsent, dovecotPath, openDovecot } from '../support/dovecot.ts';
import { startMailConnector } from '../support/mail-connector.ts';
import { mailText } from '../support/mail-text.ts';

/** A large mailbox with few messages. */
vi.mock('../../electron/core/connectors/mail/limits.ts', async (original) => {
  const { mailLimits } = await original<{ mailLimits: typeof Limits }>();
  return { mailLimits: { ...mailLimits, newestMessages: 4, batchMessages: 2 } };
});

const never = new AbortController().signal;
const nameOf = (id: string | null) => id?.split('@')[0];

describe.skipIf(dovecotPath === null)(
  `a mailbox that is new to us (${dovecotPath ?? dovecotIsAbsent})`,
  () => {
    let server: Awaited<ReturnType<typeof openDovecot>>;
    beforeAll(async () => {
      server = await openDovecot();
    });
    afterAll(() => server.remove());

    async function open(user: string, cursor: string | null = null): Promise<Receiver> {
      const receiver = await startMailConnector().receive(server.account(user), cursor, never);
      onTestFinished(() => receiver.close());
      return receiver;
    }

    async function fill(user: string, count: number): Promise<void> {
      for (let n = 0; n < count; n += 1) await server.deliver(user, mailText({ id: `m${n}` }));
    }

    const namesOf = (batches: readonly Batch[]) =>
      batches.flatMap(({ messages }) => messages.map((one) => nameOf(one.internetMessageId)));

    const isInbox = ({ messages }: Batch) => messages.some((one) => one.copy?.mailbox === 'INBOX');

    it('brings its newest mail first, then all the rest, oldest first', async () => {
      await fill('large', 7);
      await server.deliver('large', mailText({ id: 'answer', from: 'help@northwind.example' }), 'Sent');
      const receiver = await open('large');
      const batches = await Array.fromAsync(receiver.pull());
      expect(namesOf(batches)).toEqual(['m3', 'm4', 'm5', 'm6', 'answer', 'm0', 'm1', 'm2']);
      expect(batches.filter(isInbox).map(({ progress }) => progress)).toEqual([
        { done: 2, total: 7 },
        { done: 4, total: 7 },
        { done: 6, total: 7 },
        { done: 7, total: 7 },
      ]);
      expect(await Array.fromAsync(receiver.pull())).toEqual([]);
      expect(await Array.fromAsync((await open('large', batches.at(-1)?.cursor)).pull())).toEqual([]);
    });

    it('goes on after any step with what is missing, new mail first', async () => {
      await fill('broken', 7);
      const steps = (await Array.fromAsync((await open('broken')).pull())).filter(
        ({ messages }) => messages.length > 0,
      );
      await server.deliver('broken', mailText({ id: 'late' }));
      for (const [index, { cursor }] of steps.entries()) {
        const before = namesOf(steps.slice(0, index + 1));
        const after = namesOf(await Array.fromAsync((await open('broken', cursor)).pull()));
        expect(after.indexOf('late'), `after ${before.join()}`).toBe(Math.max(0, 4 - before.length));
        expect([...before, ...after].toSorted()).toEqual(['late', ...namesOf(steps).toSorted()]);
      }
      expect(steps.length).toBe(4);
    });

    it('is read oldest first where it is small', async () => {
      await fill('small', 4);
      expect(namesOf(await Array.fromAsync((await open('small')).pull()))).toEqual(['m0', 'm1', 'm2', 'm3']);
    });
  },
);
