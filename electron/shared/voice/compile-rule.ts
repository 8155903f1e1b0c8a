import { assertNever } from '../assert-never.ts';
import { noSurroundings, type CompiledRule, type RuleSurroundings } from './compiled-rule.ts';
import { ExpressionError } from './expression.ts';
import { ActionError } from './fixes.ts';
import { compileCapitalization } from './kinds/capitalization.ts';
import { compileConditional } from './kinds/conditional.ts';
import { compileConsistency } from './kinds/consistency.ts';
import { compileExistence } from './kinds/existence.ts';
import { compileMetric } from './kinds/metric.ts';
import { compileOccurrence } from './kinds/occurrence.ts';
import { compileReadability } from './kinds/readability.ts';
import { compileRepetition } from './kinds/repetition.ts';
import { compileSpelling } from './kinds/spelling.ts';
import { compileSubstitution } from './kinds/substitution.ts';
import type { RuleDefinition } from './rule-definition.ts';
import { PatternError, RuleError } from './rule-problem.ts';

/** @throws RuleError */
export function compileRule(
  definition: RuleDefinition,
  surroundings: RuleSurroundings = noSurroundings,
): CompiledRule {
  try {
    return compileKind(definition, surroundings);
  } catch (error) {
    const reason = reasonOf(error);
    if (!(error instanceof Error) || reason === null) throw error;
    throw new RuleError({ rule: definition.name, line: 0, reason, detail: error.message });
  }
}

function reasonOf(error: unknown): 'pattern' | 'action' | 'expression' | null {
  if (error instanceof PatternError) return 'pattern';
  if (error instanceof ActionError) return 'action';
  return error instanceof ExpressionError ? 'expression' : null;
}

function compileKind(definition: RuleDefinition, surroundings: RuleSurroundings): CompiledRule {
  switch (definition.extends) {
    case 'existence':
      return compileExistence(definition, surroundings);
    case 'substitution':
      return compileSubstitution(definition, surroundings);
    case 'occurrence':
      return compileOccurrence(definition);
    case 'repetition':
      return compileRepetition(definition, surroundings);
    case 'consistency':
      return compileConsistency(definition);
    case 'conditional':
      return compileConditional(definition, surroundings);
    case 'capitalization':
      return compileCapitalization(definition, surroundings);
    case 'readability':
      return compileReadability(definition);
    case 'metric':
      return compileMetric(definition);
    case 'spelling':
      return compileSpelling(definition, surroundings);
    default:
      return assertNever(definition);
  }
}
