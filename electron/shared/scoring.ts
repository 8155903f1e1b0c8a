import type { Answer, Question, Scale, Score, ScorecardForm } from './quality.ts';

const failsBelow = 0.5;

/** Six decimals, half away from zero; thresholds compare the rounded value. */
const roundScore = (value: number): number => Math.round((value + Number.EPSILON) * 1e6) / 1e6;

/** The values a scale offers, best first. */
export function choicesOf(scale: Scale): number[] {
  if (scale.kind === 'binary') return [1, 0];
  if (scale.kind === 'outcomes') return scale.outcomes.map((_, index) => index);
  return Array.from({ length: scale.points }, (_, index) => scale.points - index);
}

/**
 * How well a question is met, 0 to 1: (selected - min) / (max - min) (Zendesk QA, 7043701093786); null where the
 * scale has no such choice.
 */
export function fractionOf(scale: Scale, selected: number): number | null {
  if (!choicesOf(scale).includes(selected)) return null;
  if (scale.kind === 'binary') return selected;
  if (scale.kind === 'outcomes') return scale.outcomes[selected]?.value ?? null;
  return (selected - 1) / (scale.points - 1);
}

/** What one question brings: null where it is not counted. */
function metBy(form: ScorecardForm, question: Question, answer: Answer | undefined): number | null {
  if (!answer || !isAnswered(question, answer)) return null;
  if (answer.selected !== 'not-applicable') return fractionOf(question.scale, answer.selected);
  return form.notApplicable === 'pass' ? 1 : null;
}

interface Tally {
  earned: number;
  possible: number;
}

function add(tally: Tally, { earned, possible }: Tally): Tally {
  return { earned: tally.earned + earned, possible: tally.possible + possible };
}
const nothing: Tally = { earned: 0, possible: 0 };

/**
 * The score of a filled form. normalised: sum(section score x section weight) / sum(weight of answered sections),
 * where a section's score is sum(met x weight) / sum(weight of its answered questions) (Zendesk QA). raw-points:
 * sum(met x points x section weight) / sum(points x section weight) (Genesys, p=144862). All N/A is unscored.
 */
export function scoreOf(form: ScorecardForm, answers: readonly Answer[]): Score {
  const answered = new Map(answers.map((answer) => [answer.questionId, answer]));
  const questions = form.sections.flatMap((section) => section.questions);
  const missing = questions.filter((q) => !isAnswered(q, answered.get(q.id))).map((q) => q.id);
  const total = form.sections
    .map((section) => {
      const tally = section.questions
        .map((question) => tallyOf(question, metBy(form, question, answered.get(question.id))))
        .reduce(add, nothing);
      return inSection(form, section.weight, tally);
    })
    .reduce(add, nothing);
  const failed = questions.filter((question) => failsCritically(question, answered.get(question.id)));
  const outcome = { criticalFailures: failed.map((question) => question.id), missing };
  const onlyNotApplicable = answers.every((answer) => answer.selected === 'not-applicable');
  if (total.possible === 0 || onlyNotApplicable)
    return { ...nothing, ...outcome, value: null, outcome: 'unscored' };

  const zero = failed.some((question) => question.critical === 'score-zero');
  const value = zero ? 0 : roundScore(total.earned / total.possible);
  const passed = failed.length === 0 && value >= form.passAt;
  return { ...total, ...outcome, value, outcome: passed ? 'pass' : 'fail' };
}

const tallyOf = (question: Question, met: number | null): Tally =>
  met === null ? nothing : { earned: met * question.weight, possible: question.weight };

function inSection(form: ScorecardForm, weight: number, tally: Tally): Tally {
  if (tally.possible === 0) return nothing;
  if (form.weighting === 'raw-points')
    return { earned: tally.earned * weight, possible: tally.possible * weight };
  return { earned: (tally.earned / tally.possible) * weight, possible: weight };
}

function isAnswered(question: Question, answer: Answer | undefined): boolean {
  if (!answer) return false;
  if (answer.selected === 'not-applicable') return question.mayBeNotApplicable;
  return fractionOf(question.scale, answer.selected) !== null;
}

function failsCritically(question: Question, answer: Answer | undefined): boolean {
  if (question.critical === 'none' || !answer || answer.selected === 'not-applicable') return false;
  const met = fractionOf(question.scale, answer.selected);
  return met !== null && met < failsBelow;
}

/** Internal quality score: the plain mean of review scores; null without any (Zendesk QA, IQS). Unscored ones stay out. */
export function internalQualityScore(scores: readonly (number | null)[]): number | null {
  const scored = scores.filter((score) => score !== null);
  if (scored.length === 0) return null;
  return roundScore(scored.reduce((sum, score) => sum + score, 0) / scored.length);
}
