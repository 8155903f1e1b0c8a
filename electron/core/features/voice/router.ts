import { z } from 'zod';
import { Locale } from '../../../shared/clients.ts';
import { ConversationId } from '../../../shared/ids.ts';
import { RuleFile, VoiceGuideDraft } from '../../../shared/voice-guides.ts';
import { GuideConfig } from '../../../shared/voice/guide-config.ts';
import { largestDictionary, packageLimits } from '../../../shared/voice/package-parts.ts';
import { GuideLines } from '../../../shared/voice/guide-lines.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const Version = z.object({ version: z.int().min(1) });
/** Base64 of a zip; what it unpacks to has its own limit. */
const mostZipCharacters = 12_000_000;
const PackageContent = z.union([
  z.object({
    files: z
      .array(z.object({ path: z.string().min(1).max(500), text: z.string().max(largestDictionary) }))
      .max(packageLimits.files),
  }),
  z.object({ zip: z.base64().max(mostZipCharacters) }),
]);

export const voiceRouter = router({
  guide: clientProcedure('voice.read').query(({ ctx }) => ctx.services.voice.guide(ctx.store)),
  /** As they run on the replies of one conversation, now. */
  running: clientProcedure('voice.read')
    .input(z.object({ conversationId: ConversationId }))
    .query(({ ctx, input }) => ctx.services.voice.running(ctx.store, input.conversationId)),
  /** What somebody may repeat in a reply there without saying it themselves. */
  said: clientProcedure('voice.read')
    .input(z.object({ conversationId: ConversationId }))
    .query(({ ctx, input }) => ctx.services.voice.said(ctx.store, input.conversationId)),
  pending: clientProcedure('voice.manage').query(({ ctx }) => ctx.services.voice.pending(ctx.store)),
  history: clientProcedure('voice.manage')
    .input(z.object({ cursor: z.int().min(0).nullish(), limit: z.int().min(1).max(50).default(10) }))
    .query(({ ctx, input: { cursor, limit } }) =>
      ctx.services.voice.history(ctx.store, { before: cursor ?? null, limit }),
    ),
  inspect: clientProcedure('voice.manage')
    .input(
      z.object({
        rules: z.array(RuleFile).max(500),
        config: GuideConfig.prefault({}),
        lines: GuideLines.default([]),
        locale: Locale.nullable().default(null),
      }),
    )
    .query(({ ctx, input: { locale, ...body } }) => ctx.services.voice.inspect(body, locale)),
  save: clientProcedure('voice.manage')
    .input(VoiceGuideDraft)
    .mutation(({ ctx, input: { clientId: _clientId, ...body } }) =>
      ctx.services.voice.save(ctx.store, ctx.operator.id, body),
    ),
  saveDraft: clientProcedure('voice.manage')
    .input(VoiceGuideDraft)
    .mutation(({ ctx, input: { clientId: _clientId, ...body } }) =>
      ctx.services.voice.saveDraft(ctx.store, ctx.operator.id, body),
    ),
  submit: clientProcedure('voice.manage')
    .input(Version)
    .mutation(({ ctx, input }) => ctx.services.voice.submit(ctx.store, ctx.operator.id, input.version)),
  decide: clientProcedure('voice.manage')
    .input(Version.extend({ publish: z.boolean(), comment: z.string().trim().max(1_000).default('') }))
    .mutation(({ ctx, input }) => ctx.services.voice.decide(ctx.store, ctx.operator.id, input)),
  restore: clientProcedure('voice.manage')
    .input(Version)
    .mutation(({ ctx, input }) => ctx.services.voice.restore(ctx.store, ctx.operator.id, input.version)),
  /** What it would have meant for the last 500 sent replies. */
  effect: clientProcedure('voice.manage')
    .input(VoiceGuideDraft)
    .mutation(({ ctx, input: { clientId: _clientId, ...body } }) =>
      ctx.services.voice.effect(ctx.store, body),
    ),
  samples: clientProcedure('voice.manage').query(({ ctx }) => ctx.services.voice.samples(ctx.store)),
  suggest: clientProcedure('voice.manage')
    .input(z.object({ replies: z.array(z.string().max(20_000)).max(50) }))
    .mutation(({ ctx, input }) => ctx.services.voice.suggest(ctx.store, input.replies)),
  readPackage: clientProcedure('voice.manage')
    .input(z.object({ content: PackageContent }))
    .mutation(({ ctx, input: { content } }) =>
      ctx.services.voice.readPackage(
        'zip' in content ? { zip: Buffer.from(content.zip, 'base64') } : content,
      ),
    ),
  /** A Vale package as a zip, at an address that works once. */
  exportPackage: clientProcedure('voice.manage')
    .input(VoiceGuideDraft)
    .mutation(({ ctx, input: { clientId: _clientId, ...body } }) =>
      ctx.services.tickets.issueFile({
        name: 'voice-guide.zip',
        bytes: ctx.services.voice.exportPackage(body),
      }),
    ),
});
