import { expect, test } from 'vitest';
import { moved, replaced, without } from './list-edits.ts';

test('one is moved, replaced or left out, and the list itself stays as it was', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(list, 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(list, 0, -1)).toEqual(list);
  expect(moved(list, 2, 1)).toEqual(list);
  expect(replaced(list, 1, 'x')).toEqual(['a', 'x', 'c']);
  expect(without(list, 1)).toEqual(['a', 'c']);
  expect(list).toEqual(['a', 'b', 'c']);
});
