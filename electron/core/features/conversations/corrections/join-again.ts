import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Correction } from './ledger.ts';
import { pour } from './pour.ts';
import { restoreRows } from './restore.ts';

/** What was split off goes away; whoever looks for it finds where it came from. @throws LiaisonError `drafts-on-both` */
export function joinAgain(store: ClientStore, { changes, fromIds, intoId }: Correction): void {
  const [origin] = fromIds;
  if (!origin) return;
  restoreRows(
    store,
    changes.filter(({ table, before }) => table !== 'conversations' || before !== null),
  );
  store
    .prepare(
      "DELETE FROM events WHERE conversation_id = ? AND type IN ('opened', 'corrected', 'correction-undone')",
    )
    .run(intoId);
  pour(store, { from: intoId, into: origin });
}
