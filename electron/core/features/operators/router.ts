import { z } from 'zod';
import { OperatorId } from '../../../shared/ids.ts';
import { Grant, NewOperator } from '../../../shared/operators.ts';
import { openProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

export const operatorsRouter = router({
  /** Names are needed by everybody: for assignment, and to choose who sits here. */
  list: openProcedure.query(({ ctx }) => ctx.services.operators.list()),
  add: workspaceProcedure('workspace.manage')
    .input(NewOperator)
    .mutation(({ ctx, input }) => ctx.services.operators.add(input)),
  grant: workspaceProcedure('workspace.manage')
    .input(z.object({ operatorId: OperatorId, grants: z.array(Grant).max(500) }))
    .mutation(({ ctx, input }) => ctx.services.operators.grant(input.operatorId, input.grants)),
  remove: workspaceProcedure('workspace.manage')
    .input(z.object({ operatorId: OperatorId }))
    .mutation(({ ctx, input }) => ctx.services.operators.remove(input.operatorId)),
});
