import { expect, test } from 'vitest';
import { mayQuit, type QuitAnswer } from './may-quit.ts';

/** A person who answers so, while so many replies leave, one with every look; it counts what happened. */
async function quitting({
  answer,
  leaves,
  stuck = false,
}: {
  answer: QuitAnswer;
  leaves: number;
  stuck?: boolean;
}) {
  const asked: number[] = [];
  let slept = 0;
  let left = leaves;
  const quits = await mayQuit({
    leaving: () => Promise.resolve(stuck ? leaves : Math.max(0, left--)),
    ask: (count) => (asked.push(count), Promise.resolve(answer)),
    sleep: (milliseconds) => ((slept += milliseconds), Promise.resolve()),
  });
  return { quits, asked, slept };
}

test('nobody is asked where nothing is about to leave', async () => {
  expect(await quitting({ answer: 'stay', leaves: 0 })).toEqual({ quits: true, asked: [], slept: 0 });
});

test('who waits quits when all have left, and who quits now waits for nothing', async () => {
  expect(await quitting({ answer: 'wait', leaves: 3 })).toEqual({ quits: true, asked: [3], slept: 1_000 });
  expect(await quitting({ answer: 'now', leaves: 3 })).toEqual({ quits: true, asked: [3], slept: 0 });
  expect(await quitting({ answer: 'stay', leaves: 3 })).toEqual({ quits: false, asked: [3], slept: 0 });
});

test('a reply that never leaves does not keep the program for ever', async () => {
  expect(await quitting({ answer: 'wait', leaves: 1, stuck: true })).toEqual({
    quits: true,
    asked: [1],
    slept: 180_000,
  });
});
