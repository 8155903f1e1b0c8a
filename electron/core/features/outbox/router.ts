import { z } from 'zod';
import { draftKinds, OutgoingKind } from '../../../shared/composing.ts';
import { ConversationId } from '../../../shared/ids.ts';
import { NewMessage, OutboxRef, SaveDraft, SendReply, SendingRules } from '../../../shared/outbox.ts';
import { may } from '../../../shared/operators.ts';
import { clientProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';
import { composingProcedures } from './writing/composing-router.ts';
import { writingProcedure } from './writing/writing-router.ts';

/** Base64 of an attachment; larger files than this are refused by most mail servers. */
const maximumAttachmentCharacters = 35_000_000;

/** The newest revision of the draft that the page knows. */
const SeenUpTo = { seen: z.int().min(0).nullable().default(null) };

export const outboxRouter = router({
  compose: clientProcedure('messages.send')
    .input(z.object({ conversationId: ConversationId, kind: OutgoingKind.default('reply') }))
    .query(({ ctx, input: { conversationId, kind } }) =>
      kind === 'forward'
        ? ctx.services.outbox.composeForward(ctx.store, conversationId)
        : ctx.services.outbox.compose(ctx.store, conversationId),
    ),
  ...composingProcedures,
  begin: clientProcedure('messages.send')
    .input(NewMessage)
    .mutation(({ ctx, input }) => ctx.services.outbox.begin(ctx.store, ctx.operator.id, input)),
  saveDraft: writingProcedure
    .input(SaveDraft.extend(SeenUpTo))
    .mutation(({ ctx, input }) => ctx.services.outbox.saveDraft(ctx.store, ctx.operator.id, input)),
  discardDraft: writingProcedure
    .input(z.object({ kind: z.enum(draftKinds).default('reply'), ...SeenUpTo }))
    .mutation(({ ctx, input: { conversationId, kind, seen } }) =>
      ctx.services.outbox.discardDraft(ctx.store, { conversationId, kind, seen }),
    ),
  attach: writingProcedure
    .input(
      z.object({
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
    .mutation(({ ctx, input }) => ctx.services.outbox.cancel(ctx.store, ctx.operator.id, input.outboxId)),
  decide: clientProcedure('messages.send')
    .input(OutboxRef.extend({ as: z.enum(['sent', 'retry', 'resend', 'draft']) }))
    .mutation(({ ctx, input }) => {
      if (input.as === 'retry' || input.as === 'resend')
        ctx.services.people.mustBeCertified(ctx.store, ctx.operator.id);
      return ctx.services.outbox.decide(ctx.store, ctx.operator.id, {
        outboxId: input.outboxId,
        as: input.as,
      });
    }),
  sendFrom: clientProcedure('messages.send')
    .input(OutboxRef.extend({ address: z.email() }))
    .mutation(({ ctx, input: { outboxId, address } }) =>
      ctx.services.outbox.sendFrom(ctx.store, ctx.operator.id, { outboxId, address }),
    ),
  sendingRules: clientProcedure('clients.read').query(({ ctx }) =>
    ctx.services.outbox.sendingRules(ctx.store),
  ),
  setSendingRules: clientProcedure('clients.manage')
    .input(z.object({ rules: SendingRules }))
    .mutation(({ ctx, input }) => ctx.services.outbox.setSendingRules(ctx.store, input.rules)),
  counts: workspaceProcedure('workspace.read').query(({ ctx }) =>
    ctx.services.clients
      .list()
      .filter(({ id, state }) => state.kind === 'ready' && may(ctx.operator, 'conversations.read', id))
      .map(({ id }) => ctx.services.outbox.counts(ctx.services.stores.of(id))),
  ),
  /** As long as the caller listens, it is told whether the reply of this conversation is its window's to write. */
  seat: clientProcedure('messages.send')
    .input(z.object({ conversationId: ConversationId, takeOver: z.boolean() }))
    .subscription(({ ctx, input, signal }) =>
      ctx.services.outbox.seats.sit(input, signal ?? new AbortController().signal),
    ),
  overview: clientProcedure('conversations.read').query(({ ctx }) => ctx.services.outbox.overview(ctx.store)),
  list: clientProcedure('conversations.read')
    .input(z.object({ conversationId: ConversationId.nullable() }))
    .query(({ ctx, input }) => ctx.services.outbox.list(ctx.store, input.conversationId)),
});
