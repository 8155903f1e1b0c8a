import { expect, test } from 'vitest';
import { doubleIn, moved, replaced, rowOf, takenOut, withIds, without, type Row } from './list-edits.ts';

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

test('the first that is called like one before it is double, whatever its capitals; what is retired is not', () => {
  const named = (...names: readonly string[]) => names.map((name) => ({ name }));
  expect(doubleIn(named('Shop', 'Order', ' shop ', 'ORDER'))).toBe(2);
  expect(doubleIn(named('Shop', '', 'Order', ''))).toBeNull();
  expect(doubleIn([{ name: 'Shop', retired: true }, { name: 'Shop' }])).toBeNull();
});

test('what was taken out is told by its key, though others moved or changed', () => {
  const [first, second, third] = ['a', 'b', 'c'].map((each) => rowOf(each)) as [
    Row<string>,
    Row<string>,
    Row<string>,
  ];
  const next = [{ ...third, draft: 'x' }, rowOf('new'), first];
  expect(takenOut([first, second, third], next)).toEqual([second]);
  expect(takenOut([], next)).toEqual([]);
});

type Entry = Row<{ id: string | null; name: string }>;

test('what was saved gets its id wherever it stands by now, and what was typed meanwhile stays', () => {
  const draft = (id: string | null, name: string) => ({ id, name });
  const [known, first, second] = [draft('a', 'Known'), draft(null, 'First'), draft(null, 'Second')].map(
    (each) => rowOf(each),
  ) as [Entry, Entry, Entry];
  const sent = [known, first, second];
  const later = rowOf(draft(null, 'Later'));
  const now = [second, later, { ...first, draft: draft(null, 'First of all') }, known];
  const kept = [draft('a', 'known'), draft('b', 'first'), draft('c', 'second')];
  const rows = withIds(now, { sent, kept });
  expect(rows.map((row) => row.draft)).toEqual([
    draft('c', 'Second'),
    draft(null, 'Later'),
    draft('b', 'First of all'),
    draft('a', 'Known'),
  ]);
  expect(rows.map(({ key }) => key)).toEqual(now.map(({ key }) => key));
});
