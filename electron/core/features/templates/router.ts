import { z } from 'zod';
import { TemplateId } from '../../../shared/ids.ts';
import { ImportTemplates } from '../../../shared/template-import.ts';
import { RenderTemplate, TemplateBody } from '../../../shared/templates.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const Saved = z.object({ id: TemplateId.nullable(), body: TemplateBody });
const Named = z.object({ id: TemplateId });
/** Base64 of a file; what most mail servers take. */
const maximumFileCharacters = 35_000_000;

export const templatesRouter = router({
  list: clientProcedure('templates.read').query(({ ctx }) =>
    ctx.services.templates.list(ctx.store, ctx.operator.id),
  ),
  history: clientProcedure('templates.read')
    .input(Named)
    .query(({ ctx, input }) => ctx.services.templates.history(ctx.store, input.id)),
  effects: clientProcedure('templates.read').query(({ ctx }) => ctx.services.templates.effects(ctx.store)),
  favourite: clientProcedure('templates.read')
    .input(Named.extend({ favourite: z.boolean() }))
    .mutation(({ ctx, input: { id, favourite } }) =>
      ctx.services.templates.favourite(ctx.store, ctx.operator.id, { id, favourite }),
    ),
  preview: clientProcedure('templates.draft')
    .input(z.object({ source: TemplateBody.shape.source, locale: TemplateBody.shape.locale }))
    .query(({ ctx, input: { source, locale } }) =>
      ctx.services.templates.preview(ctx.store, ctx.operator.id, { source, locale }),
    ),
  attach: clientProcedure('templates.draft')
    .input(
      z.object({
        name: z.string().min(1).max(255),
        type: z.string().max(200),
        base64: z.base64().max(maximumFileCharacters),
      }),
    )
    .mutation(({ ctx, input: { name, type, base64 } }) =>
      ctx.services.templates.attach(ctx.store, { name, type, bytes: Buffer.from(base64, 'base64') }),
    ),
  saveDraft: clientProcedure('templates.draft')
    .input(Saved)
    .mutation(({ ctx, input: { id, body } }) =>
      ctx.services.templates.saveDraft(ctx.store, ctx.operator.id, { id, body }),
    ),
  submit: clientProcedure('templates.draft')
    .input(Named)
    .mutation(({ ctx, input }) => ctx.services.templates.submit(ctx.store, ctx.operator.id, input.id)),
  restore: clientProcedure('templates.draft')
    .input(Named.extend({ version: z.int().min(1) }))
    .mutation(({ ctx, input: { id, version } }) =>
      ctx.services.templates.restore(ctx.store, ctx.operator.id, { id, version }),
    ),
  save: clientProcedure('templates.manage')
    .input(Saved)
    .mutation(({ ctx, input: { id, body } }) =>
      ctx.services.templates.save(ctx.store, ctx.operator.id, { id, body }),
    ),
  decide: clientProcedure('templates.manage')
    .input(Named.extend({ publish: z.boolean(), comment: z.string().trim().max(1_000).default('') }))
    .mutation(({ ctx, input: { id, publish, comment } }) =>
      ctx.services.templates.decide(ctx.store, ctx.operator.id, { id, publish, comment }),
    ),
  remove: clientProcedure('templates.manage')
    .input(Named)
    .mutation(({ ctx, input }) => ctx.services.templates.remove(ctx.store, ctx.operator.id, input.id)),
  preflight: clientProcedure('templates.draft')
    .input(z.object({ id: TemplateId.nullable().default(null) }))
    .query(({ ctx, input }) => ctx.services.templates.preflight(ctx.store, ctx.operator.id, input.id)),
  planImport: clientProcedure('templates.manage')
    .input(ImportTemplates)
    .mutation(({ ctx, input }) => ctx.services.templates.planImport(ctx.store, input)),
  import: clientProcedure('templates.manage')
    .input(ImportTemplates)
    .mutation(({ ctx, input }) => ctx.services.templates.import(ctx.store, ctx.operator.id, input)),
  offered: clientProcedure('messages.send')
    .input(RenderTemplate.pick({ conversationId: true }))
    .query(({ ctx, input }) =>
      ctx.services.templates.offered(ctx.store, ctx.operator.id, input.conversationId),
    ),
  insert: clientProcedure('messages.send')
    .input(RenderTemplate)
    .mutation(({ ctx, input: { templateId, conversationId } }) =>
      ctx.services.templates.insert(ctx.store, ctx.operator.id, { id: templateId, conversationId }),
    ),
});
