import { toInstantOrNull } from '../../../shared/time.ts';
import type { ConversationId, TemplateId } from '../../../shared/ids.ts';
import type { TemplateEffect } from '../../../shared/templates.ts';
import { wilson } from '../metrics/statistics.ts';

/** A reply that was sent with a template. `seq` orders what happened at the same moment. */
export interface TemplateUse {
  readonly templateId: TemplateId;
  readonly conversationId: ConversationId;
  readonly at: number;
  readonly seq: number;
}
export interface Resolution {
  readonly conversationId: ConversationId;
  readonly at: number;
  readonly seq: number;
}
export interface Rating {
  readonly conversationId: ConversationId;
  /** 1 to 5. */
  readonly score: number;
  readonly answeredAt: number;
}

export const observedMilliseconds = 72 * 3_600_000;
/** 4 and 5 of 5: the top two boxes (DEFINITIONS 2). */
const satisfiedFrom = 4;

interface Happened {
  readonly uses: readonly TemplateUse[];
  readonly resolutions: readonly Resolution[];
  readonly ratings: readonly Rating[];
  readonly now: number;
}

/**
 * What came after the uses of each template. A use counts as resolved where its conversation was resolved after it and
 * within 72 hours; only uses that are 72 hours old are looked at. A rating counts once for each template that was used in
 * its conversation before. It is what followed, not what it caused.
 */
export function effectsOf({ uses, resolutions, ratings, now }: Happened): TemplateEffect[] {
  const resolved = Map.groupBy(resolutions, ({ conversationId }) => conversationId);
  const rated = Map.groupBy(ratings, ({ conversationId }) => conversationId);
  return [...Map.groupBy(uses, ({ templateId }) => templateId)].map(([templateId, own]) => {
    const observed = own.filter((use) => use.at + observedMilliseconds <= now);
    const scores = ratingsAfter(own, rated).map(({ score }) => score);
    const satisfied = scores.filter((score) => score >= satisfiedFrom).length;
    return {
      templateId,
      uses: own.length,
      lastUsedAt: toInstantOrNull(own.length === 0 ? null : Math.max(...own.map(({ at }) => at))),
      observed: observed.length,
      resolved: observed.filter((use) =>
        (resolved.get(use.conversationId) ?? []).some(
          ({ at, seq }) => seq > use.seq && at >= use.at && at - use.at <= observedMilliseconds,
        ),
      ).length,
      rated: scores.length,
      satisfied,
      satisfaction: wilson({ successes: satisfied, total: scores.length }),
    };
  });
}

/** The ratings that came after the first use in their conversation. */
function ratingsAfter(
  uses: readonly TemplateUse[],
  rated: ReadonlyMap<ConversationId, readonly Rating[]>,
): Rating[] {
  return [...Map.groupBy(uses, ({ conversationId }) => conversationId)].flatMap(([conversationId, own]) => {
    const first = Math.min(...own.map(({ at }) => at));
    return (rated.get(conversationId) ?? []).filter(({ answeredAt }) => answeredAt >= first);
  });
}
