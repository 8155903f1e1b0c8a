import {
  CorrectionRef,
  MergeRequest,
  MoveRequest,
  SplitRequest,
  TargetsRequest,
} from '../../../../shared/corrections.ts';
import { clientProcedure, conversationProcedure, router } from '../../../rpc/trpc.ts';
import { operatorsNamedBy } from '../search/asking.ts';

export const correctionsRouter = router({
  split: clientProcedure('conversations.work')
    .input(SplitRequest)
    .mutation(({ ctx, input }) =>
      ctx.services.corrections.split(ctx.store, ctx.actor, {
        id: input.conversationId,
        messageIds: input.messageIds,
      }),
    ),
  merge: clientProcedure('conversations.work')
    .input(MergeRequest)
    .mutation(({ ctx, input }) => ctx.services.corrections.merge(ctx.store, ctx.actor, input)),
  move: clientProcedure('conversations.work')
    .input(MoveRequest)
    .mutation(({ ctx, input }) =>
      ctx.services.corrections.move(ctx.store, ctx.actor, {
        id: input.conversationId,
        messageIds: input.messageIds,
        intoId: input.intoId,
      }),
    ),
  undo: clientProcedure('conversations.work')
    .input(CorrectionRef)
    .mutation(({ ctx, input }) => ctx.services.corrections.undo(ctx.store, ctx.actor, input.correctionId)),
  targets: clientProcedure('conversations.read')
    .input(TargetsRequest)
    .query(({ ctx, input }) =>
      ctx.services.corrections.targets(ctx.store, { ...input, operatorsNamed: operatorsNamedBy(ctx) }),
    ),
  links: conversationProcedure('conversations.read').query(({ ctx, input }) =>
    ctx.services.corrections.links(ctx.store, input.conversationId),
  ),
});
