/** The list with that one put in the place of the one at `index`. */
export const replaced = <Item>(list: readonly Item[], index: number, item: Item): Item[] =>
  list.map((each, at) => (at === index ? item : each));

export const without = <Item>(list: readonly Item[], index: number): Item[] =>
  list.filter((_, at) => at !== index);

/** The one at `index` a place up (-1) or down (1); at an end it stays. */
export function moved<Item>(list: readonly Item[], index: number, by: -1 | 1): Item[] {
  const item = list[index];
  const to = index + by;
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return without(list, index).toSpliced(to, 0, item);
}
