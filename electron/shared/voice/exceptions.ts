import { compilePattern } from './pattern.ts';

/** Whether a match is excused: by what it says, or because it lies inside an excepted phrase of the text. */
export type Exceptions = (match: { text: string; start: number; end: number }, text: string) => boolean;

/**
 * Exceptions are word-bounded, the longest first, and mind case unless they begin with `(?i)`. Those of several words
 * also excuse a match of one of their words.
 *
 * @throws PatternError
 */
export function compileExceptions(exceptions: readonly string[]): Exceptions {
  if (exceptions.length === 0) return () => false;
  const longestFirst = exceptions.toSorted((a, b) => b.length - a.length);
  const terms = longestFirst.map((term) => (term.startsWith('(?i)') ? term : `(?-i)${term}`));
  const whole = compilePattern(`(?m)\\b(?:${terms.join('|')})\\b`);
  const phrases = exceptions.filter((term) => /[ \t]|\\s/.test(term));
  const phrase = phrases.length === 0 ? null : compilePattern(`(?i)\\b(?:${phrases.join('|')})\\b`);
  return (match, text) =>
    whole.test(match.text.trim()) ||
    (phrase?.all(text).some((around) => match.start >= around.start && match.end <= around.end) ?? false);
}
