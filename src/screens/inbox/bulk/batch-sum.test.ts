import { expect, test } from 'vitest';
import type { Batch } from '../../../../electron/shared/actions.ts';
import { sumBatches } from './batch-sum.ts';

const batch = (part: Partial<Batch>): Batch => ({
  id: '0195c0de-0000-7000-8000-000000000001' as Batch['id'],
  ...{ state: 'done', total: 3, done: 3, same: 1, refused: 0, refusal: null, kept: 0, undoable: true },
  ...part,
});

test('several clients are summed up: it runs while one runs, and can be undone where one can', () => {
  expect(
    sumBatches([batch({}), batch({ state: 'running', total: 5, done: 2, undoable: false })]),
  ).toMatchObject({
    ...{ state: 'running', total: 8, done: 5, same: 2, undoable: true },
  });
  expect(
    sumBatches([batch({ state: 'undone', kept: 2 }), batch({ state: 'undone', undoable: false })]),
  ).toMatchObject({
    ...{ state: 'undone', kept: 2 },
  });
});
