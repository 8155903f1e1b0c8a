import { z } from 'zod';
import { BeginForward, Manner, OutgoingKind } from '../../../../shared/composing.ts';
import { AttachmentId, ConversationId } from '../../../../shared/ids.ts';
import { clientProcedure } from '../../../rpc/trpc.ts';
import { writingProcedure } from './writing-router.ts';

const OneConversation = z.object({ conversationId: ConversationId });

/** What is asked and done while somebody writes; part of `outbox`. */
export const composingProcedures = {
  forward: writingProcedure
    .input(BeginForward)
    .mutation(({ ctx, input }) => ctx.services.outbox.forward(ctx.store, ctx.operator.id, input)),
  originals: clientProcedure('messages.send')
    .input(OneConversation)
    .query(({ ctx, input }) => ctx.services.outbox.originals(ctx.store, input.conversationId)),
  carry: writingProcedure
    .input(z.object({ attachmentId: AttachmentId }))
    .mutation(({ ctx, input: { conversationId, attachmentId } }) =>
      ctx.services.outbox.carry(ctx.store, { conversationId, attachmentId }),
    ),
  quotation: clientProcedure('messages.send')
    .input(OneConversation.extend({ kind: OutgoingKind, manner: Manner }))
    .query(({ ctx, input: { conversationId, kind, manner } }) =>
      ctx.services.outbox.quotation(ctx.store, { conversationId, kind, manner }),
    ),
  drafts: clientProcedure('conversations.read')
    .input(OneConversation)
    .query(({ ctx, input }) => ctx.services.outbox.drafts(ctx.store, input.conversationId)),
  saveNote: clientProcedure('conversations.work')
    .input(OneConversation.extend({ text: z.string().max(200_000) }))
    .mutation(({ ctx, input: { conversationId, text } }) =>
      ctx.services.outbox.saveNote(ctx.store, ctx.operator.id, { conversationId, text }),
    ),
  people: clientProcedure('messages.send')
    .input(z.object({ text: z.string().trim().min(1).max(200) }))
    .query(({ ctx, input }) => ctx.services.outbox.people(ctx.store, input.text)),
};
