import { wordBorder } from './pattern-escapes.ts';
import { PatternError } from './rule-problem.ts';
import { translatePattern } from './translate-pattern.ts';
import { asciiWords, wordsOf, type Words } from './words.ts';

export interface Match {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** A compiled pattern of Vale's dialect. */
export interface Pattern {
  /** Every match that isn't empty, from left to right, not overlapping. */
  all(text: string): Match[];
  test(text: string): boolean;
}

/** Writings that a pattern is kept compiled for; a client answers in fewer. */
const mostWritings = 8;

/** Compiles what `write` gives for the writing of each text that comes. */
function createPattern(source: string, write: (words: Words) => string): Pattern {
  const compile = (words: Words): RegExp => {
    const translated = write(words);
    try {
      return new RegExp(translated, 'gv');
    } catch (error) {
      throw new PatternError(source, error instanceof Error ? reasonOf(error.message) : 'not well formed');
    }
  };
  const compiled = new Map<string, RegExp>([[asciiWords.key, compile(asciiWords)]]);
  function regexFor(text: string): RegExp {
    const words = wordsOf(text);
    const known = compiled.get(words.key);
    if (known) return known;
    if (compiled.size >= mostWritings) compiled.clear();
    const made = compile(words);
    compiled.set(words.key, made);
    return made;
  }
  return {
    all: (text) =>
      [...text.matchAll(regexFor(text))]
        .filter((found) => found[0] !== '')
        .map((found) => ({
          start: found.index,
          end: found.index + found[0].length,
          text: found[0],
          groups: found.groups ?? {},
        })),
    test(text) {
      const regex = regexFor(text);
      regex.lastIndex = 0;
      return regex.test(text);
    },
  };
}

/** "Invalid regular expression: /…/gv: Nothing to repeat" -> "nothing to repeat" */
const reasonOf = (message: string): string => (message.split('/gv: ').at(-1) ?? message).toLowerCase();

/** @throws PatternError */
export const compilePattern = (source: string): Pattern =>
  createPattern(source, (words) => translatePattern(source, { words, prefix: '' }));

/** @throws PatternError */
export function compileAlternatives(
  sources: readonly string[],
  options: { ignoreCase: boolean; nonword: boolean },
): Pattern {
  return createPattern(sources.join('|'), (words) => {
    const each = sources.map((source, index) => {
      const translated = translatePattern(source, { words, multiline: true, prefix: `k${index}_` });
      return `(?<k${index}>${translated})`;
    });
    const border = options.nonword ? '' : wordBorder(words);
    const whole = `${border}(?:${each.join('|')})${border}`;
    return options.ignoreCase ? `(?i:${whole})` : whole;
  });
}
