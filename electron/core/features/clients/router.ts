import { z } from 'zod';
import { ClientDetails } from '../../../shared/clients.ts';
import { ClientId } from '../../../shared/ids.ts';
import { router, workspaceProcedure } from '../../rpc/trpc.ts';
import { may } from '../../../shared/operators.ts';

const OneClient = z.object({ clientId: ClientId });

export const clientsRouter = router({
  /** The clients this operator has any role in. */
  list: workspaceProcedure('workspace.read').query(({ ctx }) =>
    ctx.services.clients.list().filter((client) => may(ctx.operator, 'clients.read', client.id)),
  ),
  add: workspaceProcedure('clients.manage')
    .input(ClientDetails)
    .mutation(({ ctx, input }) => ctx.services.clients.add(input)),
  update: workspaceProcedure('clients.manage')
    .input(OneClient.extend({ details: ClientDetails }))
    .mutation(({ ctx, input }) => ctx.services.clients.update(input.clientId, input.details)),
  remove: workspaceProcedure('clients.manage')
    .input(OneClient)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.sync.stopClient(input.clientId);
      await ctx.services.clients.remove(input.clientId);
    }),
});
