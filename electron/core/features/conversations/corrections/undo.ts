import type { Actor } from '../../../../shared/events.ts';
import type { ConversationId, CorrectionId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { findConversation } from '../conversation-rows.ts';
import type { Scope } from '../events.ts';
import { restate } from '../history.ts';
import { carrySince } from './carry-since.ts';
import {
  markUndone,
  mustBeUndoable,
  mustRest,
  partsOf,
  tell,
  workOutAnew,
  type Correction,
} from './ledger.ts';
import { digestOf, pictureOf } from './picture.ts';
import { pour } from './pour.ts';
import { restoreRows } from './restore.ts';

/**
 * Everything as it was before. What has come since stays, and goes where it would have gone: what was said in a conversation
 * that goes away again, to the one that it came from; what answers messages that go back, with them.
 *
 * @throws LiaisonError `not-found`, `conflict`, `corrected-since`, `reply-on-its-way`, `drafts-on-both`
 */
export function undo(scope: Scope, { id, actor }: { id: CorrectionId; actor: Actor }): Correction {
  const { store } = scope;
  const correction = mustBeUndoable(store, id);
  const parts = partsOf(correction);
  mustRest(store, parts);
  const isAsItWas = digestOf(pictureOf(store, parts)) === correction.digest;
  // Rows come back in any order: what they refer to must be there in the end.
  store.script('PRAGMA defer_foreign_keys = ON');
  if (correction.kind === 'split') joinAgain(store, correction);
  else partAgain(store, correction);
  const left = parts.filter((part) => findConversation(store, part));
  markUndone(scope, { seq: correction.seq, actor });
  const body = { type: 'correction-undone', correctionId: id, kind: correction.kind } as const;
  workOutAnew(store, left);
  for (const part of left) tell(scope, { id: part, actor, body });
  if (!isAsItWas) for (const part of left) restate(scope, part);
  return correction;
}

/** What was split off goes away; whoever looks for it finds where it came from. */
function joinAgain(store: ClientStore, { changes, fromIds, intoId }: Correction): void {
  const [origin] = fromIds;
  if (!origin) return;
  restoreRows(
    store,
    changes.filter(({ table, before }) => table !== 'conversations' || before !== null),
  );
  store
    .prepare("DELETE FROM events WHERE conversation_id = ? AND type IN ('opened', 'corrected')")
    .run(intoId);
  pour(store, { from: intoId, into: origin });
}

function partAgain(store: ClientStore, correction: Correction): void {
  const { correctionId, changes, fromIds, intoId } = correction;
  restoreRows(store, changes);
  for (const from of fromIds) {
    forget(store, { id: from, into: intoId });
    carrySince(store, { correctionId, from: intoId, into: from });
  }
}

/** It is there again. */
function forget(store: ClientStore, { id, into }: { id: ConversationId; into: ConversationId }): void {
  store.prepare('DELETE FROM merged_conversations WHERE id = ? AND into_id = ?').run(id, into);
}
