/** Everything between two of them, both included, in the list's order; only `to` where `from` is there no more. */
export function between<Item>(
  list: readonly Item[],
  { from, to }: { from: Item; to: Item },
): readonly Item[] {
  const [start, end] = [list.indexOf(from), list.indexOf(to)];
  if (end < 0) return [];
  return start < 0 ? [to] : list.slice(Math.min(start, end), Math.max(start, end) + 1);
}
