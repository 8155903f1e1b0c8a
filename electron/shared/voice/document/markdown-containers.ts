import { beginsBlock, blank, quote } from './markdown-lines.ts';
import type { Line } from './sections.ts';

/** An item of a list: how many columns its marker takes, which the lines below it are indented by. */
export interface ListItem {
  readonly columns: number;
}

const tabStop = 4;

/** How far a line is indented; a tab reaches to the next stop. */
export function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += tabStop - (columns % tabStop);
    else break;
  }
  return columns;
}

/** A line without its first columns, spaces or not. */
export function cutColumns({ start, text }: Line, columns: number): Line {
  let passed = 0;
  let at = 0;
  while (passed < columns && at < text.length) {
    passed += text.charAt(at) === '\t' ? tabStop - (passed % tabStop) : 1;
    at += 1;
  }
  return { start: start + at, text: text.slice(at) };
}

/** Code may begin an item: then its marker ends behind the first space. */
const widestGap = 4;

export function itemAt(line: string): ListItem | null {
  const found = /^( {0,3})([-*+]|\d{1,9}[.)])([ \t]*)(\S?)/.exec(line);
  if (!found) return null;
  const [, indent = '', marker = '', gap = '', first = ''] = found;
  if (gap === '' && first !== '') return null;
  const until = indent.length + marker.length;
  const width = columnsOf(`${' '.repeat(until)}${gap}`) - until;
  return { columns: until + (first === '' || width > widestGap ? 1 : width) };
}

/** Where the lines end that begin with a mark, or go on with the paragraph of one that did. */
export function endOfQuote(lines: readonly Line[], at: number): number {
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next]?.text ?? '';
    if (!quote.test(line) && !goesOn(lines, next)) break;
  }
  return next;
}

/** Where the lines of an item end: those that are indented as far as its words, and those that go on with a paragraph. */
export function linesInItem(lines: readonly Line[], { at, item }: { at: number; item: ListItem }): number {
  let end = at + 1;
  for (let next = end; next < lines.length; next += 1) {
    const line = lines[next]?.text ?? '';
    if (blank.test(line)) continue;
    if (columnsOf(line) < item.columns && (next > end || !goesOn(lines, next))) break;
    end = next + 1;
  }
  return end;
}

/** Whether a line goes on with the paragraph above it though it lacks its mark. */
function goesOn(lines: readonly Line[], at: number): boolean {
  const [above = '', line = ''] = [lines[at - 1]?.text, lines[at]?.text];
  const said = above.replace(/^(?: {0,3}>[ \t]?)+/, '');
  return !blank.test(said) && !blank.test(line) && !beginsBlock(line) && itemAt(line) === null;
}
