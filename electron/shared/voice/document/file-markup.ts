import { characterReferences } from './character-references.ts';
import type { Cut } from './inline.ts';

/** Comments, elements that hold code, and every other tag (CommonMark 0.31, 6.6). */
const tag =
  /<!--[^]*?(?:-->|$)|<(code|kbd|tt)(?:\s[^<>]*)?>([^<]*)<\/\1\s*>|<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi;
/** A link by its name, or of a picture: `[words][name]`. */
const named = /(!?\[)((?:[^[\]\\\n]|\\.)+)\]\[[^[\]\n]*\]/g;

interface FileMarkup {
  readonly cuts: readonly Cut[];
  readonly links: readonly { readonly start: number; readonly end: number }[];
}

/**
 * What a file of Markdown has that a reply has not: tags, of which nothing stays but the words between them; code between
 * tags, which is masked; links by name, of which the words stay; and letters that are written as references. What is
 * `known` to be code or an address has none of them.
 */
export function readFileMarkup(content: string, known: readonly Cut[]): FileMarkup {
  const cuts: Cut[] = [];
  const links: { start: number; end: number }[] = [];
  const masked = known.filter((cut) => cut.masked);
  const isKnown = (at: number) => masked.some(({ start, end }) => start <= at && at < end);
  for (const { index: start, 0: whole, 2: code } of content.matchAll(tag)) {
    if (isKnown(start)) continue;
    const end = start + whole.length;
    if (code === undefined) {
      cuts.push({ start, end, masked: false });
      continue;
    }
    const [from, to] = [whole.indexOf('>') + 1, whole.lastIndexOf('</')];
    cuts.push({ start, end: start + from, masked: false });
    cuts.push({ start: start + from, end: start + to, masked: true });
    cuts.push({ start: start + to, end, masked: false });
  }
  for (const { index: start, 0: whole, 1: opens = '', 2: label = '' } of content.matchAll(named)) {
    if (isKnown(start)) continue;
    const from = start + opens.length;
    cuts.push({ start, end: from, masked: false });
    cuts.push({ start: from + label.length, end: start + whole.length, masked: false });
    if (opens === '[') links.push({ start: from, end: from + label.length });
    else cuts.push({ start: from, end: from + label.length, masked: true });
  }
  const isEscaped = (at: number) =>
    known.some(({ start, end }) => end === at && start === at - 1 && content[start] === '\\');
  for (const { start, end, letter } of characterReferences(content))
    if (!isKnown(start) && !isEscaped(start)) cuts.push({ start, end, masked: false, kept: letter });
  return { cuts, links };
}
