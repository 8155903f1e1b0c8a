import { describe, expect, test } from 'vitest';
import { nearWords, type EditCosts } from './near-words.ts';
import { readTrie } from './word-trie.ts';

/** car, cars, cart, bar, bars, bart, a1: the ends of `bar` are those of `car`, and `\1` is the digit. */
const text = [
  '#!/usr/bin/env cspell-trie reader',
  'TrieXv3',
  'base=10',
  '# Made by hand.',
  '__DATA__',
  '',
].join('\n');
const trie = readTrie(`${text}cars$t$$2\n<bar#3;<3a\\1$2`);

describe('a trie', () => {
  test('has its words and no others', () => {
    const words = ['car', 'cars', 'cart', 'bar', 'bars', 'bart', 'a1'];
    expect(words.filter((word) => trie.has(word))).toEqual(words);
    expect(['', 'c', 'ca', 'carst', 'b', 'bat', 'a', 'a11'].filter((word) => trie.has(word))).toEqual([]);
  });

  test('of another format is refused', () => {
    expect(() => readTrie('TrieXv1\nbase=10\n__DATA__\n')).toThrow('third version');
    expect(() => readTrie('car\ncars\n')).toThrow('third version');
  });
});

const costs: EditCosts = {
  forgotten: () => 100,
  tooMany: (letter, before) => (letter === before ? 50 : 100),
  replaced: (written, meant) => (written === 'k'.charCodeAt(0) && meant === 'c'.charCodeAt(0) ? 20 : 100),
  swapped: 75,
};
const near = (word: string, limit = 100) =>
  nearWords(trie, word, { costs, most: 5, limit }).map((found) => `${found.word} ${found.cost}`);

test('words near to another come by what the change costs, then by how they begin', () => {
  expect(near('kar')).toEqual(['car 20', 'bar 100']);
  expect(near('carr')).toEqual(['car 50', 'cars 100', 'cart 100']);
  expect(near('acr')).toEqual(['car 75']);
  expect(near('crats', 175)).toEqual(['cars 175', 'cart 175']);
  expect(near('zzzz')).toEqual([]);
});
