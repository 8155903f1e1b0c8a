import { describe, expect, test } from 'vitest';
import { readHunspell } from './hunspell-dictionary.ts';

/** Those of some words that the dictionary has. */
function had(
  words: readonly string[],
  { aff, dic }: { aff: readonly string[]; dic: readonly string[] },
): string[] {
  const dictionary = readHunspell({ aff: aff.join('\n'), dic: dic.join('\n') });
  return words.filter((word) => dictionary.has(word));
}

test('a word by itself, whatever stands behind it', () => {
  const dic = ['4', 'flange', 'widget po:noun', 'and\\/or/S', '# no word', ''];
  const asked = ['flange', 'widget', 'and/or', 'noun', 'no', '4', ''];
  expect(had(asked, { aff: [], dic })).toEqual(['flange', 'widget', 'and/or']);
});

test('suffixes by their conditions, with what they strip', () => {
  const aff = ['SFX S Y 3', 'SFX S 0 s [^sy]', 'SFX S y ies [^aeiou]y', 'SFX S 0 s/X [aeiou]y'];
  const asked = ['berries', 'berrys', 'trays', 'traies', 'boxs', 'gass'];
  expect(had(asked, { aff, dic: ['3', 'berry/S', 'tray/S', 'box/S', 'gas/S'] })).toEqual([
    'berries',
    'trays',
    'boxs',
  ]);
});

test('prefixes and suffixes come together where both may', () => {
  const aff = ['PFX U Y 1', 'PFX U 0 un .', 'SFX S Y 1', 'SFX S 0 s .', 'SFX N N 1', 'SFX N 0 ness .'];
  const asked = ['pack', 'packness', 'packs', 'unpack', 'unpacks', 'unpackness', 'packsness'];
  expect(had(asked, { aff, dic: ['1', 'pack/USN'] })).toEqual(asked.slice(0, 5));
});

test('an affix is put to a form that an affix made, where it says so', () => {
  const aff = ['SFX Y Y 1', 'SFX Y 0 ish/S .', 'SFX S Y 1', 'SFX S 0 ly .'];
  expect(had(['fool', 'foolish', 'foolishly', 'foolly'], { aff, dic: ['1', 'fool/Y'] })).toEqual([
    'fool',
    'foolish',
    'foolishly',
  ]);
});

test.each([
  ['long', ['FLAG long', 'SFX aB Y 1', 'SFX aB 0 s .'], 'box/aBcD'],
  ['num', ['FLAG num', 'SFX 12 Y 1', 'SFX 12 0 s .'], 'box/7,12'],
  ['aliases', ['AF 2', 'AF 2', 'AF XS', 'SFX S Y 1', 'SFX S 0 s .'], 'box/2'],
])('flags may be %s', (...[, aff, word]) => {
  expect(had(['bare', 'box', 'boxs', 'bares'], { aff, dic: ['2', word, 'bare'] })).toEqual([
    'bare',
    'box',
    'boxs',
  ]);
});

test('a condition is letters, never a pattern of another kind', () => {
  const aff = ['SFX S Y 4', 'SFX S 0 s (a+)+', 'SFX S 0 z [^\\w]', 'SFX S 0 x -', 'SFX S 0 y [+-9]'];
  const asked = ['aaas', 'aaaz', 'ws', 'wz', 'b-x', 'b-y', 'b-z', '7y', '7z', '7x'];
  expect(had(asked, { aff, dic: ['3', 'aaa/S', 'w/S', 'b-/S', '7/S'] })).toEqual([
    'aaaz',
    'b-x',
    'b-y',
    'b-z',
    '7z',
  ]);
});

test('some flags are about the word itself', () => {
  const aff = ['FORBIDDENWORD !', 'NEEDAFFIX n', 'ONLYINCOMPOUND o', 'SFX S Y 1', 'SFX S 0 s .'];
  const dic = ['3', 'wrong/!S', 'scissor/nS', 'fuge/o'];
  expect(had(['wrong', 'scissor', 'scissors', 'fuge'], { aff, dic })).toEqual(['scissors']);
});

test('a word may begin a sentence or shout; a name is no small word; hyphens join words', () => {
  const dic = ['3', 'box', 'Anna', "l'eau"];
  const asked = ['Box', 'BOX', 'bOx', 'Anna', 'ANNA', 'anna', "L'eau", 'box-Anna', 'box-anna'];
  expect(had(asked, { aff: [], dic })).toEqual(['Box', 'BOX', 'Anna', 'ANNA', "L'eau", 'box-Anna']);
});

describe('compounds', () => {
  const aff = [
    'COMPOUNDBEGIN b',
    'COMPOUNDMIDDLE m',
    'COMPOUNDEND e',
    'ONLYINCOMPOUND o',
    'COMPOUNDMIN 2',
    'SFX j Y 1',
    'SFX j 0 s/mbo .',
    'SFX P Y 1',
    'SFX P 0 en .',
  ];
  const dic = ['4', 'Liefer/b', 'Termin/P', 'termin/eo', 'Arbeit/jP', 'zeit/mePo', 'Zeit/P'];
  test('are parts that may stand there, the last with its endings', () => {
    const asked = ['Liefertermin', 'Arbeitszeit', 'Arbeitszeiten', 'Lieferzeittermin'];
    expect(had(asked, { aff, dic })).toEqual(asked);
  });
  test('are not parts that may not', () => {
    const asked = ['LieferTermin', 'Terminliefer', 'Arbeitzeit', 'Arbeits', 'termin', 'Lieferx'];
    expect(had(asked, { aff, dic })).toEqual([]);
  });
});

test('what would go on for ever ends, and nothing is said of it', () => {
  const flags = Array.from({ length: 400 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
  const aff = [...flags].flatMap((flag) => [`SFX ${flag} Y 1`, `SFX ${flag} 0 0/${flags} .`]);
  const dictionary = readHunspell({ aff: aff.join('\n'), dic: `1\nword/${flags}` });
  expect(dictionary.has('words')).toBe(true);
  const deep = readHunspell({
    aff: `SFX S Y 1\nSFX S 0 s ${'a'.repeat(5_000)}`,
    dic: `1\n${'a'.repeat(90)}/S\n${'b'.repeat(5_000)}/S`,
  });
  expect(['a'.repeat(90), `${'a'.repeat(90)}s`].map((word) => deep.has(word))).toEqual([true, false]);
});
