import { expect, test } from 'vitest';
import { isMeant, mentionAt, withMention } from './mention-typing.ts';

test.each([
  ['@', '@', { start: 0, end: 1, query: '' }],
  ['a name that is begun', 'ask @An', { start: 4, end: 7, query: 'an' }],
  ['a name of two words', 'ask @Ana R', { start: 4, end: 10, query: 'ana r' }],
  ['behind a bracket', '(@an', { start: 1, end: 4, query: 'an' }],
  ['on a new line', 'first\n@سل', { start: 6, end: 9, query: 'سل' }],
  ['the last of several', '@Ana Ruiz, @be', { start: 11, end: 14, query: 'be' }],
  ['an address', 'help@shop', null],
  ['nothing', 'ask Ana', null],
  ['another line', '@Ana\nand', null],
])('%s', (_, text, typed) => {
  expect(mentionAt(text, text.length)).toEqual(typed);
});

test('a name is meant by its beginning or by that of a later word', () => {
  expect(
    ['', 'an', 'ana r', 'rui', 'uiz', 'ana ruiz ', 'anar'].map((query) => isMeant('Ana Ruiz', query)),
  ).toEqual([true, true, true, true, false, false, false]);
});

test('the whole name takes the place of what was typed, with one space behind it', () => {
  const text = 'ask @an about it';
  const typed = mentionAt(text, 7);
  expect(typed && withMention(text, { ...typed, name: 'Ana Ruiz' })).toEqual({
    text: 'ask @Ana Ruiz about it',
    caret: 14,
  });
});
