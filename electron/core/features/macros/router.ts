import { z } from 'zod';
import { MacroDraft } from '../../../shared/actions.ts';
import { ConversationId, MacroId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const OnConversation = z.object({ macroId: MacroId, conversationId: ConversationId });

export const macrosRouter = router({
  list: clientProcedure('conversations.read').query(({ ctx }) => ctx.services.macros.list(ctx.store)),
  save: clientProcedure('automation.manage')
    .input(z.object({ macro: MacroDraft }))
    .mutation(({ ctx, input }) => ctx.services.macros.save(ctx.store, input.macro)),
  remove: clientProcedure('automation.manage')
    .input(z.object({ macroId: MacroId }))
    .mutation(({ ctx, input }) => ctx.services.macros.remove(ctx.store, input.macroId)),
  arrange: clientProcedure('automation.manage')
    .input(z.object({ macroIds: z.array(MacroId).max(500) }))
    .mutation(({ ctx, input }) => ctx.services.macros.arrange(ctx.store, input.macroIds)),
  preview: clientProcedure('conversations.work')
    .input(OnConversation)
    .query(({ ctx, input }) => ctx.services.macros.preview(ctx.store, ctx.operator.id, input)),
  run: clientProcedure('conversations.work')
    .input(OnConversation)
    .mutation(({ ctx, input }) => ctx.services.macros.run(ctx.store, ctx.operator.id, input)),
});
