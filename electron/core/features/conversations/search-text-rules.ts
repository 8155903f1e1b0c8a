import type { HighlightPart } from '../../../shared/conversations.ts';

/** Beyond this many words a query only costs time. */
const mostTerms = 20;
/** What the full-text index makes words of (unicode61: letters, digits and their marks). */
const hasWord = /[\p{L}\p{N}\p{Co}]/u;

/**
 * What a person typed as an FTS5 expression: every word must occur, "quoted words" in that order, and the last word may be
 * the beginning of one. Everything is quoted, so that no input has a meaning to FTS5 beyond its words. Null where it has
 * no word at all.
 */
export function toMatchExpression(text: string): string | null {
  const clean = text.replace(/\p{Cc}/gu, ' ').toWellFormed();
  const pieces = clean.split(/["“”«»]/u);
  const terms: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const isPhrase = index % 2 === 1;
    const words = isPhrase ? [piece.trim()] : piece.split(/\s+/u);
    const isLast = index === pieces.length - 1;
    const kept = words.filter((word) => hasWord.test(word));
    kept.forEach((word, at) => {
      const mayContinue = isLast && !isPhrase && at === kept.length - 1 && /\S$/u.test(piece);
      terms.push(`"${word}"${mayContinue ? '*' : ''}`);
    });
  }
  return terms.length === 0 ? null : terms.slice(0, mostTerms).join(' AND ');
}

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
