import { compilePattern, type Match, type Pattern } from './pattern.ts';

export interface Exceptions {
  /** Whether a match is excused: by what it says, or because it lies inside an excepted phrase of the text. */
  excuse(match: { text: string; start: number; end: number }, text: string): boolean;
  /** Whether a text holds one of the exceptions. */
  holds(text: string): boolean;
  /** The pattern of all exceptions; empty where there are none. */
  readonly source: string;
}

const none: Exceptions = { excuse: () => false, holds: () => false, source: '' };

/** A vocabulary is compiled once, not once for each rule that minds it. */
const compiled = new Map<string, Exceptions>();
const mostKept = 50;

/**
 * Exceptions are word-bounded, the longest first, and mind case unless they begin with `(?i)`. Those of several words
 * also excuse a match of one of their words (vale, `internal/check/definition.go`).
 *
 * @throws PatternError
 */
export function compileExceptions(
  { exceptions, vocab }: { exceptions: readonly string[]; vocab: boolean },
  accepted: readonly string[],
): Exceptions {
  const terms = vocab ? [...exceptions, ...accepted] : exceptions;
  if (terms.length === 0) return none;
  const key = terms.join('\n');
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= mostKept) compiled.clear();
  const made = compileTerms(terms);
  compiled.set(key, made);
  return made;
}

function compileTerms(terms: readonly string[]): Exceptions {
  const longestFirst = terms
    .toSorted((a, b) => b.length - a.length)
    .map((term) => (term.startsWith('(?i)') ? term : `(?-i)${term}`));
  const source = `(?m)\\b(?:${longestFirst.join('|')})\\b`;
  const whole = compilePattern(source);
  const phrase = compilePhrases(terms);
  let last: { readonly text: string; readonly phrases: readonly Match[] } = { text: '', phrases: [] };
  const phrasesOf = (text: string): readonly Match[] => {
    if (last.text !== text) last = { text, phrases: phrase?.all(text) ?? [] };
    return last.phrases;
  };
  return {
    source,
    holds: (text) => whole.test(text),
    excuse: (match, text) =>
      whole.test(match.text.trim()) ||
      phrasesOf(text).some((around) => match.start >= around.start && match.end <= around.end),
  };
}

/** The terms of several words. */
export function compilePhrases(terms: readonly string[]): Pattern | null {
  const phrases = terms.filter((term) => /[ \t]|\\s/.test(term));
  return phrases.length === 0 ? null : compilePattern(`(?i)\\b(?:${phrases.join('|')})\\b`);
}
