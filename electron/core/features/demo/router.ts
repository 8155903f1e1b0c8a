import { openProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

export const demoRouter = router({
  /** Makes the three demo clients and starts their mail. Anybody may look at the demo. */
  open: openProcedure.mutation(({ ctx }) => ctx.services.demo.open(ctx.session.operatorId)),
  remove: workspaceProcedure('clients.manage').mutation(({ ctx }) => ctx.services.demo.remove()),
});
