import { z } from 'zod';
import { ConversationId } from '../../../shared/ids.ts';
import { NewMessage, OutboxRef, SaveDraft, SendReply, SendingRules } from '../../../shared/outbox.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

/** Base64 of an attachment; larger files than this are refused by most mail servers. */
const maximumAttachmentCharacters = 35_000_000;

export const outboxRouter = router({
  compose: clientProcedure('messages.send')
    .input(z.object({ conversationId: ConversationId }))
    .query(({ ctx, input }) => ctx.services.outbox.compose(ctx.store, input.conversationId)),
  begin: clientProcedure('messages.send')
    .input(NewMessage)
    .mutation(({ ctx, input }) => ctx.services.outbox.begin(ctx.store, ctx.operator.id, input)),
  saveDraft: clientProcedure('messages.send')
    .input(SaveDraft)
    .mutation(({ ctx, input }) => ctx.services.outbox.saveDraft(ctx.store, ctx.operator.id, input)),
  discardDraft: clientProcedure('messages.send')
    .input(z.object({ conversationId: ConversationId }))
    .mutation(({ ctx, input }) => ctx.services.outbox.discardDraft(ctx.store, input.conversationId)),
  attach: clientProcedure('messages.send')
    .input(
      z.object({
        conversationId: ConversationId,
        name: z.string().min(1).max(255),
        type: z.string().max(200),
        base64: z.base64().max(maximumAttachmentCharacters),
      }),
    )
    .mutation(({ ctx, input: { conversationId, name, type, base64 } }) =>
      ctx.services.outbox.attach(ctx.store, {
        conversationId,
        name,
        type,
        bytes: Buffer.from(base64, 'base64'),
      }),
    ),
  send: clientProcedure('messages.send')
    .input(SendReply)
    .mutation(({ ctx, input }) => ctx.services.outbox.send(ctx.store, ctx.operator.id, input)),
  cancel: clientProcedure('messages.send')
    .input(OutboxRef)
    .mutation(({ ctx, input }) => ctx.services.outbox.cancel(ctx.store, input.outboxId)),
  decide: clientProcedure('messages.send')
    .input(OutboxRef.extend({ as: z.enum(['sent', 'retry', 'resend', 'draft']) }))
    .mutation(({ ctx, input }) =>
      ctx.services.outbox.decide(ctx.store, { outboxId: input.outboxId, as: input.as }),
    ),
  sendingRules: clientProcedure('clients.read').query(({ ctx }) =>
    ctx.services.outbox.sendingRules(ctx.store),
  ),
  setSendingRules: clientProcedure('clients.manage')
    .input(z.object({ rules: SendingRules }))
    .mutation(({ ctx, input }) => ctx.services.outbox.setSendingRules(ctx.store, input.rules)),
  list: clientProcedure('conversations.read')
    .input(z.object({ conversationId: ConversationId.nullable() }))
    .query(({ ctx, input }) => ctx.services.outbox.list(ctx.store, input.conversationId)),
});
