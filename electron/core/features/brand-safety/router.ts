import { z } from 'zod';
import {
  NewBrandException,
  NewDayNote,
  PasteDecision,
  PastedText,
  ReplyParts,
  SwitchTimes,
} from '../../../shared/brand-safety.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const brandSafetyRouter = router({
  check: clientProcedure('messages.send')
    .input(ReplyParts)
    .query(({ ctx, input }) => ctx.services.brandSafety.check(ctx.store, ctx.operator.id, input)),
  weigh: clientProcedure('messages.send')
    .input(PastedText)
    .query(({ ctx, input }) => ctx.services.brandSafety.weigh(ctx.store, ctx.operator.id, input)),
  decide: clientProcedure('messages.send')
    .input(PasteDecision)
    .mutation(({ ctx, input }) => ctx.services.brandSafety.decide(ctx.store, ctx.operator.id, input)),
  exceptions: clientProcedure('voice.read').query(({ ctx, input }) =>
    ctx.services.brandSafety.exceptions(input.clientId),
  ),
  allow: clientProcedure('voice.manage')
    .input(NewBrandException)
    .mutation(({ ctx, input }) => ctx.services.brandSafety.allow(ctx.operator.id, input)),
  disallow: clientProcedure('voice.manage')
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.brandSafety.disallow(ctx.operator.id, input)),
  note: clientProcedure('voice.read').query(({ ctx }) => ctx.services.brandSafety.note(ctx.store)),
  setNote: clientProcedure('voice.manage')
    .input(NewDayNote)
    .mutation(({ ctx, input }) => ctx.services.brandSafety.setNote(ctx.store, ctx.operator.id, input)),
  switched: clientProcedure('messages.send')
    .input(SwitchTimes)
    .mutation(({ ctx, input }) => ctx.services.brandSafety.switched(ctx.store, ctx.operator.id, input)),
  switchCosts: clientProcedure('conversations.read')
    .input(z.object({ since: z.iso.datetime() }))
    .query(({ ctx, input }) =>
      ctx.services.brandSafety.switchCosts(ctx.store, ctx.operator, Date.parse(input.since)),
    ),
});
