import { z } from 'zod';
import { SaveSignature } from '../../../shared/composing.ts';
import { ChannelId, SignatureId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const signaturesRouter = router({
  list: clientProcedure('clients.read').query(({ ctx }) => ctx.services.signatures.list(ctx.store)),
  save: clientProcedure('clients.manage')
    .input(SaveSignature)
    .mutation(({ ctx, input }) => ctx.services.signatures.save(ctx.store, ctx.operator.id, input)),
  remove: clientProcedure('clients.manage')
    .input(z.object({ id: SignatureId }))
    .mutation(({ ctx, input }) => ctx.services.signatures.remove(ctx.store, input.id)),
  /** Filled for whoever asks. */
  offered: clientProcedure('messages.send')
    .input(z.object({ channelId: ChannelId }))
    .query(({ ctx, input }) => ctx.services.signatures.offered(ctx.store, ctx.operator.id, input.channelId)),
});
