import { z } from 'zod';
import { OperatorId } from '../../../shared/ids.ts';
import { readable } from '../../rpc/readable-stores.ts';
import { conversationProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

export const claimsRouter = router({
  /** As long as the caller listens, the conversation is theirs, or they are told whose it is. */
  hold: conversationProcedure('messages.send').subscription(({ ctx, signal }) =>
    ctx.services.claims.hold(ctx.store, ctx.who, signal ?? new AbortController().signal),
  ),
  watch: conversationProcedure('conversations.read').subscription(({ ctx, signal }) =>
    ctx.services.claims.watch(ctx.store, ctx.who, signal ?? new AbortController().signal),
  ),
  /** Where colleagues write, in all that the caller may read. */
  writing: workspaceProcedure('workspace.read').query(({ ctx }) =>
    readable(ctx, null).stores.flatMap((store) => ctx.services.claims.writing(store, ctx.operator.id)),
  ),
  take: conversationProcedure('messages.send')
    .input(z.object({ from: OperatorId.nullable() }))
    .mutation(({ ctx, input }) => ctx.services.claims.take(ctx.store, { ...ctx.who, from: input.from })),
  release: conversationProcedure('messages.send').mutation(({ ctx }) =>
    ctx.services.claims.release(ctx.store, ctx.who),
  ),
});
