import { z } from 'zod';
import { FieldsChange, FieldValue } from '../../../shared/fields.ts';
import { ConversationId, FieldId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const OneConversation = z.object({ conversationId: ConversationId });

export const fieldsRouter = router({
  list: clientProcedure('conversations.read').query(({ ctx }) => ctx.services.fields.list(ctx.store)),
  define: clientProcedure('automation.manage')
    .input(FieldsChange)
    .mutation(({ ctx, input }) => ctx.services.fields.define(ctx.store, input)),
  /** What a conversation's fields hold. */
  read: clientProcedure('conversations.read')
    .input(OneConversation)
    .query(({ ctx, input }) => ctx.services.fields.values(ctx.store, input.conversationId)),
  set: clientProcedure('conversations.work')
    .input(OneConversation.extend({ fieldId: FieldId, value: FieldValue.nullable() }))
    .mutation(({ ctx, input: { conversationId, fieldId, value } }) => {
      ctx.services.fields.set(ctx.store, ctx.actor, { id: conversationId, fieldId, value });
    }),
});
