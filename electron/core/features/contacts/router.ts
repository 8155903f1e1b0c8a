import { z } from 'zod';
import { ContactEdit, ContactFieldDraft, HistoryPlace, Phone } from '../../../shared/contacts.ts';
import { ContactFieldId, ContactId, ContactMergeId, ContactNoteId } from '../../../shared/ids.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const OneContact = z.object({ contactId: ContactId });
const TwoContacts = OneContact.extend({ otherId: ContactId });

export const contactsRouter = router({
  read: clientProcedure('conversations.read')
    .input(OneContact)
    .query(({ ctx, input }) => ctx.services.contacts.read(ctx.store, input.contactId)),
  history: clientProcedure('conversations.read')
    .input(
      OneContact.extend({
        cursor: HistoryPlace.nullish(),
        limit: z.int().min(1).max(100).default(20),
      }),
    )
    .query(({ ctx, input: { contactId, limit, cursor } }) =>
      ctx.services.contacts.history(ctx.store, { contactId, limit, before: cursor ?? null }),
    ),
  find: clientProcedure('conversations.read')
    .input(z.object({ text: z.string().trim().min(1).max(200), limit: z.int().min(1).max(20).default(8) }))
    .query(({ ctx, input }) => ctx.services.contacts.find(ctx.store, input)),
  duplicates: clientProcedure('conversations.read')
    .input(OneContact)
    .query(({ ctx, input }) => ctx.services.contacts.duplicates(ctx.store, input.contactId)),
  edit: clientProcedure('conversations.work')
    .input(OneContact.extend({ edit: ContactEdit }))
    .mutation(({ ctx, input }) =>
      ctx.services.contacts.edit(ctx.store, ctx.actor, { ...input.edit, id: input.contactId }),
    ),
  setPhone: clientProcedure('conversations.work')
    .input(OneContact.extend({ number: Phone, on: z.boolean() }))
    .mutation(({ ctx, input: { contactId, number, on } }) =>
      ctx.services.contacts.setPhone(ctx.store, ctx.actor, { id: contactId, number, on }),
    ),
  setField: clientProcedure('conversations.work')
    .input(OneContact.extend({ fieldId: ContactFieldId, value: z.string().trim().max(2_000) }))
    .mutation(({ ctx, input: { contactId, fieldId, value } }) =>
      ctx.services.contacts.setField(ctx.store, ctx.actor, { id: contactId, fieldId, value }),
    ),
  note: clientProcedure('conversations.work')
    .input(OneContact.extend({ text: z.string().trim().min(1).max(10_000) }))
    .mutation(({ ctx, input }) =>
      ctx.services.contacts.note(ctx.store, ctx.actor, { id: input.contactId, text: input.text }),
    ),
  removeNote: clientProcedure('conversations.work')
    .input(z.object({ noteId: ContactNoteId }))
    .mutation(({ ctx, input }) => ctx.services.contacts.removeNote(ctx.store, ctx.actor, input.noteId)),
  fields: clientProcedure('conversations.read').query(({ ctx }) => ctx.services.contacts.fields(ctx.store)),
  saveFields: clientProcedure('clients.manage')
    .input(z.object({ fields: z.array(ContactFieldDraft) }))
    .mutation(({ ctx, input }) => ctx.services.contacts.saveFields(ctx.store, input.fields)),
  merge: clientProcedure('conversations.work')
    .input(TwoContacts)
    .mutation(({ ctx, input }) => ({
      mergeId: ctx.services.contacts.merge(ctx.store, ctx.actor, {
        id: input.contactId,
        other: input.otherId,
      }),
    })),
  unmerge: clientProcedure('conversations.work')
    .input(z.object({ mergeId: ContactMergeId }))
    .mutation(({ ctx, input }) => ctx.services.contacts.unmerge(ctx.store, ctx.actor, input.mergeId)),
  keepApart: clientProcedure('conversations.work')
    .input(TwoContacts)
    .mutation(({ ctx, input }) =>
      ctx.services.contacts.keepApart(ctx.store, ctx.actor, { id: input.contactId, other: input.otherId }),
    ),
});
