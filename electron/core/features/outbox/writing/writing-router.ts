import { conversationProcedure } from '../../../rpc/trpc.ts';

/** Whoever writes in a conversation is the only one who does. */
export const writingProcedure = conversationProcedure('messages.send').use(({ ctx, next }) => {
  ctx.services.claims.write(ctx.store, ctx.who);
  return next();
});
