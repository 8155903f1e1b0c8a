import type { RuleDefinition } from './rule-definition.ts';

/** The patterns that a rule is made of, as they are written. */
export function patternsOf(rule: RuleDefinition): string[] {
  return [...ownPatterns(rule), ...('exceptions' in rule ? rule.exceptions : [])];
}

function ownPatterns(rule: RuleDefinition): string[] {
  switch (rule.extends) {
    case 'existence':
      return [...rule.tokens, ...rule.raw];
    case 'substitution':
      return rule.swap.map(([observed]) => observed);
    case 'occurrence':
      return [rule.token];
    case 'repetition':
      return [...rule.tokens];
    case 'consistency':
      return rule.either.flat();
    case 'conditional':
      return [rule.first, rule.second];
    case 'capitalization':
      return [...(rule.match.startsWith('$') ? [] : [rule.match]), rule.prefix];
    case 'spelling':
      return [...rule.filters];
    case 'readability':
    case 'metric':
      return [];
  }
}
