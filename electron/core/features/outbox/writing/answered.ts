import type { Participant } from '../../../../shared/conversations.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { AnsweredMessage } from './threading.ts';

/** Enough for any References header; the first message is always among them. */
const newest = 60;

/** The public messages of a conversation that an answer refers to, oldest first. */
export function listAnswered(store: ClientStore, conversationId: ConversationId): AnsweredMessage[] {
  const all = store.sql
    .selectFrom('messages')
    .select(['seq', 'kind', 'from_name', 'from_address', 'recipients', 'internet_message_id'])
    .where('conversation_id', '=', conversationId)
    .where('kind', '!=', 'note')
    // What was handed on to somebody else is no part of what is said with the customer.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('forwards').select('message_seq').whereRef('message_seq', '=', 'messages.seq'))),
    )
    // A delivery report is no word of the customer's, and nobody reads what its sender gets.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('bounces').select('report_seq').whereRef('report_seq', '=', 'messages.seq'))),
    );
  const last = store.all(all.orderBy('seq', 'desc').limit(newest)).toReversed();
  const first = store
    .all(all.orderBy('seq').limit(1))
    .filter((row) => last.every((other) => other.seq !== row.seq));
  return [...first, ...last].map((row) => {
    const { to, cc } = JSON.parse(row.recipients) as { to: Participant[]; cc: Participant[] };
    return {
      kind: row.kind === 'outbound' ? 'outbound' : 'inbound',
      from: { name: row.from_name, address: row.from_address },
      to,
      cc,
      internetMessageId: row.internet_message_id,
    };
  });
}
