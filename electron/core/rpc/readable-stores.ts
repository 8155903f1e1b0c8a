import type { ClientId } from '../../shared/ids.ts';
import { may, type Operator } from '../../shared/operators.ts';
import type { Context } from './trpc.ts';

/** The clients an operator may read here: those whose store is open, and those that should be there but are not. */
export function readable(ctx: Context & { operator: Operator }, clientId: ClientId | null) {
  const wanted = ctx.services.clients
    .list()
    .filter((client) => clientId === null || client.id === clientId)
    .filter((client) => may(ctx.operator, 'conversations.read', client.id));
  const ready = wanted.filter((client) => client.state.kind === 'ready');
  return {
    stores: ready.map((client) => ctx.services.stores.of(client.id)),
    missing: wanted.filter((client) => client.state.kind !== 'ready').map((client) => client.id),
  };
}
