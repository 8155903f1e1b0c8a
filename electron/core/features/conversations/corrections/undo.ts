import type { ContactId, ConversationId, CorrectionId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { personOf } from '../../contacts/service.ts';
import { findConversation } from '../conversation-rows.ts';
import type { Scope } from '../history/events.ts';
import { restate } from '../history/history.ts';
import { carrySince } from './carry-since.ts';
import { joinAgain } from './join-again.ts';
import {
  markUndone,
  mustBeUndoable,
  mustRest,
  partsOf,
  tell,
  workOutAnew,
  type Correction,
} from './ledger.ts';
import { comingBack } from './drafts-back.ts';
import { isWrittenInto, mustBeOneWriter, mustBeUnwritten, type Desk } from './one-writer.ts';
import { digestOf, pictureOf } from './picture.ts';
import { holdsWords } from './pour.ts';
import { restoreRows } from './restore.ts';

/**
 * Everything as it was before. What has come since stays, and goes where it would have gone: what was said in a conversation
 * that goes away again, to the one that it came from; what answers messages that go back, with them.
 *
 * @throws LiaisonError `not-found`, `conflict`, `corrected-since`, `reply-on-its-way`, `drafts-on-both`, `claimed`
 */
export function undo(scope: Scope, { id, desk }: { id: CorrectionId; desk: Desk }): Correction {
  const { store, actor } = desk;
  const correction = mustBeUndoable(store, id);
  const parts = partsOf(correction);
  mustRest(store, parts);
  const isAsItWas = digestOf(pictureOf(store, parts)) === correction.digest;
  if (correction.kind === 'split') {
    for (const intoId of correction.fromIds) mustBeOneWriter(desk, { fromIds: [correction.intoId], intoId });
    joinAgain(store, correction);
  } else partAgain(desk, correction);
  const left = parts.filter((part) => findConversation(store, part));
  markUndone(scope, { seq: correction.seq, actor });
  const body = { type: 'correction-undone', correctionId: id, kind: correction.kind } as const;
  workOutAnew(store, left);
  for (const part of left) tell(scope, { id: part, actor, body });
  if (!isAsItWas) for (const part of left) restate(scope, part);
  return correction;
}

function partAgain(desk: Desk, { correctionId, kind, changes, fromIds, intoId }: Correction): void {
  const { store } = desk;
  // An open composer would save over words that come back under it.
  if (kind === 'move' && holdsWords(store, [intoId]))
    for (const { into } of comingBack(store, changes)) mustBeUnwritten(desk, into);
  restoreRows(store, changes);
  for (const from of fromIds) {
    refile(store, from);
    forget(store, { id: from, into: intoId });
    const since = { correctionId, from: intoId, into: from, isWrittenInto: isWrittenInto(desk, from) };
    carrySince(store, since);
  }
}

/** Contacts may have been found to be one person meanwhile, or two: it is with whoever its contact is now. */
function refile(store: ClientStore, id: ConversationId): void {
  const { contact } = store
    .prepare('SELECT coalesce(origin_id, contact_id) AS contact FROM conversations WHERE id = ?')
    .get(id) as { contact: ContactId };
  store
    .prepare(
      'UPDATE conversations SET contact_id = :person, origin_id = nullif(:contact, :person) WHERE id = :id',
    )
    .run({ id, contact, person: personOf(store, contact) });
}

/** It is there again. */
function forget(store: ClientStore, { id, into }: { id: ConversationId; into: ConversationId }): void {
  store.prepare('DELETE FROM merged_conversations WHERE id = ? AND into_id = ?').run(id, into);
}
