/** A set of UIDs as ranges in ascending order, both ends included, neither touching nor overlapping. */
export type UidSet = readonly (readonly [from: number, to: number])[];

export const emptySet: UidSet = [];

/** Numbers in any order, repeats allowed. */
export function setOf(uids: Iterable<number>): UidSet {
  const ranges: [number, number][] = [];
  for (const uid of [...uids].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && uid <= last[1] + 1) last[1] = Math.max(last[1], uid);
    else ranges.push([uid, uid]);
  }
  return ranges;
}

export function unite(a: UidSet, b: UidSet): UidSet {
  const ranges: [number, number][] = [];
  for (const [from, to] of [...a, ...b].toSorted((x, y) => x[0] - y[0])) {
    const last = ranges.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}

/** What is in `a` and not in `b`. */
export function subtract(a: UidSet, b: UidSet): UidSet {
  const ranges: [number, number][] = [];
  let next = 0;
  for (const [from, to] of a) {
    let start = from;
    while (next < b.length && (b[next]?.[1] ?? 0) < start) next += 1;
    for (let index = next; index < b.length && start <= to; index += 1) {
      const [cutFrom, cutTo] = b[index] ?? [Infinity, Infinity];
      if (cutFrom > to) break;
      if (cutFrom > start) ranges.push([start, cutFrom - 1]);
      start = cutTo + 1;
    }
    if (start <= to) ranges.push([start, to]);
  }
  return ranges;
}

/** What is in both. */
export const intersect = (a: UidSet, b: UidSet): UidSet => subtract(a, subtract(a, b));

export const sizeOf = (set: UidSet): number => set.reduce((sum, [from, to]) => sum + to - from + 1, 0);

export function* uidsOf(set: UidSet): Generator<number> {
  for (const [from, to] of set) for (let uid = from; uid <= to; uid += 1) yield uid;
}

/** IMAP's sequence-set (RFC 9051, 9): `1:4,7`. */
export const writeSet = (set: UidSet): string =>
  set.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');

/** @throws Error for anything that `writeSet` would not have written */
export function readSet(text: string): UidSet {
  if (text === '') return emptySet;
  return text.split(',').map((range) => {
    const match = /^(\d{1,10})(?::(\d{1,10}))?$/.exec(range);
    if (!match) throw new Error('not a set of UIDs');
    return [Number(match[1]), Number(match[2] ?? match[1])];
  });
}
