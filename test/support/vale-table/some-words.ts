import type { Speller } from '../../../electron/shared/voice/spelling/speller.ts';

const words = `a an and the we you your our i it is are was were have has to of in on at for with not no one two hello hi thanks
  thank dear kind regards sorry order parcel letter number refund send sent shop city box colour don't isn't reply receive`;
const known = new Set(words.split(/\s+/));

/** A dictionary of a few words, for rules of the kind `spelling`. Near words are those that lack or swap a letter. */
export const someWords: Speller = {
  correct: (word) => known.has(word) || known.has(word.toLowerCase()),
  suggest: (word) => [...known].filter((each) => each !== word && sorted(each) === sorted(word)),
};

const sorted = (word: string): string => [...word.toLowerCase()].toSorted().join('');
