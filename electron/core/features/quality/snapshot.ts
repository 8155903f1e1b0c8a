import type { EventBody } from '../../../shared/events.ts';
import type { ConversationId, MessageId, SegmentId } from '../../../shared/ids.ts';
import type { FrozenEvent, FrozenMessage, Snapshot, VoiceRecord } from '../../../shared/quality.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import { voiceOf } from './voice-queries.ts';

/** One segment as it stands now, to be kept beside the sample: what is reviewed never changes under the reviewer. */
export function freeze(
  store: ClientStore,
  segment: { id: SegmentId; conversationId: ConversationId },
): Snapshot {
  const events = eventsOf(store, segment);
  const ids = new Set(events.flatMap(({ body }) => ('messageId' in body ? [body.messageId] : [])));
  const conversation = conversationOf(store, segment.conversationId);
  return {
    subject: conversation.subject,
    contact: { name: conversation.name, address: conversation.address ?? '' },
    status: conversation.status,
    tags: store
      .all(
        store.sql
          .selectFrom('conversation_tags')
          .select('tag')
          .where('conversation_id', '=', segment.conversationId)
          .orderBy('tag'),
      )
      .map((row) => row.tag),
    messages: messagesOf(store, { conversationId: segment.conversationId, ids }),
    events,
  };
}

function eventsOf(
  store: ClientStore,
  { id, conversationId }: { id: SegmentId; conversationId: ConversationId },
): FrozenEvent[] {
  const query = store.sql
    .selectFrom('events')
    .select(['at', 'type', 'actor_kind', 'actor_id', 'data'])
    .where('conversation_id', '=', conversationId)
    .where('segment_id', '=', id)
    .orderBy('at')
    .orderBy('seq');
  return store.all(query).map((row) => ({
    at: toInstant(row.at),
    actor: { kind: row.actor_kind, id: row.actor_id },
    body: { ...(JSON.parse(row.data) as EventBody), type: row.type } as EventBody,
  }));
}

function conversationOf(store: ClientStore, id: ConversationId) {
  const row = store.first(
    store.sql
      .selectFrom('conversations')
      .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
      .leftJoin('identities', 'identities.contact_id', 'contacts.id')
      .select(['conversations.subject', 'conversations.status', 'contacts.name', 'identities.address'])
      .where('conversations.id', '=', id)
      .orderBy('identities.address'),
  );
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'conversation' } });
  return row;
}

/** The segment's own messages, and what had been said in the conversation before them. */
function messagesOf(
  store: ClientStore,
  segment: { conversationId: ConversationId; ids: ReadonlySet<MessageId> },
): FrozenMessage[] {
  const all = store.all(
    store.sql
      .selectFrom('messages')
      .select([
        'seq',
        'id',
        'kind',
        'from_name',
        'from_address',
        'operator_id',
        'automatic',
        'sent_at',
        'subject',
        'body',
      ])
      .where('conversation_id', '=', segment.conversationId)
      .orderBy('sent_at')
      .orderBy('seq'),
  );
  const last = all.findLastIndex((row) => segment.ids.has(row.id));
  const first = all.findIndex((row) => segment.ids.has(row.id));
  const rows = all.slice(0, last + 1).filter((row, index) => index < first || segment.ids.has(row.id));
  if (rows.length === 0) return [];
  const attached = attachmentNames(
    store,
    rows.map((row) => row.seq),
  );
  const voice = voiceOf(store, segment.conversationId);
  return rows.map((row) => ({
    ...voicePart(voice.get(row.seq)),
    id: row.id,
    kind: row.kind,
    from: { name: row.from_name, address: row.from_address },
    operatorId: row.operator_id,
    automatic: row.automatic === 1,
    at: toInstant(row.sent_at),
    subject: row.subject,
    text: row.body,
    attachments: attached.get(row.seq) ?? [],
    earlier: !segment.ids.has(row.id),
  }));
}

const voicePart = (voice: VoiceRecord | undefined) => (voice ? { voice } : {});

function attachmentNames(store: ClientStore, messages: readonly number[]): Map<number, string[]> {
  const query = store.sql
    .selectFrom('attachments')
    .select(['message_seq', 'name'])
    .where('message_seq', 'in', messages)
    .where('inline', '=', 0)
    .orderBy('part');
  const names = new Map<number, string[]>();
  for (const row of store.all(query))
    names.set(row.message_seq, [...(names.get(row.message_seq) ?? []), row.name]);
  return names;
}
