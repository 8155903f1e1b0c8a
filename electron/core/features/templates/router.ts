import { z } from 'zod';
import { TemplateId } from '../../../shared/ids.ts';
import { RenderTemplate, TemplateBody } from '../../../shared/templates.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const templatesRouter = router({
  list: clientProcedure('templates.read').query(({ ctx }) => ctx.services.templates.list(ctx.store)),
  save: clientProcedure('templates.manage')
    .input(z.object({ id: TemplateId.nullable(), body: TemplateBody }))
    .mutation(({ ctx, input }) => ctx.services.templates.save(ctx.store, ctx.operator.id, input)),
  remove: clientProcedure('templates.manage')
    .input(z.object({ id: TemplateId }))
    .mutation(({ ctx, input }) => ctx.services.templates.remove(ctx.store, ctx.operator.id, input.id)),
  preview: clientProcedure('templates.manage')
    .input(TemplateBody.pick({ source: true, locale: true }))
    .query(({ ctx, input: { source, locale } }) =>
      ctx.services.templates.preview(ctx.store, ctx.operator.id, { source, locale }),
    ),
  render: clientProcedure('messages.send')
    .input(RenderTemplate)
    .mutation(({ ctx, input }) =>
      ctx.services.templates.render(ctx.store, ctx.operator.id, {
        id: input.templateId,
        conversationId: input.conversationId,
      }),
    ),
});
