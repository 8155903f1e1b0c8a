import type { EffectExample, GuideEffect, RuleEffect } from '../../../shared/voice-guides.ts';
import type { ByField } from '../../../shared/voice/written.ts';
import type { WrittenFinding } from './judge.ts';

/** A reply as both guides judge it. */
export interface JudgedReply extends Pick<EffectExample, 'conversationId' | 'at'> {
  /** As it left: the findings' offsets count in these. */
  readonly sent: ByField<string>;
  readonly before: readonly WrittenFinding[];
  readonly after: readonly WrittenFinding[];
}

const mostExamples = 3;
const excerptReach = 50;

interface Tally {
  added: number;
  gone: number;
  after: number;
  readonly addedExamples: EffectExample[];
  readonly goneExamples: EffectExample[];
}

/** Adds up what a change of the guide means, reply by reply. An alert is the same where its rule and its place are. */
export function createTally() {
  const rules = new Map<string, Tally>();
  let replies = 0;
  let withAdded = 0;
  let withGone = 0;
  let before = 0;
  let after = 0;
  const of = (check: string): Tally => {
    const known = rules.get(check) ?? { added: 0, gone: 0, after: 0, addedExamples: [], goneExamples: [] };
    rules.set(check, known);
    return known;
  };

  return {
    add(reply: JudgedReply): void {
      const added = less(reply.after, reply.before);
      const gone = less(reply.before, reply.after);
      replies += 1;
      before += reply.before.length;
      after += reply.after.length;
      if (added.length > 0) withAdded += 1;
      if (gone.length > 0) withGone += 1;
      for (const { check } of reply.after) of(check).after += 1;
      for (const finding of added) {
        const tally = of(finding.check);
        tally.added += 1;
        if (tally.addedExamples.length < mostExamples) tally.addedExamples.push(exampleOf(reply, finding));
      }
      for (const finding of gone) {
        const tally = of(finding.check);
        tally.gone += 1;
        if (tally.goneExamples.length < mostExamples) tally.goneExamples.push(exampleOf(reply, finding));
      }
    },
    result(stopped: Iterable<string>): GuideEffect {
      const changed = [...rules]
        .map(([check, tally]): RuleEffect => ({ check, ...tally }))
        .filter(({ added, gone }) => added + gone > 0)
        .toSorted((a, b) => b.added + b.gone - (a.added + a.gone) || (a.check < b.check ? -1 : 1));
      return { replies, withAdded, withGone, before, after, rules: changed, stopped: [...stopped] };
    },
  };
}

const keyOf = ({ check, field, start, end }: WrittenFinding): string => `${check} ${field} ${start} ${end}`;

/** The findings of one list that the other has not, each as often as it is more often there. */
function less(these: readonly WrittenFinding[], those: readonly WrittenFinding[]): WrittenFinding[] {
  const left = new Map<string, number>();
  for (const finding of those) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return these.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

const exampleOf = ({ conversationId, at, sent }: JudgedReply, finding: WrittenFinding): EffectExample => ({
  conversationId,
  at,
  field: finding.field,
  match: finding.match,
  message: finding.message,
  excerpt: excerptOf(sent[finding.field], finding),
});

/** What stands around a finding; dots where the reply goes on. */
function excerptOf(text: string, { start, end }: WrittenFinding): string {
  const [from, to] = [start - excerptReach, end + excerptReach];
  const shown = text.slice(Math.max(0, from), to).replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${shown}${to < text.length ? '…' : ''}`;
}
