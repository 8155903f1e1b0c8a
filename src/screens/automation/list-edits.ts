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

/** An entry as it is edited: on the screen it stays the same one when it gets its id. */
export interface Row<Draft> {
  readonly key: string;
  readonly draft: Draft;
}
export const rowOf = <Draft>(draft: Draft): Row<Draft> => ({ key: crypto.randomUUID(), draft });

/** Those that stand among the others no more. */
export const takenOut = <Draft>(rows: readonly Row<Draft>[], others: readonly Row<Draft>[]): Row<Draft>[] =>
  rows.filter(({ key }) => !others.some((other) => other.key === key));

export interface Named {
  readonly name: string;
  readonly retired?: boolean;
}

/** Where the first one stands that is called like another one before it; what is retired is in nobody's way. */
export function doubleIn(drafts: readonly Named[]): number | null {
  const names = drafts.map(({ name, retired }) => (retired ? '' : name.trim().toLowerCase()));
  const at = names.findIndex((name, index) => name !== '' && names.indexOf(name) < index);
  return at < 0 ? null : at;
}

/** The rows with the ids that those sent were saved under, each in its place; what was done to them meanwhile stays. */
export function withIds<Draft extends { readonly id: string | null }>(
  rows: readonly Row<Draft>[],
  { sent, kept }: { sent: readonly Row<Draft>[]; kept: readonly Pick<Draft, 'id'>[] },
): Row<Draft>[] {
  const saved = new Map(sent.map(({ key }, index) => [key, kept[index]]));
  return rows.map((row) => {
    const known = saved.get(row.key);
    return known ? { ...row, draft: { ...row.draft, id: known.id } } : row;
  });
}
