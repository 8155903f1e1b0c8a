import { Temporal } from 'temporal-polyfill';
import type { OperatorId } from '../../../shared/ids.ts';
import type { Answer, SamplePeriod, ScorecardForm, Snapshot } from '../../../shared/quality.ts';
import { fractionOf } from '../../../shared/scoring.ts';
import type { Span } from '../../../shared/time.ts';

/** Days of a time zone, both included, as a span; a day lasts 23 or 25 hours where the clocks change. */
export function spanOf({ from, to }: SamplePeriod, timeZone: string): Span {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  return {
    from: startOf(Temporal.PlainDate.from(from)),
    to: startOf(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}

/** The inverse of `spanOf`. */
export function periodOf({ from, to }: Span, timeZone: string): SamplePeriod {
  const dayAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return { from: dayAt(from), to: dayAt(to - 1) };
}

/** Operators who wrote to the customer in what is reviewed: the one with the most messages first; of equals, the one who wrote last. */
export function writersOf(snapshot: Snapshot): OperatorId[] {
  const written = new Map<OperatorId, { count: number; last: number }>();
  snapshot.messages.forEach(({ kind, operatorId, automatic, earlier }, index) => {
    if (earlier || kind !== 'outbound' || operatorId === null || automatic) return;
    written.set(operatorId, { count: (written.get(operatorId)?.count ?? 0) + 1, last: index });
  });
  return [...written].toSorted(([, a], [, b]) => b.count - a.count || b.last - a.last).map(([id]) => id);
}

/** The first answer that the form doesn't allow, or null. */
export function wrongAnswer(form: ScorecardForm, answers: readonly Answer[]): string | null {
  const questions = new Map(form.sections.flatMap((section) => section.questions).map((q) => [q.id, q]));
  const seen = new Set<string>();
  for (const { questionId, selected } of answers) {
    const question = questions.get(questionId);
    if (!question || seen.has(questionId)) return questionId;
    seen.add(questionId);
    const allowed =
      selected === 'not-applicable'
        ? question.mayBeNotApplicable
        : fractionOf(question.scale, selected) !== null;
    if (!allowed) return questionId;
  }
  return null;
}
