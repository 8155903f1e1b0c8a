import { z } from 'zod';
import { OperatorId } from '../../../shared/ids.ts';
import { conversationProcedure, router } from '../../rpc/trpc.ts';

export const attentionRouter = router({
  of: conversationProcedure('conversations.read').query(({ ctx }) =>
    ctx.services.attention.of(ctx.store, ctx.who),
  ),
  see: conversationProcedure('conversations.read').mutation(({ ctx }) =>
    ctx.services.attention.see(ctx.store, ctx.who),
  ),
  follow: conversationProcedure('conversations.read')
    .input(z.object({ on: z.boolean() }))
    .mutation(({ ctx, input }) => {
      if (input.on) ctx.services.attention.follow(ctx.store, ctx.actor, ctx.who);
      else ctx.services.attention.unfollow(ctx.store, ctx.actor, ctx.who);
    }),
  /** A colleague is to be told too, or no more. */
  invite: conversationProcedure('conversations.work')
    .input(z.object({ operatorId: OperatorId, on: z.boolean() }))
    .mutation(({ ctx, input: { operatorId, on } }) => {
      const who = { ...ctx.who, operatorId };
      if (!on) return ctx.services.attention.unfollow(ctx.store, ctx.actor, who);
      ctx.services.operators.authorise(operatorId, 'conversations.read', ctx.store.clientId);
      return ctx.services.attention.follow(ctx.store, ctx.actor, who);
    }),
});
