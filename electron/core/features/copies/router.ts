import { z } from 'zod';
import { PageToPrint } from '../../../shared/copies.ts';
import { MessageId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const copiesRouter = router({
  /** `rebuilt`: its channel keeps no mail, so that it was made of what is known. */
  mail: clientProcedure('conversations.read')
    .input(z.object({ messageId: MessageId }))
    .mutation(({ ctx, input }) => ctx.services.copies.mail(ctx.store, input.messageId)),
  print: clientProcedure('conversations.read')
    .input(PageToPrint)
    .mutation(({ ctx, input: { clientId: _clientId, ...page } }) => ctx.services.copies.print(page)),
  pdf: clientProcedure('conversations.read')
    .input(PageToPrint)
    .mutation(({ ctx, input: { clientId: _clientId, ...page } }) => ctx.services.copies.pdf(page)),
});
