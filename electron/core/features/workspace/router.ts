import { z } from 'zod';
import { OperatorId } from '../../../shared/ids.ts';
import { NewOperator } from '../../../shared/operators.ts';
import { Language, Preferences } from '../../../shared/workspace.ts';
import { openProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

export const workspaceRouter = router({
  state: openProcedure.query(({ ctx }) => ctx.services.workspace.state(ctx.session.operatorId)),
  begin: openProcedure
    .input(NewOperator.pick({ name: true }).extend({ language: Language }))
    .mutation(({ ctx, input }) => {
      ctx.session.operatorId = ctx.services.workspace.begin(input).id;
    }),
  sitDown: openProcedure.input(z.object({ operatorId: OperatorId })).mutation(({ ctx, input }) => {
    ctx.services.workspace.sitDown(input.operatorId);
    ctx.session.operatorId = input.operatorId;
  }),
  prefer: workspaceProcedure('workspace.read')
    .input(Preferences)
    .mutation(({ ctx, input }) => ctx.services.workspace.prefer(ctx.operator.id, input)),
});
