import type { ClientStore } from '../../../store/client/client-store.ts';
import { conditionsOf, type SearchNames } from './search-filters.ts';
import type { Asked } from './search-queries.ts';
import type { SearchQuery } from './search-query-rules.ts';
import { spelledOut } from './search-words.ts';

/** What a query asks of one store, whose days, fields and people are its own. */
export const askedOf = (query: SearchQuery, store: ClientStore, names: SearchNames): Asked => ({
  match: query.match,
  exclude: query.exclude,
  conditions: conditionsOf(query.filters, { store, names }),
});

/** The same with the store's own words for a beginning that has few. */
export const spelledAsked = (store: ClientStore, asked: Asked): Asked =>
  asked.match === null
    ? asked
    : { ...asked, match: spelledOut(store, { match: asked.match, of: 'messages' }) };
