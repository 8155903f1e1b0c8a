import type { RuleProblem } from '../../../shared/voice/rule-problem.ts';
import type { InspectedRules, RuleFile } from '../../../shared/voice-guides.ts';
import { compileRules } from './rule-compiler.ts';
import { probeTexts } from './probe-texts.ts';
import { findRunaways } from './timed-check.ts';

/** Rules that have passed; a person edits one rule of a guide at a time, and the others need no second look. */
const mostRemembered = 4_000;

/**
 * Makes the function that says what saving a set of rules would say: it reads and compiles every rule, and runs each
 * new one on texts that make a bad pattern show itself.
 */
export function createInspector(): (rules: readonly RuleFile[]) => InspectedRules {
  const passed = new Set<string>();

  return (rules) => {
    const read = compileRules(rules, (definition) => passed.has(JSON.stringify(definition)));
    const runaways = findRunaways(read.compiled, (rule) => probeTexts(rule.definition));
    const slow = [...runaways].map((rule): RuleProblem => ({
      rule,
      reason: 'runaway',
      detail: rule,
      line: 0,
    }));
    const definitions = read.definitions.filter(({ name }) => !runaways.has(name));
    if (passed.size > mostRemembered) passed.clear();
    for (const definition of definitions) passed.add(JSON.stringify(definition));
    return { definitions, unsupported: read.unsupported, problems: [...read.problems, ...slow] };
  };
}
