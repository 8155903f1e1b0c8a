import { z } from 'zod';
import { SampleId } from '../../../shared/ids.ts';
import { NewSample, SamplePeriod, SaveReview, ScorecardForm } from '../../../shared/quality.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

const OneSample = z.object({ sampleId: SampleId });

export const qualityRouter = router({
  scorecard: clientProcedure('quality.read').query(({ ctx }) => ctx.services.quality.scorecard(ctx.store)),
  saveScorecard: clientProcedure('quality.manage')
    .input(z.object({ name: z.string().trim().min(1).max(120), form: ScorecardForm }))
    .mutation(({ ctx, input: { name, form } }) =>
      ctx.services.quality.saveScorecard(ctx.store, ctx.operator.id, { name, form }),
    ),
  plan: clientProcedure('quality.read')
    .input(z.object({ period: SamplePeriod }))
    .query(({ ctx, input }) => ctx.services.quality.plan(ctx.store, input.period)),
  sample: clientProcedure('quality.manage')
    .input(z.object({ sample: NewSample }))
    .mutation(({ ctx, input }) =>
      ctx.services.quality.sample(ctx.store, { ...input.sample, operatorId: ctx.operator.id }),
    ),
  samples: clientProcedure('quality.read').query(({ ctx }) => ctx.services.quality.samples(ctx.store)),
  items: clientProcedure('quality.read')
    .input(OneSample)
    .query(({ ctx, input }) => ctx.services.quality.items(ctx.store, input.sampleId)),
  prove: clientProcedure('quality.read')
    .input(OneSample)
    .query(({ ctx, input }) => ctx.services.quality.prove(ctx.store, input.sampleId)),
  task: clientProcedure('quality.read')
    .input(OneSample.extend({ position: z.int().min(0) }))
    .query(({ ctx, input }) =>
      ctx.services.quality.task(ctx.store, { sampleId: input.sampleId, position: input.position }),
    ),
  saveReview: clientProcedure('quality.review')
    .input(z.object({ review: SaveReview }))
    .mutation(({ ctx, input }) => ctx.services.quality.saveReview(ctx.store, ctx.operator.id, input.review)),
});
