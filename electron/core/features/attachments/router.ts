import { z } from 'zod';
import { PdfScript, PdfWords } from '../../../shared/attachments.ts';
import { AttachmentId, MessageId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const OneMessage = z.object({ messageId: MessageId });

export const attachmentsRouter = router({
  inspect: clientProcedure('conversations.read')
    .input(OneMessage)
    .query(({ ctx, input }) => ctx.services.attachments.inspect(ctx.store, input.messageId)),
  invitation: clientProcedure('conversations.read')
    .input(OneMessage)
    .query(({ ctx, input }) => ctx.services.attachments.invitation(ctx.store, input.messageId)),
  /** A single-use address of a frame that shows it; null: it can't be shown. */
  preview: clientProcedure('conversations.read')
    .input(z.object({ attachmentId: AttachmentId, script: PdfScript, words: PdfWords }))
    .mutation(({ ctx, input }) =>
      ctx.services.attachments.preview(ctx.store, {
        id: input.attachmentId,
        script: input.script,
        words: input.words,
      }),
    ),
  saveAll: clientProcedure('conversations.read')
    .input(OneMessage)
    .mutation(({ ctx, input }) => ctx.services.attachments.saveAll(ctx.store, input.messageId)),
});
