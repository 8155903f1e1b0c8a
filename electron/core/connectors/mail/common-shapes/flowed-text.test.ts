import { expect, test } from 'vitest';
import { joinFlowedLines } from './flowed-text.ts';

const lines = (...all: readonly string[]) => all.join('\r\n');

test('lines that end in a space go on', () => {
  expect(joinFlowedLines(lines('One ', 'two ', 'three.', '', 'Four.'), false)).toBe(
    'One two three.\n\nFour.',
  );
  expect(joinFlowedLines(lines('On ', 'ly one', 'word'), true)).toBe('Only one\nword');
});

test('a signature begins a line of its own, and stuffed lines lose their space', () => {
  expect(joinFlowedLines(lines('Bye', '-- ', 'Li'), false)).toBe('Bye\n-- \nLi');
  expect(joinFlowedLines(lines(' From me', ' > no quote'), false)).toBe('From me\n> no quote');
});

test('a very long paragraph is joined once', () => {
  const words = 'word '.repeat(10);
  expect(joinFlowedLines(`${words}\n`.repeat(60_000), false).length).toBe(words.length * 60_000);
});
