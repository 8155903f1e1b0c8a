import { z } from 'zod';
import { StatusDrafts } from '../../../shared/statuses.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const statusesRouter = router({
  list: clientProcedure('clients.read').query(({ ctx }) => ctx.services.statuses.list(ctx.store)),
  define: clientProcedure('statuses.manage')
    .input(z.object({ statuses: StatusDrafts }))
    .mutation(({ ctx, input }) => ctx.services.statuses.define(ctx.store, input.statuses)),
});
