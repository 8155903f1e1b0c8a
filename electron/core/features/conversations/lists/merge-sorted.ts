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

/**
 * Gives the next items of a sorted list, after the last one it gave: `limit` of them, or fewer at its end. More than that
 * is at least as many as the whole merged list may hold, or all there are.
 */
export type Pull<Item> = (last: Item | null, limit: number) => readonly Item[];

/**
 * The same of lists that are read as they are used up: of each little more is read than its share of what is shown. For
 * lists of which a row is dear, because many are looked at to find it.
 */
export function mergePulled<Item>(
  pulls: readonly Pull<Item>[],
  { compare, limit }: { compare: (a: Item, b: Item) => number; limit: number },
): Item[] {
  const share = Math.min(limit, Math.ceil((2 * limit) / pulls.length));
  const lists = pulls.map((pull) => ({ pull, items: pull(null, share), head: 0 }));
  const merged: Item[] = [];
  while (merged.length < limit) {
    const heads = lists.flatMap((list) => {
      const item = list.items[list.head];
      return item === undefined ? [] : [{ list, item }];
    });
    const [first, ...others] = heads;
    if (!first) break;
    const best = others.reduce((a, b) => (compare(b.item, a.item) < 0 ? b : a), first);
    merged.push(best.item);
    best.list.head += 1;
    const isUsedUp = best.list.head === best.list.items.length && best.list.items.length === share;
    if (isUsedUp && merged.length < limit)
      Object.assign(best.list, { items: best.list.pull(best.item, share), head: 0 });
  }
  return merged;
}
