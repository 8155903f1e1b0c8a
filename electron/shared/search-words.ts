/** What may stand before a colon in a search, in the order in which it is offered. */
export const searchOperators = [
  'from',
  'to',
  'subject',
  'tag',
  'status',
  'assignee',
  'channel',
  'has',
  'before',
  'after',
] as const;
export type SearchOperator = (typeof searchOperators)[number];

/** Those whose values a client has. */
export const valuedOperators = ['from', 'to', 'tag', 'assignee', 'channel'] as const;
export type ValuedOperator = (typeof valuedOperators)[number];

/** The word of a search in which the caret stands. */
export interface TypedWord {
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  readonly operator: SearchOperator | null;
  /** Without operator, minus and quotes. */
  readonly text: string;
}

const words = /(?<not>-)?(?:(?<operator>\p{L}+):)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]*))/gu;

/** The word at the caret; an empty one between words. */
export function wordAt(text: string, caret: number): TypedWord {
  for (const found of text.matchAll(words)) {
    const [start, end] = [found.index, found.index + found[0].length];
    if (start === end || caret <= start || caret > end) continue;
    const { not, operator, phrase, word = '' } = found.groups ?? {};
    const known = searchOperators.find((each) => each === operator?.toLowerCase());
    const typed = phrase ?? word;
    return {
      ...{ start, end, not: not !== undefined },
      operator: known ?? null,
      text: known || operator === undefined ? typed : `${operator}:${typed}`,
    };
  }
  return { start: caret, end: caret, not: false, operator: null, text: '' };
}

/** A value as it is written behind a colon. */
export const writeValue = (value: string): string =>
  /[\s"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value;

/** The text with the word replaced, and where the caret stands then; a whole value is followed by a space. */
export function replaceWord(
  text: string,
  { word, by }: { word: TypedWord; by: { operator: SearchOperator; value: string | null } },
): { text: string; caret: number } {
  const value = by.value === null ? '' : `${writeValue(by.value)} `;
  const before = `${text.slice(0, word.start)}${word.not ? '-' : ''}${by.operator}:${value}`;
  const after = text.slice(word.end);
  return { text: before + (value === '' ? after : after.trimStart()), caret: before.length };
}
