/** A small generator of numbers in [0, 1) that are the same for the same seed: Weyl sequence, mixed as in splitmix32. */
export interface Random {
  next(): number;
  /** From 0 up to but without `below`. */
  whole(below: number): number;
  of<Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  chance(share: number): boolean;
}

export function createRandom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  function next(): number {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    whole,
    of: (items) => items[whole(items.length)] ?? items[0],
    chance: (share) => next() < share,
  };
}
