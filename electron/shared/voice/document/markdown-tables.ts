import { beginsBlock, blank } from './markdown-lines.ts';
import type { Line } from './sections.ts';

/** A cell of a table, with what it says as its line. */
interface Cell {
  readonly kind: 'table.header' | 'table.cell';
  readonly line: Line;
}

/** Whether a line is the head of a table: the one below it is of dashes, with as many cells (GFM, 4.10). */
export function isTable(lines: readonly Line[], at: number): boolean {
  const [head, dashes] = [lines[at], lines[at + 1]];
  if (!head || !dashes || !/^ {0,3}[-|:]/.test(dashes.text)) return false;
  const columns = cellsOf(dashes);
  return columns.every(({ text }) => /^:?-+:?$/.test(text)) && columns.length === cellsOf(head).length;
}

/** The cells that say something, row by row. A row may have fewer than the head; what it has beyond is not shown. */
export function readTable(lines: readonly Line[], head: number): { cells: Cell[]; next: number } {
  const columns = lines[head] ? cellsOf(lines[head]) : [];
  const cells = columns.map((line): Cell => ({ kind: 'table.header', line }));
  let next = head + 2;
  for (; next < lines.length; next += 1) {
    const row = lines[next];
    if (!row || blank.test(row.text) || beginsBlock(row.text)) break;
    for (const line of cellsOf(row).slice(0, columns.length)) cells.push({ kind: 'table.cell', line });
  }
  return { cells: cells.filter(({ line }) => line.text !== ''), next };
}

/** Bars part cells; one at either end of a row does not, and one behind a backslash is a letter. */
function cellsOf({ start, text }: Line): Line[] {
  const bars = [...text.matchAll(/\\.|\|/g)].filter(([found]) => found === '|').map(({ index }) => index);
  const last = text.trimEnd().length - 1;
  const from = text.length - text.trimStart().length;
  const borders = [
    ...(bars[0] === from ? [] : [from - 1]),
    ...bars,
    ...(bars.at(-1) === last ? [] : [last + 1]),
  ];
  return borders.slice(1).map((end, index) => {
    const begin = (borders[index] ?? 0) + 1;
    const cell = text.slice(begin, end);
    return { start: start + begin + cell.length - cell.trimStart().length, text: cell.trim() };
  });
}
