export type Warmth = 'cool' | 'warm' | 'hot';

const hour = 3_600_000;
/** Until a client's own targets are known: what customers of most brands put up with in half a day, and in one. */
const warmAfter = 4 * hour;
const hotAfter = 24 * hour;

/** How a waiting time should look. Milliseconds. */
export function warmthOf(waited: number): Warmth {
  if (waited >= hotAfter) return 'hot';
  return waited >= warmAfter ? 'warm' : 'cool';
}
