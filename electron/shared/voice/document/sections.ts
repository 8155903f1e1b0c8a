import { blank, quote, titleIn } from './markdown-lines.ts';
import type { Piece } from './placed-text.ts';

/** `hidden`: what of a file nobody reads, as its front matter. */
export type SectionKind =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'blockquote'
  | 'table.header'
  | 'table.cell'
  | 'code'
  | 'hidden';

/** A stretch of a text that is one thing: a paragraph, an item of a list, a heading, the cell of a table. */
export interface Section {
  readonly kind: SectionKind;
  /** Of a heading, from 1 to 6. */
  readonly level: number;
  /** UTF-16 offset in the whole text. */
  readonly start: number;
  readonly source: string;
  /** What of `source` is content, without the markers of its lines. */
  readonly content: readonly Piece[];
}

export interface Line {
  readonly start: number;
  readonly text: string;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const closingFence = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/;
const item = /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?=\S)/;
/** A line between parts, or above a signature. */
const rule = /^ {0,3}(?:(?:-[ \t]*){2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/;

/**
 * Cuts a reply into its sections, as people write plain mail: blank lines part paragraphs, `>` begins a quotation, `-` or
 * `1.` an item, `#` a heading, and a pair of fences holds code. All else is sent as words and read as such: indented lines,
 * tags, what stands behind a fence that is never closed; and a line of dashes stands above a signature and is no heading.
 */
export function sectionsOf(text: string): Section[] {
  const lines = linesOf(text);
  const sections: Section[] = [];
  const closings = closingsIn(lines);
  for (let at = 0; at < lines.length;) {
    const taken = takeSection(lines, { at, closings });
    at = taken.next;
    if (taken.section) sections.push(taken.section);
  }
  return sections;
}

interface Taken {
  readonly section: Section | null;
  readonly next: number;
}

function takeSection(lines: readonly Line[], { at, closings }: { at: number; closings: Closings }): Taken {
  const line = lines[at]?.text ?? '';
  if (blank.test(line) || rule.test(line)) return { section: null, next: at + 1 };
  const fenced = takeFence(lines, { at, closings });
  if (fenced) return fenced;
  const titled = heading.exec(line);
  if (titled) return takeHeading(lines, { at, titled });
  if (quote.test(line)) return takeLines(lines, { at, kind: 'blockquote', marker: quote });
  if (item.test(line)) return takeLines(lines, { at, kind: 'list', marker: item });
  return takeLines(lines, { at, kind: 'paragraph', marker: null });
}

/** Null: no fence begins here, or none that is closed. */
function takeFence(
  lines: readonly Line[],
  { at, closings }: { at: number; closings: Closings },
): Taken | null {
  const fenced = fence.exec(lines[at]?.text ?? '')?.[1];
  if (fenced === undefined) return null;
  const end = closings().find(({ index, marks }) => index > at && marks.startsWith(fenced))?.index;
  if (end === undefined) return null;
  return { section: sectionFrom(lines.slice(at, end + 1), { kind: 'code', content: [] }), next: end + 1 };
}

/** The lines that can close code, looked for where some begins. */
type Closings = () => readonly { readonly index: number; readonly marks: string }[];

function closingsIn(lines: readonly Line[]): Closings {
  let found: ReturnType<Closings> | null = null;
  return () => {
    found ??= lines.flatMap(({ text }, index) => {
      const marks = closingFence.exec(text)?.[1];
      return marks === undefined ? [] : [{ index, marks }];
    });
    return found;
  };
}

function takeHeading(lines: readonly Line[], { at, titled }: { at: number; titled: RegExpExecArray }): Taken {
  const { level, from, title } = titleIn(titled);
  const content = [{ at: 0, from, length: title.length }];
  const section = sectionFrom(lines.slice(at, at + 1), { kind: 'heading', content });
  return { section: { ...section, level }, next: at + 1 };
}

/** The lines up to the next section: every line of a quotation has its marker, an item only the first. */
function takeLines(
  lines: readonly Line[],
  { at, kind, marker }: { at: number; kind: SectionKind; marker: RegExp | null },
): Taken {
  const content: Piece[] = [];
  const first = lines[at]?.start ?? 0;
  let length = 0;
  let next = at;
  for (; next < lines.length; next += 1) {
    const { start, text } = lines[next] ?? { start: 0, text: '' };
    if (next > at && endsBefore(text, kind)) break;
    const marked = kind === 'blockquote' || next === at ? (marker?.exec(text)?.[0].length ?? 0) : 0;
    if (kind === 'blockquote' && blank.test(text.slice(marked))) {
      if (next === at || length === 0) continue;
      break;
    }
    const withBreak = text.length - marked + (next + 1 < lines.length ? 1 : 0);
    content.push({ at: length, from: start - first + marked, length: withBreak });
    length += withBreak;
  }
  const taken = lines.slice(at, Math.max(next, at + 1));
  return {
    section: sectionFrom(taken, { kind, content: withoutLastBreak(content, taken) }),
    next: at + taken.length,
  };
}

/** Whether a line begins something else than what it follows. */
function endsBefore(line: string, kind: SectionKind): boolean {
  if (blank.test(line) || rule.test(line) || fence.test(line) || heading.test(line) || item.test(line))
    return true;
  return quote.test(line) !== (kind === 'blockquote');
}

function sectionFrom(
  lines: readonly Line[],
  { kind, content }: { kind: SectionKind; content: readonly Piece[] },
): Section {
  const source = lines.map(({ text }) => text).join('\n');
  return { kind, level: 0, start: lines[0]?.start ?? 0, source, content };
}

function withoutLastBreak(content: readonly Piece[], lines: readonly Line[]): Piece[] {
  const end = lines.reduce((total, { text }) => total + text.length + 1, -1);
  return content.map((piece) => ({ ...piece, length: Math.min(piece.length, end - piece.from) }));
}

export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, text: line };
    start += line.length + 1;
    return found;
  });
}
