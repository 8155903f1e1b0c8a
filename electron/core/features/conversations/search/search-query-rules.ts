import { isCategory, tagPattern } from '../../../../shared/conversation-words.ts';
import type { ConversationStatus } from '../../../../shared/conversations.ts';
import { fieldAsked, wordsIn, type TypedWord } from '../../../../shared/search-words.ts';
import { hasWord, quoted } from './search-text-rules.ts';

/** What a hit must fulfil beside its words; `not` turns it round. */
export type SearchFilter = { readonly not: boolean } & (
  | { readonly kind: 'from' | 'to' | 'channel' | 'tag'; readonly text: string }
  | { readonly kind: 'status'; readonly status: ConversationStatus }
  /** A part of what the client calls one. */
  | { readonly kind: 'named-status'; readonly text: string }
  /** `me`, `none`, or a part of a name. */
  | { readonly kind: 'assignee'; readonly text: string }
  /** A part of the name of a field of the client's, and what stands in it; null: anything. */
  | { readonly kind: 'field'; readonly name: string; readonly value: string | null }
  | { readonly kind: 'attachment' }
  /** `YYYY-MM-DD`: before its first moment, or from its first moment on. */
  | { readonly kind: 'before' | 'after'; readonly day: string }
);

export interface SearchQuery {
  /** FTS5 expression of the words that must occur; null: there are none. */
  readonly match: string | null;
  /** FTS5 expression of words that must not occur. */
  readonly exclude: string | null;
  /** FTS5 terms of the words that are looked for everywhere: where they stand is shown. */
  readonly words: readonly string[];
  readonly filters: readonly SearchFilter[];
}

/** Beyond this many words a query only costs time. */
const mostTerms = 20;

interface Piece extends TypedWord {
  /** It ends the text: its word may go on. */
  readonly isLast: boolean;
}

/**
 * What a person typed, as they know it from their mail: words that must all occur, "phrases", -without, this OR that, and
 * `from: to: subject: tag: status: assignee: channel: field:name=value has:attachment before: after:`. What looks like an
 * operator and is none is a word like any other, so that no input is an error. Null where nothing is asked for.
 */
export function readSearch(typed: string): SearchQuery | null {
  const text = typed.replace(/\p{Cc}/gu, ' ').toWellFormed();
  const pieces = wordsIn(text).map((word): Piece => ({ ...word, isLast: word.end === text.length }));
  const words: string[] = [];
  const filters: SearchFilter[] = [];
  const must: string[][] = [];
  const mustNot: string[] = [];
  let joins = false;
  for (const piece of pieces) {
    if (piece.operator === null && !piece.isPhrase && !piece.not && piece.text === 'OR') {
      joins = must.length > 0;
      continue;
    }
    const filter = filterOf(piece);
    if (filter) filters.push(filter);
    const term = termOf(piece, filter);
    if (term !== null && !piece.not && columnOf(piece) === undefined) words.push(term);
    if (term !== null && piece.not) mustNot.push(term);
    else if (term !== null && joins && filter === null) must.at(-1)?.push(term);
    else if (term !== null) must.push([term]);
    joins = false;
  }
  const match = must.slice(0, mostTerms).map((any) => (any.length > 1 ? `(${any.join(' OR ')})` : any[0]));
  const exclude = mustNot.slice(0, mostTerms).join(' OR ');
  if (match.length === 0 && exclude === '' && filters.length === 0) return null;
  return {
    match: match.join(' AND ') || null,
    exclude: exclude || null,
    words: words.slice(0, mostTerms),
    filters,
  };
}

/** These ask in a part of the text; `from` and `to` ask the index for people first, and look closer afterwards. */
const columns: Readonly<Record<string, string>> = { subject: 'subject', from: 'people', to: 'people' };
const columnOf = ({ operator, text }: Piece): string | undefined =>
  operator === null || text === '' ? undefined : columns[operator];

function termOf(piece: Piece, filter: SearchFilter | null): string | null {
  const { operator, text, isPhrase, isLast, not } = piece;
  const column = columnOf(piece);
  // Somebody else in the mail may bear the name: only the closer look may turn a mail away.
  if (filter !== null && (column === undefined || not)) return null;
  const words = operator !== null && column === undefined ? `${operator}:${text}` : text;
  if (!hasWord.test(words)) return null;
  const mayContinue = filter !== null || (isLast && !isPhrase && !not);
  const term = `${quoted(words)}${mayContinue ? '*' : ''}`;
  return column ? `${column} : ${term}` : term;
}

function filterOf(piece: Piece): SearchFilter | null {
  const { operator, text, not } = piece;
  if (operator === null || text === '') return null;
  const value = text.toLowerCase();
  switch (operator) {
    case 'from':
    case 'to':
    case 'channel':
    case 'assignee':
      return { kind: operator, text: value, not };
    case 'field': {
      const { name, value: wanted } = fieldAsked(value);
      return name === '' ? null : { kind: 'field', name, value: wanted || null, not };
    }
    case 'tag':
      return tagPattern.test(value) ? { kind: 'tag', text: value, not } : null;
    case 'status': {
      return isCategory(value)
        ? { kind: 'status', status: value, not }
        : { kind: 'named-status', text: value, not };
    }
    case 'has':
      return value === 'attachment' || value === 'attachments' ? { kind: 'attachment', not } : null;
    case 'before':
    case 'after':
      return isDay(value) ? { kind: operator, day: value, not } : null;
    default:
      return null;
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));
