import type { OperatorId } from '../../../shared/ids.ts';
import type { Answer, Question, Scorecard } from '../../../shared/quality.ts';
import { choicesOf } from '../../../shared/scoring.ts';
import { createRandom, type Random } from '../../../shared/demo/random.ts';
import type { Script } from '../../../shared/demo/script.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Quality } from '../quality/service.ts';
import type { Told } from './history.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const askedShare = 0.8;
const answeredShare = 0.5;

/** What customers said when they were asked, half an hour after it was resolved. */
export function recordSurveys(
  store: ClientStore,
  told: readonly Told[],
  options: { quality: Quality; script: Script; now: number },
): void {
  const { quality, script, now } = options;
  store.transaction(() => {
    for (const { id, plan, resolvedAt } of told) {
      const { random, scenario } = plan;
      if (resolvedAt === null || !random.chance(askedShare)) continue;
      const askedAt = resolvedAt + 30 * minute;
      if (askedAt >= now) continue;
      const after = askedAt + Math.round(random.skewed(150 * minute, 1));
      const answeredAt = random.chance(answeredShare) && after < now ? after : null;
      const kind = random.chance(0.35) ? 'nps' : 'csat';
      const score =
        answeredAt === null ? null : scoreFor({ kind, unhappy: scenario.mood === 'unhappy', random });
      const isGood = score !== null && score >= (kind === 'csat' ? 4 : 9);
      const words = script.surveyWords[scenario.locale]?.[isGood ? 'good' : 'bad'] ?? [''];
      const comment = score === null ? '' : random.pick(words);
      quality.recordSurvey(store, { conversationId: id, kind, score, comment, askedAt, answeredAt });
    }
  });
}

function scoreFor({
  kind,
  unhappy,
  random,
}: {
  kind: 'csat' | 'nps';
  unhappy: boolean;
  random: Random;
}): number {
  if (kind === 'csat') return unhappy ? random.pick([1, 2, 2, 3, 4, 5]) : random.pick([3, 4, 4, 5, 5, 5, 5]);
  return unhappy ? random.pick([2, 4, 5, 6, 7, 8]) : random.pick([6, 8, 8, 9, 9, 10, 10]);
}

/** Two samples: one of a month ago, reviewed to the end, and one of last week, half done. */
const samples = [
  { from: 45, to: 29, drawn: 27, size: 10, done: 10 },
  { from: 19, to: 6, drawn: 5, size: 8, done: 5 },
] as const;

export function recordReviews(
  store: ClientStore,
  options: {
    quality: Quality;
    script: Script;
    reviewerId: OperatorId;
    now: number;
    dayAt: (at: number) => string;
  },
): void {
  const { quality, script, reviewerId, now, dayAt } = options;
  store.transaction(() => {
    for (const { from, to, drawn, size, done } of samples) {
      const random = createRandom(`${script.details.name} ${from}`);
      const seed = Array.from({ length: 20 }, () => random.between(0, 9)).join('');
      const at = now - drawn * day;
      const period = { from: dayAt(now - from * day), to: dayAt(now - to * day) };
      const sample = quality.sample(store, { ...period, size, seed, operatorId: reviewerId, at });
      for (let position = 0; position < Math.min(done + 1, sample.size); position += 1) {
        const task = quality.task(store, { sampleId: sample.id, position });
        if (!task.scorecard) continue;
        const complete = position < done;
        const answers = answersTo(task.scorecard, { random, complete });
        const isGood = answers.every((answer) => answer.selected !== 0);
        quality.saveReview(store, reviewerId, {
          sampleId: sample.id,
          position,
          reviewedOperatorId: task.writers[0] ?? null,
          answers,
          comment: complete ? random.pick(isGood ? script.reviewWords.good : script.reviewWords.bad) : '',
          complete,
          at: at + position * 11 * minute,
        });
      }
    }
  });
}

function answersTo(
  { form }: Scorecard,
  { random, complete }: { random: Random; complete: boolean },
): Answer[] {
  const questions = form.sections.flatMap((section) => section.questions);
  const answered = complete ? questions : questions.slice(0, 2);
  return answered.map((question) => ({ questionId: question.id, selected: choose(question, random) }));
}

/** Mostly well done, seldom a critical failure: the demo's operators know their work. */
function choose(question: Question, random: Random): Answer['selected'] {
  if (question.mayBeNotApplicable && random.chance(0.3)) return 'not-applicable';
  const choices = choicesOf(question.scale);
  const steepness = question.critical === 'none' ? 0.42 : 0.025;
  return random.weighted(choices, (choice) => steepness ** choices.indexOf(choice));
}
