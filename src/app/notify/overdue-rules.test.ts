import { expect, test } from 'vitest';
import { newlyOverdue } from './overdue-rules.ts';

const at = (minute: number) => Date.UTC(2026, 2, 4, 10, minute);
const row = (name: string, minute: number | null) => {
  const dueAt = minute === null ? null : new Date(at(minute)).toISOString();
  return { name, due: dueAt === null ? null : ({ kind: 'nextResponse', dueAt, warnAt: dueAt } as const) };
};

test('a broken promise is told once: at the first look after it', () => {
  const rows = [
    row('none', null),
    row('later', 9),
    row('just now', 5),
    row('before', 4),
    row('old', 1),
    row('at once', 3),
  ];
  const told = newlyOverdue(rows, { since: at(3), now: at(5) });
  expect(told.map(({ name }) => name)).toEqual(['before', 'just now']);
  expect(newlyOverdue(rows, { since: at(5), now: at(6) })).toEqual([]);
});
