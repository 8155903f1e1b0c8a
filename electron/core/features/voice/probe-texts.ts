import { neededLiterals } from '../../../shared/voice/needed-literals.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { patternsOf } from '../../../shared/voice/rule-patterns.ts';

/** Long enough that an exponential pattern can't hide, short enough that an honest quadratic one passes. */
const lengths = [40, 400] as const;
const mostCharacters = 12;
/** A soft hyphen: no pattern speaks of it, and it is no letter. */
const unmatched = '\u00ad';

const prose =
  'Hello Zoë, thanks for writing — we are sorry that order #10442 (two mugs) arrived broken on 3 March 2026. '.repeat(
    12,
  );

/**
 * Texts that make a pattern which can run away do so: long runs of the characters that it speaks of, with and without
 * an end that it can't match, and some ordinary writing.
 */
export function probeTexts(definition: RuleDefinition): string[] {
  const patterns = patternsOf(definition);
  const characters = charactersOf(patterns.join(''));
  const runs = characters.flatMap((character) =>
    lengths.flatMap((length) => [character.repeat(length), `${character.repeat(length)}${unmatched}`]),
  );
  const tail = tailFor(patterns);
  const words = [
    `${'a '.repeat(60)}!`,
    `${'word '.repeat(60)}${unmatched}`,
    `${characters.slice(0, 4).join('').repeat(60)}!`,
  ];
  return [prose, ...words, ...runs].map((text) => text + tail);
}

/** A repeated group, or a repetition of a repetition. */
const suspicious = /\)[*+{]|[*+}]\)?[*+{]/;
const mostLiterals = 20;

/** The letters that suspicious patterns need: without them a pattern is not even tried. */
function tailFor(patterns: readonly string[]): string {
  const literals = patterns
    .filter((pattern) => suspicious.test(pattern))
    .flatMap((pattern) => neededLiterals(pattern) ?? [])
    .slice(0, mostLiterals);
  return literals.map((literal) => unmatched + literal).join('');
}

function charactersOf(pattern: string): string[] {
  const bare = pattern.replace(/\\[^]/g, ' ');
  const own = [...new Set(bare.replace(/[()[\]{}|*+?^$.,:=!<>-]/g, ''))].slice(0, mostCharacters);
  return [...new Set([...own, 'a', '1', 'x', ' '])];
}
