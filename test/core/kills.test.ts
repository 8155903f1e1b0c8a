import { expect, test } from 'vitest';
import { judge, type Truth } from '../proof/judge.ts';
import { surviveKills } from '../proof/killed-lives.ts';
import type { Settled, SettledReply } from '../proof/killed-task.ts';
import { dovecotIsAbsent, dovecotPath, startDovecot } from '../support/dovecot.ts';

/** `npm run proof:kills` does it 200 times, in the middle of four kinds of work; sync and send have tests of their own. */
const kills = 3;

test.skipIf(dovecotPath === null).each(['undo', 'bulk'] as const)(
  `${kills} kills in the middle of: %s (${dovecotPath ?? dovecotIsAbsent})`,
  { timeout: 240_000 },
  async (kind) => {
    const judged = await surviveKills({ kind, kills, dovecot: await startDovecot() });
    expect(judged).toMatchObject({ kills, lost: [], doubled: [], wrong: [] });
  },
);

const sent: SettledReply = {
  ...{ text: 'reply 1.0', state: 'sent', filing: 'filed', messageId: 'a@x', messages: 1, facts: 1 },
  drafted: false,
};
const batch = { round: 1, state: 'done', total: 2, notes: [1, 1, 0], tagged: 2 };
const settled: Settled = {
  ...{ messageIds: ['m@x', 'a@x'], replies: [sent], batches: [batch], integrity: 'ok' },
};
const truth: Truth = {
  ...{ kind: 'send', queued: ['reply 1.0'], takenBack: [], begun: [1], undone: [] },
  ...{ delivered: ['a@x'], received: ['m@x'], filed: ['a@x'] },
};
const verdictOf = (is: Partial<Truth>, stands: Partial<Settled> = {}) => {
  const { lost, doubled, wrong } = judge({ ...truth, ...is }, { ...settled, ...stands });
  return { lost: lost.length, doubled: doubled.length, wrong: wrong.length };
};

test('what is as it should be is found to be so', () => {
  expect(verdictOf({})).toEqual({ lost: 0, doubled: 0, wrong: 0 });
});

test.each<[string, Partial<Truth>, Partial<Settled>, object]>([
  ['a mail that never came', { received: ['m@x', 'n@x'] }, {}, { lost: 1 }],
  ['a mail that stands twice', {}, { messageIds: ['m@x', 'm@x', 'a@x'] }, { doubled: 1 }],
  ['a reply that was delivered twice', { delivered: ['a@x', 'a@x'] }, {}, { doubled: 1 }],
  ['a reply that was never delivered', { delivered: [] }, {}, { lost: 1 }],
  ['a reply that was forgotten', { queued: ['reply 1.0', 'reply 1.1'] }, {}, { lost: 1 }],
  ['a copy that was filed twice', { filed: ['a@x', 'a@x'] }, {}, { doubled: 1 }],
  ['a reply that left though it was taken back', { takenBack: ['reply 1.0'] }, {}, { wrong: 1 }],
  [
    'words that are nowhere once they were taken back',
    { takenBack: ['reply 1.0'], delivered: [] },
    { replies: [{ ...sent, state: 'cancelled' }] },
    { lost: 1 },
  ],
  ['a reply that is left in the middle', {}, { replies: [{ ...sent, state: 'queued' }] }, { wrong: 1 }],
  ['half a bulk action', {}, { batches: [{ ...batch, notes: [1, 0, 0] }] }, { lost: 1 }],
  ['a bulk action done twice', {}, { batches: [{ ...batch, notes: [2, 1, 0] }] }, { doubled: 1 }],
  ['a bulk action that was forgotten', {}, { batches: [] }, { lost: 1 }],
  ['an undoing that stopped half way', { undone: [1] }, {}, { wrong: 1 }],
  ['a damaged store', {}, { integrity: 'row 3 missing from index' }, { wrong: 1 }],
])('%s is found', (_what, is, stands, found) => {
  expect(verdictOf(is, stands)).toEqual({ lost: 0, doubled: 0, wrong: 0, ...found });
});
