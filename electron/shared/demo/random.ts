/** A stream of chances that a seed decides: the demo is the same on every machine. Not for secrets. */
export interface Random {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the items, each as likely as its weight. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
  chance(probability: number): boolean;
  /** Log-normal, in whole numbers: half of the values lie below `median`, and a few far above it. */
  skewed(median: number, spread: number): number;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32: 32 bits of state, good enough to shuffle a story. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item {
    let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new RangeError('nothing to choose from');
    return last;
  }
  return {
    next,
    weighted,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => weighted(items, () => 1),
    chance: (probability) => next() < probability,
    skewed(median, spread) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.round(median * Math.exp(spread * normal));
    },
  };
}
