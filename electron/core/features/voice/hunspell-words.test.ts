import { expect, test } from 'vitest';
import { hunspellForms } from './hunspell-words.ts';

const wordsOf = (aff: readonly string[], dic: readonly string[]) =>
  [...hunspellForms({ aff: aff.join('\n'), dic: dic.join('\n') })].filter((form) => form !== null).toSorted();

test('a word by itself, whatever stands behind it', () => {
  const dic = ['4', 'flange', 'widget po:noun', 'and\\/or/S', '# no word', ''];
  expect(wordsOf([], dic)).toEqual(['and/or', 'flange', 'widget']);
});

test('suffixes by their conditions, with what they strip', () => {
  const aff = ['SFX S Y 3', 'SFX S 0 s [^sy]', 'SFX S y ies [^aeiou]y', 'SFX S 0 s/X [aeiou]y'];
  expect(wordsOf(aff, ['3', 'berry/S', 'tray/S', 'box/S', 'gas/S'])).toEqual([
    'berries',
    'berry',
    'box',
    'boxs',
    'gas',
    'tray',
    'trays',
  ]);
});

test('prefixes and suffixes come together where both may', () => {
  const aff = ['PFX U Y 1', 'PFX U 0 un .', 'SFX S Y 1', 'SFX S 0 s .', 'SFX N N 1', 'SFX N 0 ness .'];
  expect(wordsOf(aff, ['1', 'pack/USN'])).toEqual(['pack', 'packness', 'packs', 'unpack', 'unpacks']);
});

test.each([
  ['long', ['FLAG long', 'SFX aB Y 1', 'SFX aB 0 s .'], 'box/aBcD'],
  ['num', ['FLAG num', 'SFX 12 Y 1', 'SFX 12 0 s .'], 'box/7,12'],
])('flags may be %s', (...[, aff, word]) => {
  expect(wordsOf(aff, ['2', word, 'bare'])).toEqual(['bare', 'box', 'boxs']);
});

test('a condition is letters, never a pattern of another kind', () => {
  const aff = ['SFX S Y 4', 'SFX S 0 s (a+)+', 'SFX S 0 z [^\\w]', 'SFX S 0 x -', 'SFX S 0 y [+-9]'];
  expect(wordsOf(aff, ['3', 'aaa/S', 'w/S', 'b-/S', '7/S'])).toEqual([
    '7',
    '7z',
    'aaa',
    'aaaz',
    'b-',
    'b-x',
    'b-y',
    'b-z',
    'w',
  ]);
});

test('of what has no end every step is counted', () => {
  const flags = String.fromCodePoint(...Array.from({ length: 400 }, (_, at) => 0x4e00 + at));
  const classes = [...flags].map((flag, at) => `${at % 2 === 0 ? 'PFX' : 'SFX'} ${flag} Y 0`);
  const steps = [...hunspellForms({ aff: classes.join('\n'), dic: `1\nword/${flags}` })];
  expect(steps).toHaveLength(1 + 200 * 200);
  const deep = {
    aff: `SFX S Y 1\nSFX S 0 s ${'a'.repeat(5_000)}`,
    dic: `1\n${'a'.repeat(90)}/S\n${'a'.repeat(5_000)}/S`,
  };
  expect([...hunspellForms(deep)]).toEqual(['a'.repeat(90), null]);
});
