import { compileRule } from '../../../shared/voice/compile-rule.ts';
import type { CompiledRule } from '../../../shared/voice/compiled-rule.ts';
import { compilePattern } from '../../../shared/voice/pattern.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { patternsOf } from '../../../shared/voice/rule-patterns.ts';
import { RuleError, type RuleProblem } from '../../../shared/voice/rule-problem.ts';
import type { InspectedRules, RuleFile } from '../../../shared/voice-guides.ts';
import { readRules } from './rule-reader.ts';

export interface CompiledRules extends InspectedRules {
  readonly compiled: readonly CompiledRule[];
}

/** Reads and compiles rules, except those that are `known` to compile; what can't be is a problem with its line. */
export function compileRules(
  files: readonly RuleFile[],
  known: (definition: RuleDefinition) => boolean = () => false,
): CompiledRules {
  const { definitions, unsupported, problems } = readRules(files);
  const found: RuleProblem[] = [...problems];
  const compiled: CompiledRule[] = [];
  for (const definition of definitions) {
    try {
      if (!known(definition)) compiled.push(compileRule(definition));
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      found.push(located(error.problem, definition, files));
    }
  }
  const wrong = new Set(found.map(({ rule }) => rule));
  const good = definitions.filter(({ name }) => !wrong.has(name));
  return { definitions: good, compiled, unsupported, problems: found };
}

/** The problem of the one pattern that is wrong, with the line that it stands in, instead of that of the whole rule. */
function located(problem: RuleProblem, definition: RuleDefinition, files: readonly RuleFile[]): RuleProblem {
  const lines = files.find(({ name }) => name === definition.name)?.yaml.split('\n') ?? [];
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
  if (problem.reason === 'action') return { ...problem, line: lineOf('action') };
  if (problem.reason === 'expression') return { ...problem, line: lineOf('formula') };
  for (const pattern of patternsOf(definition)) {
    try {
      compilePattern(pattern);
    } catch (error) {
      return { ...problem, detail: error instanceof Error ? error.message : pattern, line: lineOf(pattern) };
    }
  }
  return problem;
}
