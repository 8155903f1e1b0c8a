import type { Rule } from '../../../shared/automations.ts';
import type { RuleMode } from '../../../shared/automation-words.ts';
import { holds, triggers, type Known, type Occasion } from './condition-rules.ts';

export type Rules = readonly Pick<Rule, 'id' | 'name' | 'trigger' | 'condition' | 'actions'>[];

/** What became of one rule at an occasion. */
export interface Turn<Forecast> {
  readonly rule: Rules[number];
  /** Null: its condition does not hold. */
  readonly forecast: Forecast | null;
}

/** What actions would do to what is known; `refused` where nothing of it would be done. */
export interface Outlook {
  readonly known: Known;
  readonly refused: boolean;
}
/** Tells, or does and tells. */
export type Foretell<Forecast extends Outlook> = (
  known: Known,
  rule: Rules[number],
) => Forecast | Promise<Forecast>;

/**
 * Which rules act at an occasion, in their order: the first that fits, or all that do, each finding the conversation as
 * the one before has left it. A rule that is refused leaves it as it was, and the next has its turn.
 */
export async function turnsAt<Forecast extends Outlook>(
  { rules, mode }: { readonly rules: Rules; readonly mode: RuleMode },
  { occasion, known }: { readonly occasion: Occasion; readonly known: Known },
  foretell: Foretell<Forecast>,
): Promise<readonly Turn<Forecast>[]> {
  const turns: Turn<Forecast>[] = [];
  let now = known;
  for (const rule of rules) {
    if (!triggers(rule.trigger, occasion)) continue;
    const forecast = holds(rule.condition, now) ? await foretell(now, rule) : null;
    turns.push({ rule, forecast });
    if (!forecast || forecast.refused) continue;
    now = forecast.known;
    if (mode === 'first') break;
  }
  return turns;
}
