import type { ImportSource, UnmappedPiece } from '../../../shared/template-import.ts';
import { isTemplateVariable } from '../../../shared/template-variables.ts';
import { fillName, ourNameOf, type Translated, translateOutput, unknown } from './foreign-variable-rules.ts';

export interface TranslatedText {
  /** Liquid of ours. */
  readonly source: string;
  readonly mapped: readonly { readonly from: string; readonly to: string }[];
  readonly unmapped: readonly UnmappedPiece[];
}

const ourTags = /^(?:if|elsif|else|endif|unless|endunless|case|when|endcase|assign|comment|endcomment)\b/;
const braces = /\{\{([\s\S]*?)\}\}|\{%-?([\s\S]*?)-?%\}/g;
/** Brackets that people make up in spreadsheets: `{first name}`, `[first name]`, `%first name%`, `<<first name>>`. */
const madeUp =
  /(?<![{\w])\{(\p{L}[\p{L}\p{N} _.-]{0,40})\}(?!\})|\[(\p{L}[\p{L}\p{N} _.-]{0,40})\](?!\()|%(\p{L}[\p{L}\p{N}_.-]{0,40})%|<<(\p{L}[\p{L}\p{N} _.-]{0,40})>>/gu;

/**
 * A reply of theirs as a template of ours. What has no word here becomes a placeholder that must be filled before the
 * reply can be sent, so that nothing is lost and nothing is sent by mistake. `plainly`: conditions too become
 * placeholders, for texts whose tags don't fit together.
 */
export function translateText(
  text: string,
  { from, plainly = false }: { from: ImportSource; plainly?: boolean },
): TranslatedText {
  const pieces: Translated[] = [];
  const taken = (piece: Translated): string => {
    pieces.push(piece);
    return piece.text;
  };
  const locals = new Set(
    plainly ? [] : [...text.matchAll(/\{%-?\s*assign\s+(\w+)/g)].map(([, name]) => name ?? ''),
  );
  const source = between(text, braces, {
    literal: (part) => (from === 'csv' ? madeUpNames(part, { from, taken }) : literalText(part)),
    match: ([whole, output, tag]) => {
      if (output !== undefined)
        return locals.has(/^\s*(\w+)/.exec(output)?.[1] ?? '') ? whole : taken(translateOutput(from, output));
      const inside = (tag ?? '').trim();
      return plainly || !ourTags.test(inside)
        ? taken(unknown(whole))
        : `{% ${conditions(inside, { from, pieces })} %}`;
    },
  });
  return {
    source,
    mapped: unique(pieces.flatMap(({ mapped }) => mapped ?? [])),
    unmapped: unique(pieces.flatMap(({ unmapped }) => unmapped)),
  };
}

function between(
  text: string,
  pattern: RegExp,
  make: { literal: (part: string) => string; match: (match: RegExpExecArray) => string },
): string {
  let made = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    made += make.literal(text.slice(at, match.index)) + make.match(match);
    at = match.index + match[0].length;
  }
  return made + make.literal(text.slice(at));
}

/** Braces without a partner are text: they are said, not read; the last one too, which would join those behind it. */
const literalText = (text: string): string => text.replace(/\{\{|\{%|\{$/g, (brace) => `{{ "${brace}" }}`);

function madeUpNames(
  text: string,
  { from, taken }: { from: ImportSource; taken: (piece: Translated) => string },
): string {
  return between(text, madeUp, {
    literal: literalText,
    match: ([whole, ...names]) => {
      const name = names.find((each) => each !== undefined) ?? '';
      const key = name.trim().toLowerCase().replace(/[ -]+/g, '_');
      const ours = ourNameOf(from, name.trim()) ?? ourNameOf(from, key);
      if (!ours) return taken(unknown(whole, name));
      return taken({ text: `{{ ${ours} }}`, mapped: { from: whole, to: ours }, unmapped: [] });
    },
  });
}

/** Names inside a tag, outside quotes; those that are assigned in the text have no dot and stay. */
function conditions(inside: string, { from, pieces }: { from: ImportSource; pieces: Translated[] }): string {
  return inside.replace(/"[^"]*"|'[^']*'|[A-Za-z_]\w*(?:\.\w+|\[[^\]]*\])+/g, (path) => {
    if (/^["']/.test(path)) return path;
    const ours = ourNameOf(from, path)?.split(' | ')[0];
    const text = ours ?? fillName(path);
    const isOurs = isTemplateVariable(path.split('.'));
    if (ours) pieces.push({ text, mapped: isOurs ? null : { from: path, to: ours }, unmapped: [] });
    else pieces.push({ text, mapped: null, unmapped: [{ original: path, becomes: `{{ ${text} }}` }] });
    return text;
  });
}

const unique = <Item>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];
