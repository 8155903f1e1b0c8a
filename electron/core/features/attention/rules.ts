import type { OperatorId } from '../../../shared/ids.ts';

interface Named {
  readonly id: OperatorId;
  readonly name: string;
}

/**
 * Who is named in a note: `@` and a whole name, in any case, as a word of its own. A longer name counts before a shorter
 * one that it begins with; two people of the same name are both meant.
 */
export function mentionedIn(text: string, people: readonly Named[]): readonly OperatorId[] {
  const folded = fold(text);
  const names = [...new Set(people.map(({ name }) => fold(name)))]
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length);
  const meant = new Set<string>();
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    if (isWord(folded[at - 1])) continue;
    const name = names.find(
      (each) => folded.startsWith(each, at + 1) && !isWord(folded[at + 1 + each.length]),
    );
    if (name !== undefined) meant.add(name);
  }
  return people.filter(({ name }) => meant.has(fold(name))).map(({ id }) => id);
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

const isWord = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}\p{M}]/u.test(letter);
