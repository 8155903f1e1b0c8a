/** Merges lists that are each sorted by `compare` into their first `limit` items in that order. */
export function mergeSorted<Item>(
  lists: readonly (readonly Item[])[],
  { compare, limit }: { compare: (a: Item, b: Item) => number; limit: number },
): Item[] {
  const heads = lists.map(() => 0);
  const merged: Item[] = [];
  while (merged.length < limit) {
    let best: { item: Item; list: number } | null = null;
    for (const [list, items] of lists.entries()) {
      const item = items[heads[list] ?? 0];
      if (item !== undefined && (best === null || compare(item, best.item) < 0)) best = { item, list };
    }
    if (best === null) break;
    merged.push(best.item);
    heads[best.list] = (heads[best.list] ?? 0) + 1;
  }
  return merged;
}
