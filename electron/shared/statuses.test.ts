import { expect, test } from 'vitest';
import { StatusDrafts } from './statuses.ts';

const drafts = (count: number, retired: boolean) =>
  Array.from({ length: count }, (_, index) => ({
    id: null,
    category: 'waiting' as const,
    name: `${retired ? 'Retired' : 'Offered'} ${index}`,
    retired,
  }));

test('of the names that a client offers there are 200 at most; those of other times do not count', () => {
  const full = [...drafts(200, false), ...drafts(300, true)];
  expect(StatusDrafts.parse(full)).toEqual(full);
  expect(StatusDrafts.safeParse(drafts(201, false)).success).toBe(false);
});
