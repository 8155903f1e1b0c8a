import type { QueueRow } from '../../../electron/shared/conversations.ts';

/** Of those that wait, whose promise was broken between two looks, the earliest first. Epoch milliseconds. */
export function newlyOverdue<Row extends Pick<QueueRow, 'due'>>(
  rows: readonly Row[],
  { since, now }: { readonly since: number; readonly now: number },
): Row[] {
  const dueAt = ({ due }: Row) => (due === null ? Number.NaN : Date.parse(due.dueAt));
  return rows
    .filter((row) => dueAt(row) > since && dueAt(row) <= now)
    .toSorted((a, b) => dueAt(a) - dueAt(b));
}
