import { z } from 'zod';
import {
  PlainStatus,
  QueueRequest,
  SearchCountRequest,
  SearchRequest,
  Tag,
} from '../../../shared/conversations.ts';
import { AttachmentId, ConversationId, MessageId, OperatorId, StatusId } from '../../../shared/ids.ts';
import { readable } from '../../rpc/readable-stores.ts';
import { clientProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';
import { operatorsNamedBy } from './search/asking.ts';

const OneConversation = z.object({ conversationId: ConversationId });

export const conversationsRouter = router({
  queue: workspaceProcedure('workspace.read')
    .input(QueueRequest)
    .query(({ ctx, input }) => {
      const { stores, missing } = readable(ctx, input.clientId);
      const page = ctx.services.conversations.queue(stores, { ...input, operatorId: ctx.operator.id });
      return { ...page, missing };
    }),
  counts: workspaceProcedure('workspace.read').query(({ ctx }) =>
    readable(ctx, null).stores.map((store) => ctx.services.conversations.counts(store, ctx.operator.id)),
  ),
  search: workspaceProcedure('workspace.read')
    .input(SearchRequest)
    .query(({ ctx, input }) =>
      ctx.services.conversations.search(readable(ctx, input.clientId).stores, {
        ...input,
        operatorsNamed: operatorsNamedBy(ctx),
      }),
    ),
  searchCount: workspaceProcedure('workspace.read')
    .input(SearchCountRequest)
    .query(({ ctx, input, signal }) =>
      ctx.services.conversations.searchCount(
        readable(ctx, input.clientId).stores,
        { ...input, operatorsNamed: operatorsNamedBy(ctx) },
        signal,
      ),
    ),
  read: clientProcedure('conversations.read')
    .input(OneConversation)
    .query(({ ctx, input }) => ctx.services.conversations.read(ctx.store, input.conversationId)),
  markup: clientProcedure('conversations.read')
    .input(z.object({ messageId: MessageId }))
    .query(({ ctx, input }) => ctx.services.conversations.markup(ctx.store, input.messageId)),
  /** Keeps sanitised markup for one look: the address works once, in a frame of its own. */
  frame: clientProcedure('conversations.read')
    .input(z.object({ html: z.string().max(20_000_000) }))
    .mutation(({ ctx, input }) => ctx.services.tickets.issueFrame(input.html)),
  /** A single-use address of an attachment's bytes. */
  attachment: clientProcedure('conversations.read')
    .input(z.object({ attachmentId: AttachmentId }))
    .mutation(({ ctx, input }) => ctx.services.tickets.issueAttachment(ctx.store, input.attachmentId)),
  /** Fetches remote images on the reader's word, without cookies or referrer; address -> `data:` address. */
  images: clientProcedure('conversations.read')
    .input(z.object({ addresses: z.array(z.url().max(4096)).max(100) }))
    .mutation(({ input, ctx, signal }) => ctx.services.remoteImages.fetch(input.addresses, signal)),
  setStatus: clientProcedure('conversations.work')
    .input(OneConversation.extend({ status: PlainStatus, statusId: StatusId.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.services.conversations.setStatus(ctx.store, ctx.actor, {
        id: input.conversationId,
        status: input.status,
        statusId: input.statusId,
      }),
    ),
  assign: clientProcedure('conversations.work')
    .input(OneConversation.extend({ operatorId: OperatorId.nullable() }))
    .mutation(({ ctx, input }) => {
      if (input.operatorId)
        ctx.services.operators.authorise(input.operatorId, 'conversations.work', ctx.store.clientId);
      ctx.services.conversations.assign(ctx.store, ctx.actor, {
        id: input.conversationId,
        to: input.operatorId,
      });
    }),
  tag: clientProcedure('conversations.work')
    .input(OneConversation.extend({ tag: Tag, on: z.boolean() }))
    .mutation(({ ctx, input }) =>
      ctx.services.conversations.tag(ctx.store, ctx.actor, {
        id: input.conversationId,
        tag: input.tag,
        on: input.on,
      }),
    ),
  tags: clientProcedure('conversations.read').query(({ ctx }) => ctx.services.conversations.tags(ctx.store)),
  note: clientProcedure('conversations.work')
    .input(OneConversation.extend({ text: z.string().trim().min(1).max(50_000) }))
    .mutation(({ ctx, input }) =>
      ctx.services.attention.note(ctx.store, ctx.actor, { id: input.conversationId, text: input.text }),
    ),
  /** The page reports focused time in slices of at most a minute, so that a crash loses little. */
  handled: clientProcedure('conversations.work')
    .input(OneConversation.extend({ milliseconds: z.int().min(1).max(60_000) }))
    .mutation(({ ctx, input: { conversationId, milliseconds } }) => {
      ctx.services.claims.attend(ctx.store, { operatorId: ctx.operator.id, conversationId });
      ctx.services.conversations.handled(ctx.store, ctx.actor, { id: conversationId, milliseconds });
    }),
});
