import { z } from 'zod';
import { OperatorId } from '../../../shared/ids.ts';
import { mostCapacity, PeopleRules } from '../../../shared/people.ts';
import { clientProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

export const peopleRouter = router({
  list: clientProcedure('conversations.read').query(({ ctx }) => ctx.services.people.list(ctx.store)),
  rules: clientProcedure('clients.manage').query(({ ctx }) => ctx.services.people.rules(ctx.store)),
  setRules: clientProcedure('clients.manage')
    .input(z.object({ rules: PeopleRules }))
    .mutation(({ ctx, input }) => ctx.services.people.setRules(ctx.store, input.rules)),
  certify: clientProcedure('clients.manage')
    .input(z.object({ operatorId: OperatorId, certified: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.people.certify(ctx.store, ctx.operator.id, input)),
  setCapacity: clientProcedure('clients.manage')
    .input(z.object({ operatorId: OperatorId, capacity: z.int().min(0).max(mostCapacity).nullable() }))
    .mutation(({ ctx, input }) => ctx.services.people.setCapacity(ctx.store, input)),
  away: workspaceProcedure('workspace.read').query(({ ctx }) => ctx.services.people.away()),
  /** One's own; nobody sends a colleague away. */
  setAway: workspaceProcedure('workspace.read')
    .input(z.object({ away: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.people.setAway(ctx.operator.id, input.away)),
});
