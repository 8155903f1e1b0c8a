import type { QuoteMode } from '../../../shared/composing.ts';
import type { SendingRules } from '../../../shared/outbox.ts';
import type { Pace } from '../../../shared/outbox-pace.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** The pace with this client's own time to take a reply back, where somebody has said one. */
export function paceOf(store: ClientStore, pace: Pace): Pace {
  const row = store.first(store.sql.selectFrom('sending').select('undo_seconds'));
  return row ? { ...pace, undo: row.undo_seconds * 1000 } : pace;
}

/** What an answer repeats below itself; the last message where nobody has said. */
export const quoteModeOf = (store: ClientStore): QuoteMode =>
  store.first(store.sql.selectFrom('sending').select('quote'))?.quote ?? 'last';

export const readSendingRules = (store: ClientStore, pace: Pace): SendingRules => ({
  undoSeconds: Math.round(paceOf(store, pace).undo / 1000),
  quote: quoteModeOf(store),
});

export function writeSendingRules(store: ClientStore, { undoSeconds, quote }: SendingRules): void {
  store.run(
    store.sql
      .insertInto('sending')
      .values({ one: 1, undo_seconds: undoSeconds, quote })
      .onConflict((clash) => clash.column('one').doUpdateSet({ undo_seconds: undoSeconds, quote })),
  );
}
