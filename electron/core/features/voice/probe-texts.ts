import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';

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
  const patterns =
    definition.extends === 'existence'
      ? [...definition.tokens, ...definition.raw]
      : definition.swap.map(([observed]) => observed);
  const characters = charactersOf(patterns.join(''));
  const runs = characters.flatMap((character) =>
    lengths.flatMap((length) => [character.repeat(length), `${character.repeat(length)}${unmatched}`]),
  );
  const words = [
    `${'a '.repeat(60)}!`,
    `${'word '.repeat(60)}${unmatched}`,
    `${characters.slice(0, 4).join('').repeat(60)}!`,
  ];
  return [prose, ...words, ...runs];
}

function charactersOf(pattern: string): string[] {
  const bare = pattern.replace(/\\[^]/g, ' ');
  const own = [...new Set(bare.replace(/[()[\]{}|*+?^$.,:=!<>-]/g, ''))].slice(0, mostCharacters);
  return [...new Set([...own, 'a', '1', 'x', ' '])];
}
