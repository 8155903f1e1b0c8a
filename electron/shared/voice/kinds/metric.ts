import { alwaysTried, type CompiledRule, type RulePart } from '../compiled-rule.ts';
import { compileExpression } from '../expression.ts';
import { wholeFinding } from '../finding.ts';
import type { MetricDefinition } from '../rule-definition.ts';
import { measureText } from '../text-measures.ts';

/** Kinds of parts that a formula can ask the number of; those that a text lacks are 0. */
const countedParts = ['pre', 'list', 'blockquote', 1, 2, 3, 4, 5, 6].map((part) =>
  typeof part === 'number' ? `heading_h${part}` : part,
);
const measured = [
  'characters',
  'complex_words',
  'long_words',
  'paragraphs',
  'polysyllabic_words',
  'sentences',
  'syllables',
  'words',
] as const;

/**
 * `metric`: a formula of a text's counts and a condition on its result (https://vale.sh/docs/checks/metric). It measures
 * the whole text's prose unless a scope other than `text` is named. The message is given the result.
 *
 * @throws ExpressionError
 */
export function compileMetric(rule: MetricDefinition): CompiledRule {
  const known: ReadonlySet<string> = new Set([...measured, ...countedParts]);
  const formula = compileExpression(rule.formula.replace(/heading\.(h[1-6])/g, 'heading_$1'), known);
  const condition = compileExpression(`result ${rule.condition}`, new Set([...known, 'result']));
  return {
    definition: rule,
    needs: alwaysTried,
    run(part) {
      const variables = variablesOf(part);
      if (variables.get('words') === 0) return { findings: [] };
      const result = Number(formula(variables));
      const isMet = condition(variables.set('result', Number(result.toFixed(6))));
      return { findings: isMet === true ? [wholeFinding(rule, [result.toFixed(2)])] : [] };
    },
  };
}

function variablesOf({ text, counts }: RulePart): Map<string, number> {
  const measures = measureText(text);
  const variables = new Map<string, number>(countedParts.map((part) => [part, 0]));
  for (const [kind, count] of counts ?? []) variables.set(kind.replaceAll('.', '_'), count);
  variables.set('characters', measures.characters);
  variables.set('complex_words', measures.complexWords);
  variables.set('long_words', measures.longWords);
  variables.set('paragraphs', measures.paragraphs);
  variables.set('polysyllabic_words', measures.polysyllabicWords);
  variables.set('sentences', measures.sentences);
  variables.set('syllables', measures.syllables);
  return variables.set('words', measures.words);
}
