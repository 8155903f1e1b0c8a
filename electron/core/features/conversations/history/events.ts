import { operatorOf, type Actor, type EventBody } from '../../../../shared/events.ts';
import type { ConversationId, SegmentId } from '../../../../shared/ids.ts';
import { newId } from '../../../ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';

export interface EventEntry {
  readonly conversationId: ConversationId;
  readonly segmentId: SegmentId;
  /** When it happened: epoch milliseconds. Imported mail happened when it was written, not when it was imported. */
  readonly at: number;
  readonly actor: Actor;
  readonly body: EventBody;
}

/** What every write of this noun knows: whose store, when, and which calendar is in force. */
export interface Scope {
  readonly store: ClientStore;
  readonly now: number;
  readonly calendarVersion: number;
}

/** Appends a fact and gives its number. `data` holds the whole body, its type included. */
export function appendEvent({ store, now, calendarVersion }: Scope, entry: EventEntry): number {
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO events (id, at, conversation_id, segment_id, type, actor_kind, actor_id, data, calendar_version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      newId(now),
      entry.at,
      entry.conversationId,
      entry.segmentId,
      entry.body.type,
      entry.actor.kind,
      operatorOf(entry.actor),
      JSON.stringify(entry.body),
      calendarVersion,
    );
  return Number(lastInsertRowid);
}

/** The moment of the newest event of a conversation. */
export function lastEventAt(store: ClientStore, id: ConversationId): number | null {
  const row = store.prepare('SELECT max(at) AS at FROM events WHERE conversation_id = ?').get(id) as {
    at: number | null;
  };
  return row.at;
}
