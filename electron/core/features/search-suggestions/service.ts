import type { ClientId, OperatorId } from '../../../shared/ids.ts';
import { may } from '../../../shared/operators.ts';
import type { RecentSearch, SuggestedValue } from '../../../shared/search-suggestions.ts';
import { fieldAsked, type ValuedOperator } from '../../../shared/search-words.ts';
import { toInstant } from '../../../shared/time.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Contacts } from '../contacts/service.ts';
import type { Fields } from '../fields/service.ts';
import type { Operators } from '../operators/service.ts';
import { statusesCalled } from '../statuses/service.ts';
import { channelNames, forgetSearches, keepSearch, recentSearches, tagsBeginning } from './queries.ts';

/** What is offered while somebody types a search: out of the stores that are searched, and out of no other. */
export interface SearchSuggestions {
  /** Values that begin so; `operator` null: of a plain word, whatever it could be. */
  values(
    stores: readonly ClientStore[],
    typed: { operator: ValuedOperator | null; text: string },
  ): readonly SuggestedValue[];
  /** An operator's own, the newest first. */
  recent(stores: readonly ClientStore[], operatorId: OperatorId): readonly RecentSearch[];
  /** Keeps a search with the client in whose conversation it ended; its words are that client's. */
  remember(store: ClientStore, search: { operatorId: OperatorId; text: string }): void;
  forget(stores: readonly ClientStore[], operatorId: OperatorId): void;
}

/** A list that one looks over, not one that is read. */
const mostValues = 8;
const mostOfPlainWord = 3;
const mostRecent = 6;
const mostKept = 30;

export function createSearchSuggestions(options: {
  clock: Clock;
  contacts: Pick<Contacts, 'find'>;
  fields: Pick<Fields, 'list'>;
  operators: Pick<Operators, 'list'>;
}): SearchSuggestions {
  const { clock, contacts, fields, operators } = options;

  const people = (store: ClientStore, { operator, text, limit }: Asked & { operator: 'from' | 'to' }) =>
    contacts
      .find(store, { text, limit })
      .map(({ name, addresses }) => ({ operator, value: addresses[0] ?? name, label: name }));

  const tags = (store: ClientStore, asked: Asked) =>
    tagsBeginning(store, asked).map((tag) => ({ operator: 'tag' as const, value: tag, label: '' }));

  const channels = (store: ClientStore, { text, limit }: Asked) =>
    channelNames(store)
      .filter((name) => name.toLowerCase().includes(text))
      .slice(0, limit)
      .map((name) => ({ operator: 'channel' as const, value: name, label: '' }));

  const statusNames = (store: ClientStore, { text, limit }: Asked) =>
    statusesCalled(store, text)
      .slice(0, limit)
      .map(({ name }) => ({ operator: 'status' as const, value: name, label: '' }));

  const colleagues = (store: ClientStore, { text, limit }: Asked) =>
    operators
      .list()
      .filter((each) => may(each, 'conversations.work', store.clientId))
      .filter((each) => each.name.toLowerCase().includes(text))
      .slice(0, limit)
      .map((each) => ({ operator: 'assignee' as const, value: each.name, label: '' }));

  /** Names; behind one of them, what can be chosen. */
  function fieldValues(store: ClientStore, { text, limit }: Asked): Value[] {
    const { name, value } = fieldAsked(text);
    const all = fields.list(store);
    const texts =
      value === null
        ? all.filter((field) => field.name.toLowerCase().includes(name)).map((field) => `${field.name}=`)
        : all
            .filter((field) => field.name.toLowerCase() === name)
            .flatMap((field) =>
              (field.kind === 'yes-no' ? ['yes', 'no'] : field.choices)
                .filter((choice) => choice.toLowerCase().includes(value))
                .map((choice) => `${field.name}=${choice}`),
            );
    return texts.slice(0, limit).map((each) => ({ operator: 'field', value: each, label: '' }));
  }

  function valuesIn(store: ClientStore, operator: ValuedOperator | null, text: string): Value[] {
    const asked = { text, limit: mostValues };
    switch (operator) {
      case 'from':
      case 'to':
        return text === '' ? [] : people(store, { ...asked, operator });
      case 'tag':
        return tags(store, asked);
      case 'channel':
        return channels(store, asked);
      case 'status':
        return statusNames(store, asked);
      case 'assignee':
        return colleagues(store, asked);
      case 'field':
        return fieldValues(store, asked);
      case null:
        if (text === '') return [];
        return [
          ...tags(store, { text, limit: mostOfPlainWord }),
          ...people(store, { text, limit: mostOfPlainWord, operator: 'from' }),
        ];
    }
  }

  return {
    values: (stores, { operator, text }) =>
      joined(
        stores.map((store) =>
          valuesIn(store, operator, text.toLowerCase()).map((value) => ({
            ...value,
            clientId: store.clientId,
          })),
        ),
      ).slice(0, mostValues),
    recent: (stores, operatorId) =>
      stores
        .flatMap((store) =>
          recentSearches(store, { operatorId, limit: mostRecent }).map((row) => ({
            clientId: store.clientId,
            text: row.text,
            at: toInstant(row.searched_at),
          })),
        )
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .slice(0, mostRecent),
    remember: (store, { operatorId, text }) =>
      keepSearch(store, { operatorId, text, now: clock.now(), most: mostKept }),
    forget(stores, operatorId) {
      for (const store of stores) forgetSearches(store, operatorId);
    },
  };
}

interface Asked {
  /** In small letters. */
  readonly text: string;
  readonly limit: number;
}
type Value = Omit<SuggestedValue, 'clientId'>;

type Owned = Value & { readonly clientId: ClientId };

/** By turns, so that no client crowds out another; a value that several have is nobody's in particular and offered once. */
function joined(lists: readonly (readonly Owned[])[]): SuggestedValue[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  );
  const byWords = Map.groupBy(turns.flat(), ({ operator, value }) => `${operator}:${value}`);
  return [...byWords.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, clientId: same.length === 1 ? first.clientId : null }] : [];
  });
}
