import { z } from 'zod';
import { ConversationId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const OneConversation = z.object({ conversationId: ConversationId });

export const attentionRouter = router({
  of: clientProcedure('conversations.read')
    .input(OneConversation)
    .query(({ ctx, input }) =>
      ctx.services.attention.of(ctx.store, {
        operatorId: ctx.operator.id,
        conversationId: input.conversationId,
      }),
    ),
  see: clientProcedure('conversations.read')
    .input(OneConversation)
    .mutation(({ ctx, input }) =>
      ctx.services.attention.see(ctx.store, {
        operatorId: ctx.operator.id,
        conversationId: input.conversationId,
      }),
    ),
  follow: clientProcedure('conversations.read')
    .input(OneConversation.extend({ on: z.boolean() }))
    .mutation(({ ctx, input: { conversationId, on } }) => {
      const who = { operatorId: ctx.operator.id, conversationId };
      if (on) ctx.services.attention.follow(ctx.store, who);
      else ctx.services.attention.unfollow(ctx.store, who);
    }),
});
