import { remembered } from '../../remembered.ts';
import { readHunspell, type HunspellFiles } from './hunspell-dictionary.ts';
import type { Speller } from './speller.ts';

const known = new Map<string, Speller>();
const mostKept = 6;
const mostRemembered = 20_000;
const letters = 'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýßœšžčřěůąćęłńóśźżğışđ';
const longestMended = 18;

/** The speller of a package's own dictionary, read once. */
export function ownSpeller({ dic, aff }: HunspellFiles): Speller {
  const key = `${aff}\0${dic}`;
  const made = known.get(key) ?? createSpeller({ dic, aff });
  if (known.size >= mostKept && !known.has(key)) known.clear();
  known.set(key, made);
  return made;
}

function createSpeller(files: HunspellFiles): Speller {
  const dictionary = readHunspell(files);
  return {
    correct: remembered((word: string) => dictionary.has(word), mostRemembered),
    suggest: (word) => [...new Set(oneAway(word))].filter((near) => dictionary.has(near)),
  };
}

/** What one slip of the hand makes of a word: neighbours changed places, a letter too many, another one, one forgotten. */
function oneAway(word: string): string[] {
  const all = [...word];
  if (all.length > longestMended) return [];
  const around = all.map((_, at) => [all.slice(0, at).join(''), all.slice(at + 1).join('')] as const);
  const swapped = all.map((letter, at) => {
    const [before = '', behind = ''] = around[at] ?? [];
    return before + (all[at + 1] ?? '') + letter + behind.slice(all[at + 1]?.length ?? 0);
  });
  const fewer = around.map(([before, behind]) => before + behind);
  const other = around.flatMap(([before, behind]) => [...letters].map((letter) => before + letter + behind));
  const more = [...all.keys(), all.length].flatMap((at) =>
    [...letters].map((letter) => all.slice(0, at).join('') + letter + all.slice(at).join('')),
  );
  return [...swapped, ...fewer, ...other, ...more];
}
