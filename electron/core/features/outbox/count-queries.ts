import type { OutboxCounts } from '../../../shared/outbox-standing.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { countTakenBack } from './taken-back-queries.ts';

/** How many replies want a person, and how many are on their way. */
export function countOutbox(store: ClientStore): OutboxCounts {
  const rows = store.all(
    store.sql
      .selectFrom('outbox')
      .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
      .where('state', 'in', ['queued', 'held', 'sending', 'failed', 'unknown'])
      .groupBy('state'),
  );
  const of = (...states: readonly string[]) =>
    rows.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);
  return {
    clientId: store.clientId,
    attention: of('failed', 'held', 'unknown') + countTakenBack(store),
    onTheirWay: of('queued', 'sending'),
  };
}
