import { expect, test } from 'vitest';
import { pastePlaceNow } from './paste-place.ts';

const at = (value: string, caret: number, end = caret) => ({
  value,
  selectionStart: caret,
  selectionEnd: end,
});
const selected = { value: 'Dear Ana, bye', start: 5, end: 8 };

test('a paste replaces what was selected while nothing else has changed, wherever the caret went', () => {
  expect(pastePlaceNow(selected, at('Dear Ana, bye', 0))).toEqual({ start: 5, end: 8 });
});

test('what was typed while it waited stands behind it', () => {
  expect(pastePlaceNow(selected, at('Dear xy, bye', 7))).toEqual({ start: 5, end: 5 });
  const empty = { value: '', start: 0, end: 0 };
  expect(pastePlaceNow(empty, at('typed', 5))).toEqual({ start: 0, end: 0 });
  // The selection was taken away.
  expect(pastePlaceNow(selected, at('Dear , bye', 5))).toEqual({ start: 5, end: 5 });
});

test('in a text that was changed elsewhere it goes to the caret', () => {
  expect(pastePlaceNow(selected, at('Hello Ana, bye', 2, 4))).toEqual({ start: 2, end: 4 });
  expect(pastePlaceNow(selected, at('Dear', 4))).toEqual({ start: 4, end: 4 });
  // Shorter than what stood around it, although it begins and ends as that did.
  const around = { value: 'abab', start: 3, end: 3 };
  expect(pastePlaceNow(around, at('aba', 3))).toEqual({ start: 3, end: 3 });
});
