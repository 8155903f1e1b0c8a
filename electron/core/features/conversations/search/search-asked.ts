import type { ClientStore } from '../../../store/client/client-store.ts';
import { conditionsOf, type SearchNames } from './search-filters.ts';
import type { Asked } from './search-queries.ts';
import type { SearchQuery } from './search-query-rules.ts';
import { spelledOut } from './search-words.ts';

/** What a query asks of one store, whose words, days, fields and people are its own. */
export const askedOf = (query: SearchQuery, store: ClientStore, names: SearchNames): Asked => ({
  match: query.match === null ? null : spelledOut(store, { match: query.match, of: 'messages' }),
  exclude: query.exclude,
  conditions: conditionsOf(query.filters, { store, names }),
});
