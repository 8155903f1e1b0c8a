import { alwaysTried, type CompiledRule, type RawFinding, type RuleSurroundings } from '../compiled-rule.ts';
import { compilePhrases } from '../exceptions.ts';
import { compileFindings } from '../finding.ts';
import { compilePattern, type Match } from '../pattern.ts';
import type { SpellingDefinition } from '../rule-definition.ts';
import { formsOf } from '../spelling/arabic-word.ts';
import { suggestedBy } from '../spelling/speller.ts';

/** What is looked up: letters, with marks, digits and joiners inside; a filter says which of them are no words. */
const words = compilePattern("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_'’.-]*");
/** What Vale leaves out unless a rule is `custom`: names such as LibreOffice, what ends in capitals, what holds more than letters. */
const ownFilters = [/[A-Z][a-z]+[A-Z]+\w+/, /\p{Lu}$/u, /[^\p{L}\p{M}_'’]/u];

/**
 * `spelling`: words that no dictionary has (https://vale.sh/docs/checks/spelling). The accepted vocabulary is right, as
 * are the rule's own exceptions. The package's own dictionaries stand in the place of the language's, or with `append`
 * beside it. A phrase is right as a phrase. Without a dictionary it finds nothing. The message is given the word.
 *
 * @throws PatternError, ActionError
 */
export function compileSpelling(
  rule: SpellingDefinition,
  { accepted, speller, readOwn }: RuleSurroundings,
): CompiledRule {
  const filters = rule.filters.map((filter) => compilePattern(filter));
  const terms = [...accepted, ...rule.exceptions];
  const isKnown = compileTerms(terms);
  const alone = rule.own.length > 0 && !rule.append;
  const own = readOwn ? rule.own.map(readOwn) : [];
  const usual = speller ? [speller, ...own] : [];
  const spellers = alone ? own : usual;
  const phrases = compilePhrases(terms);
  const findingOf = compileFindings(rule);
  const suggests = rule.action?.name === 'suggest' && rule.action.params[0] === 'spellings';
  const isLeftOut = (word: string) =>
    (!rule.custom && ownFilters.some((filter) => filter.test(word))) ||
    filters.some((filter) => filter.test(word));

  const isUnknown = (word: string): boolean => !spellers.some((each) => each.correct(word));
  const isWrong = (word: string): boolean =>
    !isLeftOut(word) && isUnknown(word.replaceAll('’', "'")) && !formsOf(word).some(isKnown);
  const finding = (match: Match): RawFinding => {
    const found = findingOf(match, [match.text]);
    return suggests ? { ...found, fixes: suggestedBy(spellers, match.text) } : found;
  };
  return {
    definition: rule,
    needs: alwaysTried,
    run({ text }) {
      if (spellers.length === 0) return { findings: [] };
      const inPhrase = phrases?.all(text) ?? [];
      const isFree = ({ start, end }: Match) =>
        !inPhrase.some((around) => start >= around.start && end <= around.end);
      return {
        findings: words
          .all(text)
          .map(trimmed)
          .filter((word) => isFree(word) && isWrong(word.text))
          .map(finding),
      };
    },
  };
}

const plainWord = /^[\p{L}\p{M}\p{N}_]+$/u;

/** Whether one of the terms stands in a word. There may be as many as a dictionary has: plain ones are looked up. */
function compileTerms(terms: readonly string[]): (word: string) => boolean {
  const plain = new Set(terms.filter((term) => plainWord.test(term)).map((term) => term.toLowerCase()));
  const others = terms.filter((term) => !plainWord.test(term));
  const pattern = others.length === 0 ? null : compilePattern(`(?i)(?:${others.map(bounded).join('|')})`);
  return (word) =>
    word
      .toLowerCase()
      .split(/['’.-]+/)
      .some((part) => plain.has(part)) ||
    (pattern?.test(word) ?? false);
}

/** Whole words, unless a term says otherwise itself. */
const bounded = (term: string): string =>
  term.startsWith('\\b') || term.endsWith('\\b') ? term : `\\b(?:${term})\\b`;

/** Without the punctuation behind a word. */
function trimmed(match: Match): Match {
  const text = match.text.replace(/['’.-]+$/, '');
  return { ...match, text, end: match.start + text.length };
}
