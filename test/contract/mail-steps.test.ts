import { expect, onTestFinished, test, vi } from 'vitest';
import type { Batch } from '../../electron/core/connectors/contract.ts';
import type { mailLimits as Limits } from '../../electron/core/connectors/mail/limits.ts';
import { startFakeImap, type FakeImap } from '../support/fake-imap.ts';
import { startMailConnector } from '../support/mail-connector.ts';
import { mailText } from '../support/mail-text.ts';

const line = vi.hoisted(() => ({ isSlow: false }));
/** Steps of few and small messages, on a line that is as slow as a test says. */
vi.mock('../../electron/core/connectors/mail/limits.ts', async (original) => {
  const { mailLimits } = await original<{ mailLimits: typeof Limits }>();
  const few = {
    fewMessages: 2,
    batchMessages: 5,
    ordinaryMessage: 2_000,
    batchBytes: 12_000,
    sizesAtOnce: 4,
  };
  return {
    mailLimits: {
      ...{ ...mailLimits, ...few },
      get slowBatch() {
        return line.isSlow ? -1 : 60_000;
      },
    },
  };
});

/** What a mailbox gives that is new to us, step by step. */
async function stepsOf({ account }: FakeImap): Promise<Batch['messages'][]> {
  const receiver = await startMailConnector().receive(account, null, new AbortController().signal);
  onTestFinished(() => receiver.close());
  const batches = await Array.fromAsync(receiver.pull());
  return batches.map(({ messages }) => messages).filter(({ length }) => length > 0);
}

test.each([
  [false, [2, 5, 5]],
  [true, [2, 2, 2, 2, 2, 2]],
])('the first step is short, and every one on a slow line (%s)', async (isSlow, expected) => {
  line.isSlow = isSlow;
  const fake = await startFakeImap();
  for (let n = 0; n < 12; n += 1) fake.add(mailText({ id: `m${n}` }));
  expect((await stepsOf(fake)).map(({ length }) => length)).toEqual(expected);
});

test('a large message ends a step early, and it alone is asked for its size', async () => {
  line.isSlow = false;
  const asked: string[] = [];
  const fake = await startFakeImap({
    answer({ name, rest }) {
      if (name === 'UID FETCH' && rest.includes('RFC822.SIZE')) asked.push(rest.split(' ')[0] ?? '');
      return false;
    },
  });
  const long = 'All of it. '.repeat(800);
  for (let n = 1; n < 10; n += 1) fake.add(mailText({ id: `m${n}`, ...(n === 5 && { text: long }) }));
  const steps = await stepsOf(fake);
  const names = steps.map((messages) =>
    messages.map(({ internetMessageId }) => internetMessageId?.split('@')[0]),
  );
  expect(names).toEqual([
    ['m1', 'm2'],
    ['m3', 'm4'],
    ['m5', 'm6'],
    ['m7', 'm8', 'm9'],
  ]);
  expect(steps[2]?.[0]?.text.trim()).toBe(long.trim());
  expect(asked).toEqual(['5']);
});
