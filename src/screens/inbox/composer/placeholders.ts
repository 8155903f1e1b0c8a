import { placeholderPattern } from '../../../../electron/shared/placeholder-pattern.ts';

/** A placeholder in a text, as offsets into it. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
}

/** The first placeholder at or behind a place, or the first of all; null where none is left. */
export function nextPlaceholder(text: string, from: number): Placeholder | null {
  const all = [...text.matchAll(placeholderPattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  return all.find(({ start }) => start >= from) ?? all[0] ?? null;
}

export const countPlaceholders = (text: string): number => [...text.matchAll(placeholderPattern)].length;
