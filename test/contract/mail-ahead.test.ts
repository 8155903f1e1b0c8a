import { expect, onTestFinished, test, vi } from 'vitest';
import type { mailLimits as Limits } from '../../electron/core/connectors/mail/limits.ts';
import type { Batch } from '../../electron/core/connectors/contract.ts';
import { startFakeImap } from '../support/fake-imap.ts';
import { startMailConnector } from '../support/mail-connector.ts';
import { mailText } from '../support/mail-text.ts';
import { waitFor } from '../support/wait-for.ts';

/** Small batches, and a line that is fast enough on any machine. */
vi.mock('../../electron/core/connectors/mail/limits.ts', async (original) => {
  const { mailLimits } = await original<{ mailLimits: typeof Limits }>();
  const batches = { batchMessages: 2, fewMessages: 2, ordinaryMessage: 1_500, batchBytes: 3_000 };
  return { mailLimits: { ...mailLimits, ...batches, comesSoon: 20_000 } };
});

const never = new AbortController().signal;

/** A mailbox of ten mails, the steps through it, and how often mail was fetched from it. */
async function open({ text }: { text: string }) {
  const fetches: string[] = [];
  const fake = await startFakeImap({
    answer({ name, rest }) {
      if (name === 'UID FETCH' && rest.includes('BODY.PEEK[]')) fetches.push(rest.split(' ')[0] ?? '');
      return false;
    },
  });
  for (let n = 0; n < 10; n += 1) fake.add(mailText({ id: `m${n}`, text }));
  const receiver = await startMailConnector().receive(fake.account, null, never);
  onTestFinished(() => receiver.close());
  return { fetches, steps: receiver.pull()[Symbol.asyncIterator]() };
}

async function uidsOfRest(steps: AsyncIterator<Batch>): Promise<number[]> {
  const uids: number[] = [];
  for (let step = await steps.next(); !step.done; step = await steps.next())
    uids.push(...step.value.messages.map((one) => one.copy?.uid ?? 0));
  return uids;
}

test('while a step is stored the next is there and one more on its way, and no others', async () => {
  const { fetches, steps } = await open({ text: 'short' });
  const first = await steps.next();
  await waitFor(() => fetches.length === 3, 'the step after the next');
  expect(first.value.messages.length).toBe(2);
  expect(fetches).toEqual(['1:2', '3:4', '5:6']);
  await steps.next();
  await waitFor(() => fetches.length === 4, 'the one after that');
  expect(await uidsOfRest(steps)).toEqual([5, 6, 7, 8, 9, 10]);
  expect(fetches.length).toBe(5);
});

test('of large mail only the next, so that it does not pile up', async () => {
  const { fetches, steps } = await open({ text: 'x'.repeat(4_000) });
  for (let n = 1; n <= 4; n += 1) {
    await steps.next();
    expect(fetches).toEqual(Array.from({ length: n + 1 }, (_, index) => `${index + 1}`));
  }
  expect(await uidsOfRest(steps)).toEqual([5, 6, 7, 8, 9, 10]);
});
