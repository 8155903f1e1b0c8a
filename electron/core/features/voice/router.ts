import { z } from 'zod';
import { RuleFile, VoiceGuideDraft } from '../../../shared/voice-guides.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const voiceRouter = router({
  guide: clientProcedure('voice.read').query(({ ctx }) => ctx.services.voice.guide(ctx.store)),
  inspect: clientProcedure('voice.manage')
    .input(z.object({ rules: z.array(RuleFile).max(500) }))
    .query(({ ctx, input }) => ctx.services.voice.inspect(input.rules)),
  save: clientProcedure('voice.manage')
    .input(VoiceGuideDraft)
    .mutation(({ ctx, input: { clientId: _clientId, ...draft } }) =>
      ctx.services.voice.save(ctx.store, ctx.operator.id, draft),
    ),
});
