import type { DryHit, DryRun, RuleDraft } from '../../../shared/automations.ts';
import type { RuleId } from '../../../shared/ids.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Looking } from './looking.ts';
import { factsOf, lastConversations, type LookedAt } from './known-queries.ts';
import { triggers, type Occasion } from './condition-rules.ts';
import { occasionsOf } from './occasion-rules.ts';
import { turnsAt } from './plan-rules.ts';
import type { Deadlines } from './deadlines.ts';

/** As many as say whether a rule is meant so. */
const looked = 500;
const atOnce = 25;

/** What a rule would do with the last conversations as these stand now. Changes nothing; in slices. */
export async function dryRun(
  store: ClientStore,
  draft: RuleDraft,
  { looking, deadlines }: { looking: Looking; deadlines: Deadlines },
): Promise<DryRun> {
  const rule = { ...draft, id: 'draft' as RuleId };
  const conversations = lastConversations(store, looked);
  const hits: DryHit[] = [];
  let triggered = 0;
  for (const [index, each] of conversations.entries()) {
    if (index % atOnce === atOnce - 1) await new Promise(setImmediate);
    const occasion = lastOccasion(store, each, { draft, deadlines });
    const known = occasion && looking.known(store, each.id);
    if (!occasion || !known) continue;
    triggered += 1;
    const [turn] = await turnsAt(
      { rules: [rule], mode: 'first' },
      { occasion, known },
      (before, { actions }) => looking.foretell(store, before, actions),
    );
    if (turn?.forecast) hits.push({ ...presentLooked(each), ...told(turn.forecast) });
  }
  return { looked: conversations.length, triggered, hits };
}

const told = ({ effects, refusal }: Pick<DryHit, 'effects' | 'refusal'>) => ({ effects, refusal });

const presentLooked = ({ id, subject, contactName, lastMessageAt }: LookedAt) => ({
  conversationId: id,
  subject,
  contactName,
  lastMessageAt: toInstant(lastMessageAt),
});

/** The newest thing that happened there and that the rule waits for. */
function lastOccasion(
  store: ClientStore,
  each: LookedAt,
  { draft, deadlines }: { draft: RuleDraft; deadlines: Deadlines },
): Occasion | null {
  const timed = deadlines.passedAt(store, each, draft.trigger);
  if (timed !== undefined) return timed;
  for (const { body, actor } of factsOf(store, each.id)) {
    const occasion = occasionsOf(body, actor).find((one) => triggers(draft.trigger, one));
    if (occasion) return occasion;
  }
  return null;
}
