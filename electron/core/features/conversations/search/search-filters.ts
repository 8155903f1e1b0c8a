import type { OperatorId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { fieldCondition } from './search-fields.ts';
import { statusesCalled } from '../../statuses/service.ts';
import { firstSeqAt } from '../intake/message-rows.ts';
import type { SearchFilter } from './search-query-rules.ts';

/** What the words of a filter stand for. */
export interface SearchNames {
  /** The operators that `me` or a part of a name stands for. */
  operatorsNamed(name: string): readonly OperatorId[];
  /** The first moment of a day where the client is; epoch milliseconds. */
  startOfDay(store: ClientStore, day: string): number;
}

/** A condition on `m`, a row of `messages`, with its values in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const ofConversation = (condition: string): string =>
  `EXISTS (SELECT 1 FROM conversations c WHERE c.id = m.conversation_id AND ${condition})`;
const holds = (column: string): string => `${column} LIKE ? ESCAPE '\\'`;
const part = (text: string): string => `%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`;

/** One condition for each filter. */
export const conditionsOf = (
  filters: readonly SearchFilter[],
  at: { readonly store: ClientStore; readonly names: SearchNames },
): Condition[] =>
  filters.map((filter) => {
    const { sql, values } = conditionOf(filter, at);
    return { sql: filter.not ? `NOT ${sql}` : sql, values };
  });

function conditionOf(
  filter: SearchFilter,
  { store, names }: { store: ClientStore; names: SearchNames },
): Condition {
  switch (filter.kind) {
    case 'from':
      return { sql: holds("(m.from_name || ' ' || m.from_address)"), values: [part(filter.text)] };
    case 'to':
      return { sql: holds('m.recipients'), values: [part(filter.text)] };
    case 'channel':
      return {
        sql: `EXISTS (SELECT 1 FROM channels h WHERE h.id = m.channel_id AND ${holds('h.name')})`,
        values: [part(filter.text)],
      };
    case 'tag':
      return {
        sql: 'EXISTS (SELECT 1 FROM conversation_tags t WHERE t.conversation_id = m.conversation_id AND t.tag = ?)',
        values: [filter.text],
      };
    case 'field':
      return fieldCondition(store, filter);
    case 'status':
      return { sql: ofConversation('c.status = ?'), values: [filter.status] };
    case 'named-status':
      return {
        sql: ofConversation('c.status_id IN (SELECT value FROM json_each(?))'),
        values: [JSON.stringify(statusesCalled(store, filter.text).map(({ id }) => id))],
      };
    case 'assignee':
      if (filter.text === 'none') return { sql: ofConversation('c.assignee_id IS NULL'), values: [] };
      return {
        sql: ofConversation('c.assignee_id IN (SELECT value FROM json_each(?))'),
        values: [JSON.stringify(names.operatorsNamed(filter.text))],
      };
    case 'attachment':
      return {
        sql: 'EXISTS (SELECT 1 FROM attachments f WHERE f.message_seq = m.seq AND f.inline = 0)',
        values: [],
      };
    case 'before':
      return { sql: 'm.seq < CAST(? AS INTEGER)', values: [firstSeqAt(names.startOfDay(store, filter.day))] };
    case 'after':
      return {
        sql: 'm.seq >= CAST(? AS INTEGER)',
        values: [firstSeqAt(names.startOfDay(store, filter.day))],
      };
  }
}
