import { compilePrefix, compileVocabulary } from '../case-vocabulary.ts';
import { compareSentence, compareTitle, type Judgement } from '../compare-case.ts';
import { alwaysTried, type CompiledRule, type RuleSurroundings } from '../compiled-rule.ts';
import { compileExceptions, type Exceptions } from '../exceptions.ts';
import { compileFindings } from '../finding.ts';
import { compilePattern } from '../pattern.ts';
import type { CapitalizationDefinition } from '../rule-definition.ts';
import { sentenceCase } from '../sentence-case.ts';
import { titleCase } from '../title-case.ts';

type Style = (text: string) => Judgement;

const wordPattern = '[\\p{N}\\p{L}*]+[^\\s]*';
const defaultThreshold = 0.8;

/**
 * `capitalization`: the case of a whole part (https://vale.sh/docs/checks/capitalization). The message is given the text
 * and how it should be written (for a pattern of one's own: the pattern).
 *
 * @throws PatternError, ActionError
 */
export function compileCapitalization(
  rule: CapitalizationDefinition,
  { accepted }: RuleSurroundings,
): CompiledRule {
  const exceptions = compileExceptions(rule, accepted);
  const judge = compileStyle(rule, { exceptions, terms: termsOf(rule, accepted) });
  const findingOf = compileFindings(rule);
  const { action } = rule;
  const rewrites = action?.name === 'replace' && action.params.length === 0 && rule.match.startsWith('$');
  const tellsHow = rule.match === '$title' || rule.match === '$sentence';

  return {
    definition: rule,
    needs: alwaysTried,
    run({ text }) {
      const { expected, right } = judge(text);
      if (right || text.trim() === '') return { findings: [] };
      const finding = findingOf({ start: 0, end: text.length, text }, [text, expected]);
      if (!rewrites) return { findings: [finding] };
      return { findings: [{ ...finding, fixes: [expected], params: tellsHow ? [expected] : [] }] };
    },
  };
}

const termsOf = (rule: CapitalizationDefinition, accepted: readonly string[]): readonly string[] =>
  (rule.vocab ? [...rule.exceptions, ...accepted] : rule.exceptions).toSorted((a, b) => b.length - a.length);

function compileStyle(
  rule: CapitalizationDefinition,
  { exceptions, terms }: { exceptions: Exceptions; terms: readonly string[] },
): Style {
  if (rule.match === '$lower' || rule.match === '$upper') {
    const write = (text: string) => (rule.match === '$lower' ? text.toLowerCase() : text.toUpperCase());
    return (text) => ({ expected: write(text), right: text === write(text) || exceptions.holds(text) });
  }
  const known = compileVocabulary(terms);
  const words = compilePattern(
    exceptions.source === '' ? wordPattern : `${exceptions.source}|${wordPattern}`,
  );
  const compare = { words, exceptions, threshold: rule.threshold || defaultThreshold };
  const withPrefix = compilePrefix(rule.prefix);
  if (rule.match === '$title') {
    const options = { chicago: rule.style === 'Chicago', known };
    return (text) =>
      compareTitle({ ...compare, text, expected: withPrefix(text, (rest) => titleCase(rest, options)) });
  }
  if (rule.match === '$sentence') {
    const tokens = compilePattern(
      `(?i)${terms.length === 0 ? '' : `\\b(?:${terms.join('|')})\\b|`}${wordPattern}`,
    );
    const write = (text: string) => sentenceCase(text, { tokens, known, indicators: rule.indicators });
    return (text) => compareSentence({ ...compare, text, expected: withPrefix(text, write) });
  }
  const own = compilePattern(rule.match);
  return (text) => ({ expected: rule.match, right: own.test(text) || exceptions.holds(text) });
}
