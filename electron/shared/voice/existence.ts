import { recased } from './casing.ts';
import type { CompiledRule, RawFinding } from './compiled-rule.ts';
import { compileExceptions } from './exceptions.ts';
import { compileAction } from './fixes.ts';
import { formatMessage, toSentence } from './message.ts';
import { compilePattern, type Match } from './pattern.ts';
import type { ExistenceDefinition } from './rule-definition.ts';

/** The pattern that Vale joins of a rule's tokens and raw parts (vale, `internal/check/existence.go`). */
export function existencePattern(rule: ExistenceDefinition): string {
  const tokens = rule.tokens.filter((token) => token.trim() !== '');
  const bounded = !rule.nonword && rule.tokens.length > 0;
  const words = bounded ? `(?m)\\b(?:${tokens.join('|')})\\b` : `(?m)(?:${tokens.join('|')})`;
  const raw = rule.raw.join('');
  return (rule.ignorecase ? '(?i)' : '') + (rule.append ? words + raw : raw + words);
}

/**
 * `existence`: what must not be there (https://vale.sh/docs/checks/existence).
 *
 * @throws PatternError, ActionError
 */
export function compileExistence(rule: ExistenceDefinition): CompiledRule {
  const pattern = compilePattern(existencePattern(rule));
  const excused = compileExceptions(rule.exceptions);
  const fix = compileAction(rule.action);
  const fixesOf = (match: string) =>
    rule.matchcase && rule.action?.name === 'replace'
      ? fix(match).map((text) => recased(text, match))
      : fix(match);

  const findingOf = (match: Match): RawFinding => {
    const fixes = fixesOf(match.text);
    const values = rule.action === null ? [match.text] : [match.text, proposed(fixes, match.text)];
    return {
      start: match.start,
      end: match.end,
      match: match.text,
      message: formatMessage(rule.message, values),
      description: formatMessage(rule.description, values),
      fixes,
      params: rule.action?.name === 'replace' ? fixes : (rule.action?.params ?? []),
    };
  };
  return {
    definition: rule,
    run: (text) =>
      pattern
        .all(text)
        .filter((match) => !excused(match, text))
        .map(findingOf),
  };
}

const proposed = (fixes: readonly string[], match: string): string =>
  fixes.length > 1 ? toSentence(fixes) : (fixes[0] ?? match);
