import { ReportExport, ReportPeriod } from '../../../shared/reports.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const reportsRouter = router({
  build: clientProcedure('reports.read')
    .input(ReportPeriod)
    .query(({ ctx, input }) => ctx.services.reports.build(ctx.store, input)),
  /**
   * The same figures as a file, at an address that works once. They hold no customer's data, so whoever may see them
   * may take them along.
   */
  export: clientProcedure('reports.read')
    .input(ReportExport)
    .mutation(async ({ ctx, input }) =>
      ctx.services.tickets.issueFile(await ctx.services.reports.export(ctx.store, input)),
    ),
});
