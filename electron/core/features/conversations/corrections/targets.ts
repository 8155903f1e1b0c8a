import type { CorrectionTarget } from '../../../../shared/corrections.ts';
import type { ConversationStatus } from '../../../../shared/conversations.ts';
import type { ContactId, ConversationId } from '../../../../shared/ids.ts';
import { toInstant } from '../../../../shared/time.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { mustFindConversation } from '../conversation-rows.ts';
import type { SearchNames } from '../search/search-filters.ts';
import { searchMessages } from '../search/search.ts';

const mostOffered = 40;
/** Hits of one search: several may stand in one conversation. */
const mostHits = 100;

interface TargetRow {
  readonly id: ConversationId;
  readonly contact_id: ContactId;
  readonly subject: string;
  readonly contact_name: string;
  readonly contact_address: string | null;
  readonly status: ConversationStatus;
  readonly message_count: number;
  readonly last_message_at: number;
}

const select = `SELECT c.id, c.contact_id, c.subject, k.name AS contact_name,
    (SELECT min(address) FROM identities WHERE contact_id = c.contact_id) AS contact_address,
    c.status, c.message_count, c.last_message_at
  FROM conversations c JOIN contacts k ON k.id = c.contact_id`;

/**
 * Conversations of this client that the messages of one may be put into: with the same customer first, then the newest; with
 * words, those in which the words stand.
 */
export function targetsOf(
  store: ClientStore,
  { conversationId, text, names }: { conversationId: ConversationId; text: string; names: SearchNames },
): CorrectionTarget[] {
  const { contact_id: contactId } = mustFindConversation(store, conversationId);
  const rows = text === '' ? nearest(store, contactId) : found(store, { text, names });
  const offered = rows.filter((row) => row.id !== conversationId && row.message_count > 0);
  const present = offered.map((row) => asTarget(row, contactId));
  return present
    .toSorted(
      (a, b) => Number(b.sameContact) - Number(a.sameContact) || (a.lastMessageAt < b.lastMessageAt ? 1 : -1),
    )
    .slice(0, mostOffered);
}

function nearest(store: ClientStore, contactId: ContactId): TargetRow[] {
  const same = store.prepare(
    `${select} WHERE c.contact_id = ? AND c.status <> 'spam' ORDER BY c.last_message_at DESC LIMIT ${mostOffered}`,
  );
  const newest = store.prepare(
    `${select} WHERE c.status <> 'spam' ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${mostOffered}`,
  );
  const rows = [...(same.all(contactId) as TargetRow[]), ...(newest.all() as TargetRow[])];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function found(store: ClientStore, { text, names }: { text: string; names: SearchNames }): TargetRow[] {
  const request = { clientId: store.clientId, text, cursor: null, limit: mostHits };
  const { hits } = searchMessages([store], request, names);
  const ids = [...new Set(hits.map((hit) => hit.conversationId))];
  return store
    .prepare(`${select} WHERE c.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as TargetRow[];
}

const asTarget = (row: TargetRow, contactId: ContactId): CorrectionTarget => ({
  id: row.id,
  subject: row.subject,
  contactName: row.contact_name,
  contactAddress: row.contact_address ?? '',
  status: row.status,
  messageCount: row.message_count,
  lastMessageAt: toInstant(row.last_message_at),
  sameContact: row.contact_id === contactId,
});
