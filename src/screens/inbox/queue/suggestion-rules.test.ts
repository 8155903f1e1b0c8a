import { expect, test } from 'vitest';
import { wordAt } from '../../../../electron/shared/search-words.ts';
import { askedOf, offersOf } from './suggestion-rules.ts';

const offered = (text: string) =>
  offersOf(wordAt(text, text.length), '2026-03-01').map(
    ({ operator, value }) => `${operator}:${value ?? ''}`,
  );

test.each([
  ['fr', ['from:']],
  ['ass', ['assignee:']],
  ['status:re', ['status:resolved']],
  ['-status:o', ['status:open', 'status:on-hold']],
  ['has:', ['has:attachment']],
  ['assignee:', ['assignee:me', 'assignee:none']],
  ['after:', ['after:2026-03-01', 'after:2026-02-28', 'after:2026-02-22', 'after:2026-01-30']],
  ['after:2026-02', ['after:2026-02-28', 'after:2026-02-22']],
  ['fi', ['field:']],
  ['order', []],
  ['a', []],
])('%s', (text, expected) => expect(offered(text)).toEqual(expected));

test('nothing typed offers every operator, and asks the core for nothing', () => {
  expect(offered('')).toHaveLength(11);
  expect(askedOf(wordAt('field:', 6))).toEqual({ operator: 'field', text: '' });
  expect(askedOf(wordAt('', 0))).toBeNull();
  expect(askedOf(wordAt('c', 1))).toBeNull();
  expect(askedOf(wordAt('ca', 2))).toEqual({ operator: null, text: 'ca' });
  expect(askedOf(wordAt('tag:', 4))).toEqual({ operator: 'tag', text: '' });
  expect(askedOf(wordAt('status:o', 8))).toEqual({ operator: 'status', text: 'o' });
  expect(askedOf(wordAt('has:att', 7))).toBeNull();
});
