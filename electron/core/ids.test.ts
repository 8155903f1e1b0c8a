import { expect, test } from 'vitest';
import { ClientId } from '../shared/ids.ts';
import { newId } from './ids.ts';

test('an id is a UUID of version 7 and variant 10 (RFC 9562)', () => {
  const id = newId<ClientId>(Date.UTC(2026, 0, 1));
  expect(ClientId.safeParse(id).success).toBe(true);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the first 48 bits are the milliseconds of its making', () => {
  const now = Date.UTC(2031, 5, 1, 12, 30);
  expect(Number.parseInt(newId(now).replaceAll('-', '').slice(0, 12), 16)).toBe(now);
});

test('ids sort in the order they were made, within a millisecond and when the clock steps back', () => {
  const start = Date.UTC(2032, 0, 1);
  const ids = Array.from({ length: 10_000 }, (_, index) => newId<string>(start - (index % 3)));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
