import { readFileMarkup } from './file-markup.ts';
import type { Piece, PlacedText } from './placed-text.ts';
import type { TextFormat } from './section-parts.ts';

/** What reading a content gives: its words without markup, and the words of its links. */
export interface InlineText {
  readonly words: PlacedText;
  readonly links: readonly PlacedText[];
}

/**
 * A stretch of a content that is no words of it. Where it is `masked`, asterisks stand for it, letter for letter; else what is
 * `kept`, or nothing.
 */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly masked: boolean;
  /** Shorter than the stretch; placed at its beginning. */
  readonly kept?: string;
}

const markup =
  /\\(?=[!-/:-@[-`{-~])|(`+)(?!`)([^]{0,4000}?[^`])\1(?!`)|!?\[((?:[^[\]\\]|\\.)*)\]\((<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\)|<(?:https?:\/\/|mailto:)[^\s<>]*>|\b(?:https?:\/\/|www\.)[^\s<>]*[^\s<>?!.,:;*_~'")\]]|[*_]+/gu;

interface InlineOptions {
  readonly format: TextFormat;
  /** Further stretches to mask (`TokenIgnores`). */
  readonly ignored: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Reads what a section says: code and bare addresses become asterisks, as many as they had letters; of a link its words
 * stay; marks of emphasis go. Tags are words, and so are references to letters, but in a file; a subject has no code.
 */
export function readInline(content: string, { format, ignored }: InlineOptions): InlineText {
  const cuts: Cut[] = ignored.map((range) => ({ ...range, masked: true }));
  const links: { start: number; end: number }[] = [];
  const marks: Mark[] = [];
  for (const found of content.matchAll(markup)) {
    const start = found.index;
    const end = start + found[0].length;
    if (ignored.some((range) => start < range.end && range.start < end)) continue;
    const [whole, ticks, code, label] = found;
    if (format === 'subject' && !/^(?:<|https?:|www\.)/.test(whole)) continue;
    if (ticks !== undefined && code !== undefined) {
      cuts.push({ start, end: start + ticks.length, masked: false });
      cuts.push({ start: start + ticks.length, end: end - ticks.length, masked: true });
      cuts.push({ start: end - ticks.length, end, masked: false });
    } else if (label !== undefined) {
      const from = whole.indexOf('[') + 1;
      const image = whole.startsWith('!');
      cuts.push({ start, end: start + from, masked: false });
      cuts.push({ start: start + from + label.length, end, masked: false });
      if (image) cuts.push({ start: start + from, end: start + from + label.length, masked: true });
      else links.push({ start: start + from, end: start + from + label.length });
    } else if (/^[*_]/.test(whole)) {
      marks.push(markAt(content, { start, end }));
    } else {
      cuts.push({ start, end, masked: whole !== '\\' });
    }
  }
  if (format === 'markdown') {
    const inFile = readFileMarkup(content, cuts);
    cuts.push(...inFile.cuts);
    links.push(...inFile.links);
    links.sort((a, b) => a.start - b.start);
  }
  const all = [...cuts, ...emphasisOf(marks)].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const words = withCuts(content, all);
  return { words, links: linkTexts(content, { cuts: all, links }) };
}

/** Both are in order, so that each link is given the cuts inside it and no others. */
function linkTexts(
  content: string,
  { cuts, links }: { cuts: readonly Cut[]; links: readonly { start: number; end: number }[] },
): PlacedText[] {
  let at = 0;
  return links.map((link) => {
    while ((cuts[at]?.end ?? Infinity) <= link.start) at += 1;
    let next = at;
    while ((cuts[next]?.start ?? Infinity) < link.end) next += 1;
    return withCuts(content, cuts.slice(at, next), link);
  });
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

function markAt(content: string, { start, end }: { start: number; end: number }): Mark {
  const before = content.charAt(start - 1);
  const after = content.charAt(end);
  const inWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
  const sign = content.slice(start, end);
  const underscore = sign.startsWith('_');
  const spaceBefore = before === '' || /\s/.test(before);
  const spaceAfter = after === '' || /\s/.test(after);
  return {
    start,
    end,
    sign,
    opens: !spaceAfter && !(underscore && inWord(before)),
    closes: !spaceBefore && !(underscore && inWord(after)),
  };
}

/** Nobody nests as many; looking through more of them would take its time. */
const mostOpen = 100;

/** The marks that pair up: the nearest open one of the same sign. */
function emphasisOf(marks: readonly Mark[]): Cut[] {
  const open: Mark[] = [];
  const cuts: Cut[] = [];
  for (const mark of marks) {
    const at = mark.closes ? open.findLastIndex(({ sign }) => sign === mark.sign) : -1;
    const opener = open[at];
    if (opener) {
      cuts.push({ start: opener.start, end: opener.end, masked: false });
      cuts.push({ start: mark.start, end: mark.end, masked: false });
      open.length = at;
    } else if (mark.opens) {
      open.push(mark);
      if (open.length > mostOpen) open.shift();
    }
  }
  return cuts;
}

function withCuts(
  content: string,
  cuts: readonly Cut[],
  { start, end }: { start: number; end: number } = { start: 0, end: content.length },
): PlacedText {
  const pieces: Piece[] = [];
  let text = '';
  let at = start;
  const add = (to: number, kept: string) => {
    if (to <= at) return;
    if (kept !== '') pieces.push({ at: text.length, from: at, length: kept.length });
    text += kept;
    at = to;
  };
  for (const cut of cuts) {
    if (cut.end <= at || cut.start >= end) continue;
    add(Math.min(cut.start, end), content.slice(at, Math.max(at, Math.min(cut.start, end))));
    const to = Math.min(cut.end, end);
    add(to, cut.masked ? content.slice(at, to).replace(/[^\n]/g, '*') : (cut.kept ?? ''));
  }
  add(end, content.slice(at, end));
  return { text, pieces: pieces.length > 0 ? pieces : [{ at: 0, from: start, length: 0 }] };
}
