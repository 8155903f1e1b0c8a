import { z } from 'zod';
import { BulkAction, BulkChoice } from '../../../shared/actions.ts';
import { BatchId, type ConversationId } from '../../../shared/ids.ts';
import type { Operator } from '../../../shared/operators.ts';
import { clientProcedure, router, type Context } from '../../rpc/trpc.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

const Named = z.object({ batchId: BatchId });
/** All of a list means all of it; beyond this many nobody means what they ask for. */
const mostAtOnce = 100_000;

type Asking = Context & { operator: Operator; store: ClientStore };

function idsOf({ services, operator, store }: Asking, choice: BulkChoice): readonly ConversationId[] {
  switch (choice.kind) {
    case 'some':
      return choice.ids;
    case 'queue':
      return services.conversations.idsOf(store, { queue: choice.view, operatorId: operator.id }, mostAtOnce);
    case 'view': {
      const reader = { operator, clientIds: [store.clientId], stores: [store] };
      const { filter, sort } = services.views.find(reader, choice.viewId);
      return services.conversations.idsOf(
        store,
        { view: { filter, sort, operatorId: operator.id } },
        mostAtOnce,
      );
    }
  }
}

export const batchesRouter = router({
  begin: clientProcedure('conversations.work')
    .input(z.object({ choice: BulkChoice, actions: z.array(BulkAction).min(1).max(20) }))
    .mutation(({ ctx, input }) => {
      const { actions } = ctx.services;
      return actions.batches.begin(ctx.store, ctx.operator.id, {
        ids: idsOf(ctx, input.choice),
        actions: actions.asKept(ctx.store, input.actions),
      });
    }),
  read: clientProcedure('conversations.work')
    .input(Named)
    .query(({ ctx, input }) => ctx.services.actions.batches.read(ctx.store, input.batchId)),
  cancel: clientProcedure('conversations.work')
    .input(Named)
    .mutation(({ ctx, input }) => ctx.services.actions.batches.cancel(ctx.store, input.batchId)),
  undo: clientProcedure('conversations.work')
    .input(Named)
    .mutation(({ ctx, input }) => ctx.services.actions.batches.undo(ctx.store, input.batchId)),
});
