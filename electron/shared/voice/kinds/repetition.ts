import { alwaysTried, type CompiledRule, type RawFinding, type RuleSurroundings } from '../compiled-rule.ts';
import { compileExceptions } from '../exceptions.ts';
import { compileFindings, type Place } from '../finding.ts';
import { compilePattern } from '../pattern.ts';
import type { RepetitionDefinition } from '../rule-definition.ts';
import { sentencesIn } from '../sentences.ts';
import { standAlone } from '../subset-pattern.ts';

const lettersOnly = /^\p{L}*$/u;

/**
 * `repetition`: the same token twice in a row (https://vale.sh/docs/checks/repetition). As in Vale, `max` counts the
 * repetitions of a part since the last finding, whatever was repeated; and what reaches over the end of a sentence is
 * none: "I forgot about that. That is important."
 *
 * @throws PatternError, ActionError
 */
export function compileRepetition(rule: RepetitionDefinition, { accepted }: RuleSurroundings): CompiledRule {
  const tokens = rule.tokens.join('|');
  // A group is kept for every match: only where a token refers to one by number does Vale's own have to be there.
  const group = standAlone(rule.tokens) ? `(?:${tokens})` : `(${tokens})`;
  const pattern = compilePattern(`${rule.ignorecase ? '(?i)' : ''}${group}`);
  const exceptions = compileExceptions(rule, accepted);
  const findingOf = compileFindings(rule);
  const normal = (text: string) => (rule.ignorecase ? text.trim().toLowerCase() : text.trim());
  const repeats = (texts: readonly string[]) =>
    texts.map(normal).some((token, index, all) => token !== '' && token === all[index - 1]);
  const counts = (token: string) => token !== '' && (!rule.alpha || lettersOnly.test(token));
  const isFine = (place: Place, text: string) =>
    sentencesIn(place.text).length !== 1 || exceptions.excuse(place, text);

  return {
    definition: rule,
    needs: alwaysTried,
    run({ text }) {
      if (!repeats(pattern.texts(text))) return { findings: [] };
      const findings: RawFinding[] = [];
      let count = 0;
      let previous = { start: 0, token: '' };
      for (const match of pattern.all(text)) {
        const token = normal(match.text);
        if (token === previous.token && counts(match.text.trim())) {
          count += 1;
          const { start } = previous;
          const place = { start, end: match.end, text: text.slice(start, match.end) };
          if (count > rule.max && !isFine(place, text)) {
            findings.push(findingOf(place, [match.text.trim()]));
            count = 0;
          }
        }
        previous = { start: match.start, token };
      }
      return { findings };
    },
  };
}
