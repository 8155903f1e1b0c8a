import { z } from 'zod';
import { ConversationId, OperatorId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const OneConversation = z.object({ conversationId: ConversationId });

export const claimsRouter = router({
  /** As long as the caller listens, the conversation is theirs, or they are told whose it is. */
  hold: clientProcedure('messages.send')
    .input(OneConversation)
    .subscription(({ ctx, input, signal }) =>
      ctx.services.claims.hold(
        ctx.store,
        { operatorId: ctx.operator.id, conversationId: input.conversationId },
        signal ?? new AbortController().signal,
      ),
    ),
  watch: clientProcedure('conversations.read')
    .input(OneConversation)
    .subscription(({ ctx, input, signal }) =>
      ctx.services.claims.watch(
        ctx.store,
        { operatorId: ctx.operator.id, conversationId: input.conversationId },
        signal ?? new AbortController().signal,
      ),
    ),
  take: clientProcedure('messages.send')
    .input(OneConversation.extend({ from: OperatorId.nullable() }))
    .mutation(({ ctx, input }) =>
      ctx.services.claims.take(ctx.store, {
        operatorId: ctx.operator.id,
        conversationId: input.conversationId,
        from: input.from,
      }),
    ),
  release: clientProcedure('messages.send')
    .input(OneConversation)
    .mutation(({ ctx, input }) =>
      ctx.services.claims.release(ctx.store, {
        operatorId: ctx.operator.id,
        conversationId: input.conversationId,
      }),
    ),
});
