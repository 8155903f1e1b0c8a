import { expect, test } from 'vitest';
import { asciiWords, wordsOf } from './words.ts';

const word = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u;
const codePoints = Array.from({ length: 3_500 }, (_, index) => 0x80 + index * 61).filter(
  (codePoint) => codePoint < 0xd800 || codePoint > 0xdfff,
);

test('for every writing, the classes say what Unicode says', () => {
  const wrong = codePoints.filter((codePoint) => {
    const character = String.fromCodePoint(codePoint);
    const words = wordsOf(`a ${character}`);
    const says = (inside: string) => new RegExp(`^[${inside}]$`, 'v').test(character);
    return says(words.word) !== word.test(character) || says(words.digit) !== /\p{Nd}/u.test(character);
  });
  expect(wrong.map((codePoint) => codePoint.toString(16))).toEqual([]);
});

test('joiners make no border and are no word characters', () => {
  const { word: inside, border } = wordsOf('می\u200cخواهم');
  expect(new RegExp(`[${inside}]`, 'v').test('\u200c')).toBe(false);
  expect(new RegExp(`[${border}]`, 'v').test('\u200c')).toBe(true);
});

test('plain English, with its quotes and dashes, needs nothing beyond ASCII', () => {
  expect(wordsOf('It’s fine — “really” 🙂…')).toBe(asciiWords);
});

test('texts of one writing share their classes', () => {
  expect(wordsOf('Zoë')).toBe(wordsOf('García, Łódź'));
  expect(wordsOf('漢字')).toBe(wordsOf('日本'));
  expect(wordsOf('Привет')).not.toBe(wordsOf('Zoë'));
});
