import { z } from 'zod';
import { ConversationId } from '../../../shared/ids.ts';
import { Instant, isTimeZone, toInstantOrNull } from '../../../shared/time.ts';
import { Language } from '../../../shared/workspace.ts';
import { clientProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

/** Nobody writes a time in more. */
const TimeText = z.string().trim().max(80);
const TimeZone = z.string().refine(isTimeZone);

export const snoozesRouter = router({
  /** The time to come that these words mean on the writer's own wall, or null. */
  read: workspaceProcedure('workspace.read')
    .input(z.object({ text: TimeText, timeZone: TimeZone, language: Language }))
    .query(({ ctx, input: { text, timeZone, language } }) =>
      toInstantOrNull(ctx.services.snoozes.meant(text, { timeZone, language })),
    ),
  set: clientProcedure('conversations.work')
    .input(z.object({ conversationId: ConversationId, until: Instant.nullable() }))
    .mutation(({ ctx, input: { conversationId, until } }) =>
      ctx.services.snoozes.snooze(ctx.store, ctx.actor, {
        id: conversationId,
        until: until === null ? null : Date.parse(until),
      }),
    ),
});
