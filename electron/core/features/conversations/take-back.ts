import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { forgetMessage } from '../../store/client/message-words.ts';
import { findConversation } from './conversation-rows.ts';
import type { Scope } from './history/events.ts';
import { restate } from './history/history.ts';

/** What taking facts back came to. */
export interface TakenBack {
  /** The facts that are gone, the newest first: what is of another noun is put back by that noun. */
  readonly taken: readonly EventBody[];
  /** Facts that stand: somebody has changed the same thing since. */
  readonly kept: number;
  /** The status now and, of a snooze, until when (epoch milliseconds; null: until the customer writes). */
  readonly status: ConversationStatus;
  readonly until: number | null;
}

interface FactRow {
  readonly seq: number;
  readonly at: number;
  readonly data: string;
}

/**
 * Takes facts back that were made by mistake and in one go, as if they had never been: shortly after, and only where
 * nothing was built upon them. Everything that follows from them is told again without them.
 */
export function takeBack(
  scope: Scope,
  { id, eventIds }: { id: ConversationId; eventIds: readonly string[] },
): TakenBack {
  const { store } = scope;
  const taken: EventBody[] = [];
  for (const eventId of eventIds.toReversed()) {
    const fact = factOf(store, { id, eventId });
    if (!fact || !takeOne(store, { id, ...fact })) continue;
    store.prepare('DELETE FROM events WHERE seq = ?').run(fact.row.seq);
    taken.push(fact.body);
  }
  if (taken.some((body) => body.type === 'status-changed')) restate(scope, id);
  const status = findConversation(store, id)?.status ?? 'open';
  return { taken, kept: eventIds.length - taken.length, status, until: snoozedUntil(store, id) };
}

function factOf(store: ClientStore, { id, eventId }: { id: ConversationId; eventId: string }) {
  const row = store
    .prepare('SELECT seq, at, data FROM events WHERE id = ? AND conversation_id = ?')
    .get(eventId, id) as FactRow | undefined;
  return row && { row, body: JSON.parse(row.data) as EventBody };
}

interface Fact {
  readonly id: ConversationId;
  readonly row: FactRow;
  readonly body: EventBody;
}

/** Gives whether it could be taken back. */
function takeOne(store: ClientStore, { id, row, body }: Fact): boolean {
  switch (body.type) {
    case 'status-changed':
      return !isFollowed(store, { id, row, types: ['status-changed', 'message-sent', 'opened'] });
    case 'assigned': {
      const change = store.prepare(
        'UPDATE conversations SET assignee_id = ? WHERE id = ? AND assignee_id IS ?',
      );
      if (isFollowed(store, { id, row, types: ['assigned'] })) return false;
      return change.run(body.from, id, body.to).changes === 1;
    }
    case 'tagged':
    case 'untagged':
      if (isFollowed(store, { id, row, types: ['tagged', 'untagged'], path: '$.tag', value: body.tag }))
        return false;
      setTag(store, { id, tag: body.tag, on: body.type === 'untagged' });
      return true;
    case 'field-changed':
      return !isFollowed(store, {
        id,
        row,
        types: ['field-changed'],
        path: '$.fieldId',
        value: body.fieldId,
      });
    case 'note-added':
      removeNote(store, body.messageId);
      return true;
    case 'rule-ran':
      return true;
    default:
      return false;
  }
}

/** Whether a fact of these types came after it; with a path, one that says the same there. */
function isFollowed(
  store: ClientStore,
  of: {
    id: ConversationId;
    row: FactRow;
    types: readonly EventBody['type'][];
    path?: string;
    value?: string;
  },
): boolean {
  const found = store
    .prepare(
      `SELECT 1 FROM events WHERE conversation_id = :id AND (at, seq) > (:at, :seq)
         AND type IN (SELECT value FROM json_each(:types))
         AND (:path IS NULL OR json_extract(data, :path) = :value) LIMIT 1`,
    )
    .get({
      id: of.id,
      at: of.row.at,
      seq: of.row.seq,
      types: JSON.stringify(of.types),
      path: of.path ?? null,
      value: of.value ?? null,
    });
  return found !== undefined;
}

function setTag(store: ClientStore, { id, tag, on }: { id: ConversationId; tag: string; on: boolean }): void {
  const statement = on
    ? 'INSERT OR IGNORE INTO conversation_tags (conversation_id, tag) VALUES (?, ?)'
    : 'DELETE FROM conversation_tags WHERE conversation_id = ? AND tag = ?';
  store.prepare(statement).run(id, tag);
}

function removeNote(store: ClientStore, id: MessageId): void {
  const note = store.prepare("SELECT seq FROM messages WHERE id = ? AND kind = 'note'").get(id) as
    | { seq: number }
    | undefined;
  if (!note) return;
  forgetMessage(store, note.seq);
  store.prepare('DELETE FROM messages WHERE seq = ?').run(note.seq);
}

/** Until when it was laid aside last, by the word that did it. */
function snoozedUntil(store: ClientStore, id: ConversationId): number | null {
  const row = store
    .prepare(
      `SELECT json_extract(data, '$.until') AS until FROM events
       WHERE conversation_id = ? AND type = 'status-changed' ORDER BY at DESC, seq DESC LIMIT 1`,
    )
    .get(id) as { until: number | null } | undefined;
  return row?.until ?? null;
}
