import {
  columnsOf,
  cutColumns,
  endOfQuote,
  itemAt,
  linesInItem,
  type ListItem,
} from './markdown-containers.ts';
import {
  beginsBlock,
  blank,
  comment,
  heading,
  isIndented,
  opening,
  quote,
  rule,
  titleIn,
  underline,
} from './markdown-lines.ts';
import { isTable, readTable } from './markdown-tables.ts';
import type { Piece } from './placed-text.ts';
import { linesOf, type Line, type Section, type SectionKind } from './sections.ts';

/**
 * Cuts a file of Markdown into its sections as CommonMark does, which Vale reads it by: code between fences or indented by
 * four, headings with marks or underlined, quotations and items with what is inside them, and tables (GFM). Front matter,
 * definitions of links, scripts and comments are no text.
 */
export function markdownSections(text: string): Section[] {
  const lines = linesOf(text);
  const front = endOfFrontMatter(lines);
  const sections = readBlocks(lines.slice(front), { text, kind: 'paragraph' });
  return front === 0 ? sections : [leftOut(lines.slice(0, front), { text, kind: 'hidden' }), ...sections];
}

interface Around {
  readonly text: string;
  /** What a paragraph is here. */
  readonly kind: SectionKind;
}

interface Taken {
  readonly sections: readonly Section[];
  readonly next: number;
}

function readBlocks(lines: readonly Line[], around: Around): Section[] {
  const sections: Section[] = [];
  for (let at = 0; at < lines.length;) {
    const taken = takeBlock(lines, at, around);
    sections.push(...taken.sections);
    at = taken.next;
  }
  return sections;
}

function takeBlock(lines: readonly Line[], at: number, around: Around): Taken {
  const line = lines[at]?.text ?? '';
  if (blank.test(line)) return { sections: [], next: at + 1 };
  if (isIndented(line)) return takeIndented(lines, at, around);
  const closes = opening(line);
  if (closes) return takeUntil(lines, { at, closes, around });
  const titled = heading.exec(line);
  if (titled) return takeHeading(lines, { at, titled, around });
  if (rule.test(line)) return { sections: [], next: at + 1 };
  if (quote.test(line)) return takeQuote(lines, at, around);
  const item = itemAt(line);
  return item ? takeItem(lines, { at, item, around }) : takeParagraph(lines, at, around);
}

/** Indented by four behind a blank line; a blank one among them is of them. */
function takeIndented(lines: readonly Line[], at: number, { text }: Around): Taken {
  let next = at;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index]?.text ?? '';
    if (isIndented(line) && !blank.test(line)) next = index + 1;
    else if (!blank.test(line)) break;
  }
  return { sections: [leftOut(lines.slice(at, next), { text, kind: 'code' })], next };
}

/** Up to the line that closes what the first one opens; else to the end. */
function takeUntil(
  lines: readonly Line[],
  { at, closes, around }: { at: number; closes: (line: string, isFirst: boolean) => boolean; around: Around },
): Taken {
  const end = lines.findIndex((line, index) => index >= at && closes(line.text, index === at));
  const next = end === -1 ? lines.length : end + 1;
  const kind = comment.test(lines[at]?.text ?? '') ? 'hidden' : 'code';
  return { sections: [leftOut(lines.slice(at, next), { ...around, kind })], next };
}

function takeHeading(
  lines: readonly Line[],
  { at, titled, around }: { at: number; titled: RegExpExecArray; around: Around },
): Taken {
  const { level, from, title } = titleIn(titled);
  const line = { start: (lines[at]?.start ?? 0) + from, text: title };
  const section = sectionOf(lines.slice(at, at + 1), { text: around.text, kind: 'heading', content: [line] });
  return { sections: title === '' ? [] : [{ ...section, level }], next: at + 1 };
}

function takeQuote(lines: readonly Line[], at: number, { text }: Around): Taken {
  const next = endOfQuote(lines, at);
  const inner = lines.slice(at, next).map(({ start, text: line }) => {
    const marked = quote.exec(line)?.[0].length ?? 0;
    return { start: start + marked, text: line.slice(marked) };
  });
  return { sections: readBlocks(inner, { text, kind: 'blockquote' }), next };
}

function takeItem(
  lines: readonly Line[],
  { at, item, around }: { at: number; item: ListItem; around: Around },
): Taken {
  const next = linesInItem(lines, { at, item });
  const inner = lines
    .slice(at, next)
    .map((line, index) =>
      cutColumns(line, index === 0 ? item.columns : Math.min(item.columns, columnsOf(line.text))),
    );
  return { sections: readBlocks(inner, { ...around, kind: 'list' }), next };
}

const definition = /^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S/;

function takeParagraph(lines: readonly Line[], at: number, around: Around): Taken {
  if (definition.test(lines[at]?.text ?? '')) return { sections: [], next: at + 1 };
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next]?.text ?? '';
    const level = underline(line);
    if (level > 0) {
      const content = lines.slice(at, next).map(withoutIndent);
      const titled = sectionOf(lines.slice(at, next + 1), { content, ...around });
      return { sections: [{ ...titled, kind: 'heading', level }], next: next + 1 };
    }
    if (blank.test(line) || beginsBlock(line)) break;
    if (isTable(lines, next - 1)) return takeTable(lines, { at, head: next - 1, around });
  }
  const taken = lines.slice(at, next);
  return { sections: [sectionOf(taken, { content: taken, ...around })], next };
}

/** The cells of a table, behind the paragraph whose last line is its head. */
function takeTable(
  lines: readonly Line[],
  { at, head, around }: { at: number; head: number; around: Around },
): Taken {
  const above = lines.slice(at, head);
  const { cells, next } = readTable(lines, head);
  return {
    sections: [
      ...(above.length > 0 ? [sectionOf(above, { content: above, ...around })] : []),
      ...cells.map(({ kind, line }) => sectionOf([line], { text: around.text, kind, content: [line] })),
    ],
    next,
  };
}

const withoutIndent = ({ start, text }: Line): Line => ({
  start: start + text.length - text.trimStart().length,
  text: text.trimStart(),
});

/** YAML or TOML above the text, as generators of pages have it. */
function endOfFrontMatter(lines: readonly Line[]): number {
  const mark = /^(?:---|\+\+\+)[ \t]*$/.exec(lines[0]?.text ?? '')?.[0].trim();
  if (mark === undefined) return 0;
  return lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === mark) + 1;
}

const leftOut = (lines: readonly Line[], around: Around): Section =>
  sectionOf(lines, { ...around, content: [] });

function sectionOf(
  lines: readonly Line[],
  { text, kind, content }: Around & { content: readonly Line[] },
): Section {
  const start = lines[0]?.start ?? 0;
  const last = lines.at(-1);
  const source = text.slice(start, last ? last.start + last.text.length : start);
  let length = 0;
  const pieces = content.map((line, index): Piece => {
    const withBreak = line.text.length + (index + 1 < content.length ? 1 : 0);
    const piece = { at: length, from: line.start - start, length: withBreak };
    length += withBreak;
    return piece;
  });
  return { kind, level: 0, start, source, content: pieces };
}
