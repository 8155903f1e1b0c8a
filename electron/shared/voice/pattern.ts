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
  /** The number of the alternative that matched; 0 of a pattern that has none. */
  readonly alternative: number;
}

/** A compiled pattern of Vale's dialect. */
export interface Pattern {
  /** Every match that isn't empty, from left to right, not overlapping. */
  all(text: string): Match[];
  /** Only what they say, in half the time. */
  texts(text: string): string[];
  test(text: string): boolean;
}

/** Writings that a pattern is kept compiled for; a client answers in fewer. */
const mostWritings = 8;

interface PatternSource {
  readonly source: string;
  readonly write: (words: Words) => string;
  /** The numbers of the alternatives that are written. */
  readonly alternatives?: readonly number[];
}

/** Compiles what `write` gives for the writing of each text that comes; each of the alternatives has its own group. */
function createPattern({ source, write, alternatives = [] }: PatternSource): Pattern {
  const names = alternatives.map((number) => [groupOf(number), number] as const);
  const alternativeIn = (groups: Match['groups']): number => {
    for (const [name, number] of names) if (groups[name] !== undefined) return number;
    return 0;
  };
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
    all(text) {
      const regex = regexFor(text);
      const matches: Match[] = [];
      regex.lastIndex = 0;
      for (let found = regex.exec(text); found; found = regex.exec(text)) {
        const [match] = found;
        if (match === '') regex.lastIndex = behind(text, found.index);
        else {
          const groups = found.groups ?? none;
          const start = found.index;
          const alternative = alternativeIn(groups);
          matches.push({ start, end: start + match.length, text: match, groups, alternative });
        }
      }
      return matches;
    },
    texts: (text) => text.match(regexFor(text))?.filter((match) => match !== '') ?? [],
    test(text) {
      const regex = regexFor(text);
      regex.lastIndex = 0;
      return regex.test(text);
    },
  };
}

const none: Match['groups'] = {};

const groupOf = (alternative: number): string => `k${alternative}`;

/** The place of the next character: an expression that matched nothing would stand there for ever. */
const behind = (text: string, at: number): number => at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** "Invalid regular expression: /…/gv: Nothing to repeat" -> "nothing to repeat" */
const reasonOf = (message: string): string => (message.split('/gv: ').at(-1) ?? message).toLowerCase();

/** @throws PatternError */
export const compilePattern = (source: string): Pattern =>
  createPattern({ source, write: (words) => translatePattern(source, { words, prefix: '' }) });

/** @throws PatternError */
export function compileAlternatives(
  sources: readonly string[],
  options: {
    readonly ignoreCase: boolean;
    readonly nonword: boolean;
    /** Only some of the sources, by their numbers. */
    readonly chosen?: readonly number[];
  },
): Pattern {
  const chosen = options.chosen ?? [...sources.keys()];
  const write = (words: Words): string => {
    const each = chosen.map((index) => {
      const source = sources[index] ?? '';
      const group = groupOf(index);
      const translated = translatePattern(source, { words, multiline: true, prefix: `${group}_` });
      return `(?<${group}>${translated})`;
    });
    const border = options.nonword ? '' : wordBorder(words);
    const whole = `${border}(?:${each.join('|')})${border}`;
    return options.ignoreCase ? `(?i:${whole})` : whole;
  };
  return createPattern({ source: sources.join('|'), write, alternatives: chosen });
}
