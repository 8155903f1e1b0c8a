import { z } from 'zod';
import { ClientId, ViewId } from '../../../shared/ids.ts';
import { may, type Operator } from '../../../shared/operators.ts';
import { ViewDraft, ViewQueueRequest } from '../../../shared/views.ts';
import { router, workspaceProcedure, type Context } from '../../rpc/trpc.ts';

/** Whoever asks, with what they may read: those clients whose store is open, and those that should be there. */
function readerOf(ctx: Context & { operator: Operator }) {
  const wanted = ctx.services.clients
    .list()
    .filter((client) => may(ctx.operator, 'conversations.read', client.id));
  const ready = wanted.filter((client) => client.state.kind === 'ready');
  const reader = {
    operator: ctx.operator,
    clientIds: wanted.map(({ id }) => id),
    stores: ready.map((client) => ctx.services.stores.of(client.id)),
  };
  return { reader, missing: wanted.filter((client) => client.state.kind !== 'ready') };
}

export const viewsRouter = router({
  list: workspaceProcedure('workspace.read').query(({ ctx }) =>
    ctx.services.views.list(readerOf(ctx).reader),
  ),
  queue: workspaceProcedure('workspace.read')
    .input(ViewQueueRequest)
    .query(({ ctx, input }) => {
      const { reader, missing } = readerOf(ctx);
      const { clientIds } = ctx.services.views.find(reader, input.viewId);
      const away = missing
        .map(({ id }) => id)
        .filter((id) => input.clientId === null || id === input.clientId)
        .filter((id) => clientIds === null || clientIds.includes(id));
      return { ...ctx.services.views.page(reader, input), missing: away };
    }),
  counts: workspaceProcedure('workspace.read')
    .input(z.object({ clientId: ClientId.nullable() }))
    .query(({ ctx, input, signal }) =>
      ctx.services.views.counts(readerOf(ctx).reader, input.clientId, signal),
    ),
  tally: workspaceProcedure('workspace.read')
    .input(
      z.object({
        clientIds: ViewDraft.shape.clientIds,
        filter: ViewDraft.shape.filter,
        sort: ViewDraft.shape.sort,
      }),
    )
    .query(({ ctx, input }) => ctx.services.views.tally(readerOf(ctx).reader, input)),
  save: workspaceProcedure('workspace.read')
    .input(ViewDraft)
    .mutation(({ ctx, input }) => ctx.services.views.save(readerOf(ctx).reader, input)),
  remove: workspaceProcedure('workspace.read')
    .input(z.object({ viewId: ViewId }))
    .mutation(({ ctx, input }) => ctx.services.views.remove(readerOf(ctx).reader, input.viewId)),
});
