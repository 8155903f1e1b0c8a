/** A stretch of a text. */
export interface TextPart {
  /** UTF-16 offset of the part in the whole. */
  readonly start: number;
  readonly text: string;
}

/** After these a full stop ends no sentence, however the next word begins. */
const abbreviation =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Jr|St|Mt|vs|etc|approx|Inc|Ltd|Co|Corp|No|Nos|Nr|Fig|Art|e\.g|i\.e|a\.m|p\.m|z\.B|d\.h|p\.ej|\p{Lu}(?:\.\p{Lu})*)\.$/u;

/** What can end a sentence: without it there is one, and nothing has to be segmented (UAX #29: ATerm, STerm, ParaSep). */
const maybeEnd = /[\p{Sentence_Terminal}\u2024\ufe52\uff0e\n\r\u0085\u2028\u2029]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a part, without the space around them. Sentence borders are Unicode's (UAX #29), except that a single
 * line break is a space, as in a wrapped line, and that common abbreviations and initials end nothing. Vale uses a
 * trained segmenter of English (Punkt): the two agree on ordinary prose, and may differ about rare abbreviations.
 */
export function sentencesIn(text: string): TextPart[] {
  if (!maybeEnd.test(text)) return trimmed(text, { start: 0, end: text.length });
  const sentences: TextPart[] = [];
  let open: TextPart | null = null;
  for (const { index, segment } of segmenter.segment(joined(text))) {
    const start: number = open?.start ?? index;
    const whole: string = (open?.text ?? '') + segment;
    open = { start, text: whole };
    if (abbreviation.test(whole.trimEnd())) continue;
    sentences.push(open);
    open = null;
  }
  if (open) sentences.push(open);
  return sentences.flatMap(({ start, text: sentence }) =>
    trimmed(text, { start, end: start + sentence.length }),
  );
}

/** Single line breaks as spaces; every offset stays. */
const joined = (text: string): string => text.replace(/(?<![\n])\n(?!\s*\n)/g, ' ');

function trimmed(text: string, { start, end }: { start: number; end: number }): TextPart[] {
  const whole = text.slice(start, end);
  const inside = whole.trim();
  return inside === '' ? [] : [{ start: start + whole.indexOf(inside), text: inside }];
}

/** Paragraphs: what blank lines part. */
export const paragraphsIn = (text: string): TextPart[] =>
  [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)].map((found) => ({
    start: found.index,
    text: found[0],
  }));
