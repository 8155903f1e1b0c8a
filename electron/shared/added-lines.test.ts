import { expect, test } from 'vitest';
import { addedLines } from './added-lines.ts';

const original = 'From: Ana\r\n\r\nMy card is 1234 5678.\r\nRegards';

test.each([
  ['as it came', original, ''],
  ['with a line left out', 'From: Ana\n\nRegards', ''],
  ['with a line shortened', 'From: Ana\nMy card is', ''],
  ['with words hidden within', 'From: Ana\nMy card is […].\nRegards', 'My card is […].'],
  ['with a line put in', `${original}\nKind regards from Bluefinch`, 'Kind regards from Bluefinch'],
])('an original %s', (_, edited, added) => expect(addedLines(original, edited)).toBe(added));
