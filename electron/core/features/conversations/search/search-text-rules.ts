import type { HighlightPart } from '../../../../shared/conversations.ts';

/** What the full-text index makes words of (unicode61: letters, digits and their marks). */
export const hasWord = /[\p{L}\p{N}\p{Co}]/u;

/** Everything is quoted, so that no input has a meaning to FTS5 beyond its words. */
export const quoted = (words: string): string => `"${words.replaceAll('"', '')}"`;

/** Set around hits by SQLite; a mail that contains them only marks itself oddly. */
export const hitStart = '\u0002';
export const hitEnd = '\u0003';

/** Splits a text with marks around its hits. */
export function toHighlight(marked: string): HighlightPart[] {
  const parts: HighlightPart[] = [];
  for (const [index, piece] of marked.split(hitStart).entries()) {
    const end = index === 0 ? -1 : piece.indexOf(hitEnd);
    const hit = end < 0 ? '' : piece.slice(0, end);
    const rest = (end < 0 ? piece : piece.slice(end + 1)).replaceAll(hitEnd, '');
    if (hit !== '') parts.push({ text: hit, hit: true });
    if (rest !== '') parts.push({ text: rest, hit: false });
  }
  return parts;
}
