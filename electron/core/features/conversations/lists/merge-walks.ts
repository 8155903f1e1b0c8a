/** What a look along a sorted list gave. */
export interface Walked<Item, Place> {
  readonly items: readonly Item[];
  /** So far it was looked, this place included; null: to the end of the list. */
  readonly upTo: Place | null;
}

/** Looks on along a sorted list, beyond a place: so far as it pleases, but at least one step. */
export type Walk<Item, Place> = (after: Place | null) => Walked<Item, Place>;

/** Items that are read of each list at once: little more than its part of what is shown. */
export const shareOf = (limit: number, lists: number): number =>
  Math.min(limit, Math.ceil((2 * limit) / lists));

/**
 * Merges lists of which nobody knows how much has to be looked at until the next item is found. What is merged ends before
 * the first place that one of them has not been looked up to, once `isLate` says so: `upTo` is that place, from which the
 * next call goes on; null where the lists are at their ends or `limit` is reached. Every call comes further.
 */
export function mergeWalks<Place, Item extends Place>(
  walks: readonly Walk<Item, Place>[],
  to: {
    readonly after: Place | null;
    readonly limit: number;
    readonly compare: (a: Place, b: Place) => number;
    readonly isLate: () => boolean;
  },
): { items: Item[]; upTo: Place | null } {
  const { limit, compare, isLate } = to;
  const lists = walks.map((walk) => ({ walk, head: 0, ...walk(to.after) }));
  const merged: Item[] = [];
  while (merged.length < limit) {
    const nexts = lists.flatMap((list) => {
      const item = list.items[list.head];
      const place = item ?? list.upTo;
      return place === null ? [] : [{ list, place, item }];
    });
    const [first, ...others] = nexts;
    if (!first) break;
    const next = others.reduce((a, b) => (compare(b.place, a.place) < 0 ? b : a), first);
    if (next.item !== undefined) {
      merged.push(next.item);
      next.list.head += 1;
    } else if (isLate()) return { items: merged, upTo: next.place };
    else Object.assign(next.list, { head: 0, ...next.list.walk(next.place) });
  }
  return { items: merged, upTo: null };
}
