import { conversationStatuses } from '../../../../electron/shared/conversation-words.ts';
import {
  searchOperators,
  valuedOperators,
  type SearchOperator,
  type TypedWord,
  type ValuedOperator,
} from '../../../../electron/shared/search-words.ts';

/** What can be put in the place of the word that is being typed; `value` null: the operator alone. */
export interface Offer {
  readonly operator: SearchOperator;
  readonly value: string | null;
}

/** What the page knows by itself: operators, statuses, days. */
export function offersOf(word: TypedWord, today: string): Offer[] {
  const { operator, text } = word;
  if (operator === null) return operatorsBeginning(text);
  const beginning = text.toLowerCase();
  return valuesOf(operator, today)
    .filter((value) => value.startsWith(beginning) && value !== beginning)
    .map((value) => ({ operator, value }));
}

/** All of them where nothing is typed; a single letter begins too many words to mean one. */
function operatorsBeginning(text: string): Offer[] {
  if (text.length === 1) return [];
  const beginning = text.toLowerCase();
  return searchOperators
    .filter((each) => each.startsWith(beginning))
    .map((operator) => ({ operator, value: null }));
}

function valuesOf(operator: SearchOperator, today: string): readonly string[] {
  switch (operator) {
    case 'status':
      return conversationStatuses;
    case 'has':
      return ['attachment'];
    case 'assignee':
      return ['me', 'none'];
    case 'before':
    case 'after':
      return [0, 1, 7, 30].map((days) => daysBefore(today, days));
    case 'from':
    case 'to':
    case 'subject':
    case 'tag':
    case 'channel':
    case 'field':
      return [];
  }
}

const dayMilliseconds = 86_400_000;

/** `YYYY-MM-DD`, so many days earlier. */
const daysBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * dayMilliseconds).toISOString().slice(0, 10);

/** What the core is asked for, or null where it knows nothing: values of these clients, from the second letter of a plain word. */
export function askedOf({
  operator,
  text,
}: TypedWord): { operator: ValuedOperator | null; text: string } | null {
  if (operator === null) return text.length < 2 ? null : { operator: null, text };
  const valued = valuedOperators.find((each) => each === operator);
  return valued ? { operator: valued, text } : null;
}
