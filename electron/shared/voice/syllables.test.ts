import { expect, test } from 'vitest';
import { syllablesIn } from './syllables.ts';

test.each([
  [
    1,
    'cat please use used due blue hour our their queue tried likes moved whole rule ale are fire here more the be me guard',
  ],
  [
    2,
    'table boxes waited science quiet being create business people sorry package received address million union question station uses value issue social special patient client clients riot lion diet poem poet going doing seeing paying trying carried applied changes prices houses ended added needed handled settled simple little likely lovely safely cruel fuel equal language',
  ],
  [
    3,
    'reimburse customers readable beautiful employee refunded delivered everything banana discovered remembered packages area idea reaction continue video radio serious various previous initial period audience quietly studying services completely actual manual annual usual guarantee quality graduate',
  ],
  [
    4,
    'usually unsatisfied available apologise material experience society variety definitely situation evaluate january february',
  ],
  [5, 'organisations immediately'],
])('words of %i syllables', (count, words) => {
  const counted = words.split(' ').map((word) => [word, syllablesIn(word)]);
  expect(counted).toEqual(words.split(' ').map((word) => [word, count]));
});

test('what has no vowel, or no letter, is one syllable', () => {
  expect(['hmm', 'naïve', '42', 'well-known'].map(syllablesIn)).toEqual([1, 1, 1, 2]);
});
