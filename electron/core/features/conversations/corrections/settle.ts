import type { Actor, EventBody } from '../../../../shared/events.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { mustFindConversation } from '../conversation-rows.ts';
import { appendEvent, lastEventAt, type Scope } from '../history/events.ts';
import { restate } from '../history/history.ts';
import { isSameStanding, type Standing } from '../history/life-rules.ts';
import { statusWord } from '../status-word.ts';

export function standingOf(store: ClientStore, id: ConversationId): Standing {
  const row = mustFindConversation(store, id);
  return { status: row.status, statusId: row.status_id, waitingSince: row.waiting_since };
}

/**
 * Tells a conversation's history again, and where that leaves it standing otherwise than it should, says so: a customer who
 * waited goes on waiting, whatever stands between the messages now.
 */
export function settle(
  scope: Scope,
  { id, actor, to, until }: { id: ConversationId; actor: Actor; to: Standing; until?: number | null },
): void {
  restate(scope, id);
  if (isSameStanding(standingOf(scope.store, id), to)) return;
  const body: EventBody = {
    ...statusWord(scope.store, mustFindConversation(scope.store, id), to),
    ...(to.status === 'snoozed' ? { until: until ?? null } : {}),
    waitingSince: to.waitingSince,
  };
  const at = Math.max(scope.now, lastEventAt(scope.store, id) ?? 0);
  const segmentId = mustFindConversation(scope.store, id).segment_id;
  appendEvent(scope, { conversationId: id, segmentId, at, actor, body });
  restate(scope, id);
}
