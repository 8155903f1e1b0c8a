import { z } from 'zod';
import { ClientId } from './ids.ts';
import { valuedOperators, type ValuedOperator } from './search-words.ts';
import type { Instant } from './time.ts';

/** What may stand behind an operator, out of the clients that are searched. */
export interface SuggestedValue {
  readonly operator: ValuedOperator;
  readonly value: string;
  /** What it is called, where the value is an address. */
  readonly label: string;
  /** Whose it is; null: of several. */
  readonly clientId: ClientId | null;
}

export interface RecentSearch {
  readonly clientId: ClientId;
  readonly text: string;
  readonly at: Instant;
}

/** One client, or all that the operator may read. */
export const WhereSearched = z.object({ clientId: ClientId.nullable() });
export const SuggestedValuesRequest = WhereSearched.extend({
  operator: z.enum(valuedOperators).nullable(),
  text: z.string().trim().max(200),
});
export const SearchText = z.string().trim().min(1).max(400);
