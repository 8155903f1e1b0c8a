import { z } from 'zod';
import { ServiceLevels } from '../../../shared/service-levels.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const serviceLevelsRouter = router({
  read: clientProcedure('clients.read').query(({ ctx }) => ctx.services.serviceLevels.read(ctx.store)),
  define: clientProcedure('clients.manage')
    .input(z.object({ levels: ServiceLevels }))
    .mutation(({ ctx, input }) => ctx.services.serviceLevels.define(ctx.store, input.levels)),
});
