import { hostsIn } from './patterns-rules.ts';
import type { Range } from './own-words-rules.ts';

/**
 * A pasted text without what belongs to where it came from: the passages that look like another client's, and every
 * link and address, since whose a link is can't be known. What is left keeps its lines.
 */
export function stripped(text: string, hits: readonly Range[]): string {
  const gone = [...hits, ...hostsIn(text)].toSorted((a, b) => a.start - b.start);
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of gone) {
    kept.push(text.slice(at, Math.max(at, start)));
    at = Math.max(at, end);
  }
  kept.push(text.slice(at));
  return kept
    .join('')
    .replaceAll(/\(\s*\)|<\s*>|\[\s*\]/g, '')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .replaceAll(/ +([.,;:!?؟،])/gu, '$1')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
