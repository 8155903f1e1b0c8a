import { z } from 'zod';
import { RuleDraft, RuleMode } from '../../../shared/automations.ts';
import { RuleId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const Drafted = z.object({ rule: RuleDraft });

export const automationsRouter = router({
  book: clientProcedure('conversations.read').query(({ ctx }) => ctx.services.automations.book(ctx.store)),
  save: clientProcedure('automation.manage')
    .input(Drafted)
    .mutation(({ ctx, input }) => ctx.services.automations.save(ctx.store, input.rule)),
  remove: clientProcedure('automation.manage')
    .input(z.object({ ruleId: RuleId }))
    .mutation(({ ctx, input }) => ctx.services.automations.remove(ctx.store, input.ruleId)),
  arrange: clientProcedure('automation.manage')
    .input(z.object({ ruleIds: z.array(RuleId).max(500) }))
    .mutation(({ ctx, input }) => ctx.services.automations.arrange(ctx.store, input.ruleIds)),
  setMode: clientProcedure('automation.manage')
    .input(z.object({ mode: RuleMode }))
    .mutation(({ ctx, input }) => ctx.services.automations.setMode(ctx.store, input.mode)),
  dryRun: clientProcedure('automation.manage')
    .input(Drafted)
    .mutation(({ ctx, input }) => ctx.services.automations.dryRun(ctx.store, input.rule)),
  notices: clientProcedure('conversations.read').query(({ ctx }) =>
    ctx.services.automations.notices(ctx.store, ctx.operator.id),
  ),
  see: clientProcedure('conversations.read')
    .input(z.object({ noticeId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.automations.see(ctx.store, ctx.operator.id, input.noticeId)),
});
