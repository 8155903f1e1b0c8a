import type { SendingRules } from '../../../shared/outbox.ts';
import type { Pace } from '../../../shared/outbox-pace.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** How this client's replies leave, where somebody has said; else as the pace has it. */
export function readSendingRules(store: ClientStore, pace: Pace): SendingRules {
  const row = store.first(store.sql.selectFrom('sending').select('undo_seconds'));
  return { undoSeconds: row?.undo_seconds ?? Math.round(pace.undo / 1000) };
}

export function writeSendingRules(store: ClientStore, { undoSeconds }: SendingRules): void {
  store.run(
    store.sql
      .insertInto('sending')
      .values({ one: 1, undo_seconds: undoSeconds })
      .onConflict((clash) => clash.column('one').doUpdateSet({ undo_seconds: undoSeconds })),
  );
}

/** The pace with this client's own time to take a reply back. */
export function paceOf(store: ClientStore, pace: Pace): Pace {
  const row = store.first(store.sql.selectFrom('sending').select('undo_seconds'));
  return row ? { ...pace, undo: row.undo_seconds * 1000 } : pace;
}
