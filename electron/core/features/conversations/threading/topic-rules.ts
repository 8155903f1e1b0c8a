import { subjectKeyOf } from './subject-rules.ts';

/** "New matter (was: Old matter)": whoever writes so says that the matter is another one. */
const formerly = /\s*[([]\s*(?:was|were|war|vorher|antes|era|ex|كان|سابقا)\s*[:：].*$/iu;
/** Two spellings of one matter, a letter or a short word apart. */
const alike = 0.8;
/** A subject that a program cut off has kept at least this much of its beginning. */
const shortestBeginning = 8;

const wordsOf = (key: string): string[] => key.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const hasDigit = /\p{N}/u;

/**
 * Whether a mail under this subject goes on with what was said under that one. Marks of replies and forwards in any
 * language, labels that gateways put in front, words added or cut off, and slips of the pen make no other matter. Another
 * number does ("Order 12", "Order 13"), and so do other words. Where either says too little, nothing speaks against it.
 */
export function goesOnUnder(subject: string, before: string): boolean {
  const [now, then] = [keyOf(subject), keyOf(before)];
  if (now === '' || then === '' || now === then) return true;
  const [words, earlier] = [wordsOf(now), wordsOf(then)];
  if (haveOtherNumbers(words, earlier)) return false;
  return holdsAll(words, earlier) || isBeginning(now, then) || likeness(words, earlier) >= alike;
}

const keyOf = (subject: string): string => subjectKeyOf(subject.replace(formerly, ''));

function haveOtherNumbers(words: readonly string[], earlier: readonly string[]): boolean {
  const [numbers, before] = [words, earlier].map((list) => list.filter((word) => hasDigit.test(word)));
  if (!numbers || !before || numbers.length === 0 || before.length === 0) return false;
  return numbers.every((number) => !before.includes(number));
}

/** One of them says all that the other says. */
function holdsAll(words: readonly string[], earlier: readonly string[]): boolean {
  const [few, many] = [words, earlier].toSorted((a, b) => a.length - b.length);
  return few !== undefined && few.length > 0 && few.every((word) => many?.includes(word));
}

function isBeginning(now: string, then: string): boolean {
  const [short = '', long = ''] = [now, then].toSorted((a, b) => a.length - b.length);
  const beginning = short.replace(/(?:\.{2,}|…)$/u, '').trimEnd();
  return beginning.length >= shortestBeginning && long.startsWith(beginning);
}

/** 0 to 1: how many pairs of neighbouring letters they share (Dice's coefficient, L. R. Dice 1945). */
function likeness(words: readonly string[], earlier: readonly string[]): number {
  const [pairs, before] = [pairsOf(words), pairsOf(earlier)];
  const left = [...before];
  const shared = pairs.filter((pair) => {
    const at = left.indexOf(pair);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return (2 * shared.length) / Math.max(1, pairs.length + before.length);
}

const pairsOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const letters = [...word];
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  });
