import type { Batch } from '../../../../electron/shared/actions.ts';

/** Several clients' batches as the one thing that a person did. */
export type BatchSum = Omit<Batch, 'id'>;

export function sumBatches(batches: readonly Batch[]): BatchSum {
  const of = (key: 'total' | 'done' | 'same' | 'refused' | 'kept') =>
    batches.reduce((sum, batch) => sum + batch[key], 0);
  const is = (state: Batch['state']) => batches.some((batch) => batch.state === state);
  const state = (['running', 'undoing', 'cancelled', 'undone'] as const).find(is) ?? 'done';
  return {
    state,
    ...{ total: of('total'), done: of('done'), same: of('same'), refused: of('refused'), kept: of('kept') },
    refusal: batches.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    undoable: batches.some(({ undoable }) => undoable),
  };
}
