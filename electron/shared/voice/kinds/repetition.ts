import { alwaysTried, type CompiledRule, type RawFinding, type RuleSurroundings } from '../compiled-rule.ts';
import { compileExceptions } from '../exceptions.ts';
import { compileFindings, type Place } from '../finding.ts';
import { compilePattern, type Match } from '../pattern.ts';
import type { RepetitionDefinition } from '../rule-definition.ts';
import { sentencesIn } from '../sentences.ts';

const lettersOnly = /^\p{L}*$/u;

/**
 * `repetition`: the same token twice in a row (https://vale.sh/docs/checks/repetition). As in Vale, `max` counts the
 * repetitions of a part since the last finding, whatever was repeated; and what reaches over the end of a sentence is
 * none: "I forgot about that. That is important."
 *
 * @throws PatternError, ActionError
 */
export function compileRepetition(rule: RepetitionDefinition, { accepted }: RuleSurroundings): CompiledRule {
  const pattern = compilePattern(`${rule.ignorecase ? '(?i)' : ''}(${rule.tokens.join('|')})`);
  const exceptions = compileExceptions(rule, accepted);
  const findingOf = compileFindings(rule);
  const normal = (match: Match) => (rule.ignorecase ? match.text.trim().toLowerCase() : match.text.trim());
  const isRepeated = (match: Match, previous: Match | undefined): previous is Match =>
    previous !== undefined &&
    normal(match) === normal(previous) &&
    normal(match) !== '' &&
    (!rule.alpha || lettersOnly.test(match.text.trim()));
  const isFine = (place: Place, text: string) =>
    sentencesIn(place.text).length !== 1 || exceptions.excuse(place, text);

  return {
    definition: rule,
    needs: alwaysTried,
    run({ text }) {
      const findings: RawFinding[] = [];
      let count = 0;
      let previous: Match | undefined;
      for (const match of pattern.all(text)) {
        if (isRepeated(match, previous)) {
          count += 1;
          const place = {
            start: previous.start,
            end: match.end,
            text: text.slice(previous.start, match.end),
          };
          if (count > rule.max && !isFine(place, text)) {
            findings.push(findingOf(place, [match.text.trim()]));
            count = 0;
          }
        }
        previous = match;
      }
      return { findings };
    },
  };
}
