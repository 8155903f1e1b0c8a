/** What may stand before a colon in a search, in the order in which it is offered. */
export const searchOperators = [
  'from',
  'to',
  'subject',
  'tag',
  'status',
  'assignee',
  'channel',
  'field',
  'has',
  'before',
  'after',
] as const;
export type SearchOperator = (typeof searchOperators)[number];

/** Those whose values a client has. */
export const valuedOperators = ['from', 'to', 'tag', 'status', 'assignee', 'channel', 'field'] as const;
export type ValuedOperator = (typeof valuedOperators)[number];

/** One word of a search, or a phrase. */
export interface TypedWord {
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  readonly operator: SearchOperator | null;
  /** Without operator, minus and quotes; of `field`, a name alone or `name=value`. */
  readonly text: string;
  readonly isPhrase: boolean;
}

const phrase = '["“”«»](?<phrase>[^"“”«»]*)(?:["“”«»]|$)';
const name = '(?<name>["“”«»][^"“”«»]*["“”«»]|[^\\s"“”«»=]+)';
const words = new RegExp(
  `(?<not>-)?(?:field:${name}=|(?<operator>\\p{L}+):)?(?:${phrase}|(?<word>[^\\s"“”«»]*))`,
  'giu',
);

/** The words of a search in their order. What looks like an operator and is none belongs to its word. */
export function wordsIn(text: string): TypedWord[] {
  return [...text.matchAll(words)].flatMap((found): TypedWord[] => {
    const [start, end] = [found.index, found.index + found[0].length];
    if (start === end) return [];
    const { not, operator, name: field, phrase: quoted, word = '' } = found.groups ?? {};
    const typed = quoted ?? word;
    const about = { start, end, not: not !== undefined, isPhrase: quoted !== undefined };
    if (field !== undefined)
      return [{ ...about, operator: 'field', text: `${field.replaceAll(/["“”«»]/gu, '')}=${typed}` }];
    const known = searchOperators.find((each) => each === operator?.toLowerCase()) ?? null;
    return [
      { ...about, operator: known, text: known || operator === undefined ? typed : `${operator}:${typed}` },
    ];
  });
}

/** The word at the caret; an empty one between words. */
export const wordAt = (text: string, caret: number): TypedWord =>
  wordsIn(text).find(({ start, end }) => start < caret && caret <= end) ?? {
    ...{ start: caret, end: caret, not: false, operator: null, text: '', isPhrase: false },
  };

/** What is asked of which field: `name=value`; a name alone asks whether there is any value. */
export function fieldAsked(text: string): { readonly name: string; readonly value: string | null } {
  const at = text.indexOf('=');
  if (at < 0) return { name: text, value: null };
  return { name: text.slice(0, at), value: text.slice(at + 1) };
}

const quoted = (value: string): string => (/[\s"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** A value as it is written behind a colon. */
export function writeValue(operator: SearchOperator, text: string): string {
  if (operator !== 'field') return quoted(text);
  const { name: field, value } = fieldAsked(text);
  return `${quoted(field)}${value === null ? '' : `=${quoted(value)}`}`;
}

/** The text with the word replaced, and where the caret stands then; a whole value is followed by a space. */
export function replaceWord(
  text: string,
  { word, by }: { word: TypedWord; by: { operator: SearchOperator; value: string | null } },
): { text: string; caret: number } {
  const isWhole = by.value !== null && !(by.operator === 'field' && by.value.endsWith('='));
  const value = by.value === null ? '' : `${writeValue(by.operator, by.value)}${isWhole ? ' ' : ''}`;
  const before = `${text.slice(0, word.start)}${word.not ? '-' : ''}${by.operator}:${value}`;
  const after = text.slice(word.end);
  return { text: before + (isWhole ? after.trimStart() : after), caret: before.length };
}
