import { z } from 'zod';
import { ConversationId } from '../../../shared/ids.ts';
import { clientProcedure } from '../../rpc/trpc.ts';

/** Whoever writes in a conversation is the only one who does. */
export const writingProcedure = clientProcedure('messages.send')
  .input(z.object({ conversationId: ConversationId }))
  .use(({ ctx, input: { conversationId }, next }) => {
    ctx.services.claims.write(ctx.store, { operatorId: ctx.operator.id, conversationId });
    return next();
  });
