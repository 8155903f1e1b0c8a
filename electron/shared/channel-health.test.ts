import { describe, expect, test } from 'vitest';
import { expiryOf, freshnessOf, freshnessOfAll, type ChannelHealth } from './channel-health.ts';

const now = Date.UTC(2026, 2, 4, 14, 30);
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
type Looked = Pick<ChannelHealth, 'kind' | 'state' | 'lastFetchedAt'>;
const mail = (state: Looked['state'], minutes: number | null): Looked => ({
  kind: 'mail',
  state,
  lastFetchedAt: minutes === null ? null : ago(minutes),
});

describe('what is shown of a channel', () => {
  test.each([
    ['watching', 0],
    ['watching', 4],
    ['connecting', 1],
    ['waiting', 4],
    ['syncing', 2],
  ] as const)('is all there is: %s, looked %i minutes ago', (state, minutes) => {
    expect(freshnessOf(mail(state, minutes), now)).toEqual({ kind: 'current' });
  });

  test.each([
    ['waiting', 28],
    ['stopped', 0],
    // The machine slept, or the line is dead and nobody has noticed yet.
    ['watching', 28],
    ['idle', 28],
    ['syncing', 28],
  ] as const)('is old: %s, looked %i minutes ago', (state, minutes) => {
    expect(freshnessOf(mail(state, minutes), now)).toEqual({ kind: 'stale', since: ago(minutes) });
  });

  test('is still coming, or never came', () => {
    expect(freshnessOf(mail('syncing', null), now)).toEqual({ kind: 'first' });
    expect(freshnessOf(mail('waiting', null), now)).toEqual({ kind: 'stale', since: null });
    expect(freshnessOf(mail('stopped', null), now)).toEqual({ kind: 'stale', since: null });
  });

  test('is never old in an archive, nor in the demo that is watched', () => {
    expect(freshnessOf({ ...mail('idle', null), kind: 'archive' }, now).kind).toBe('current');
    expect(freshnessOf({ ...mail('watching', 600), kind: 'demo' }, now).kind).toBe('current');
    expect(freshnessOf({ ...mail('waiting', 600), kind: 'demo' }, now).kind).toBe('stale');
  });
});

test('together they are as old as the oldest', () => {
  expect(freshnessOfAll([], now)).toEqual({ kind: 'current' });
  const two = [mail('waiting', 10), mail('waiting', 40), mail('watching', 0)];
  expect(freshnessOfAll(two, now)).toEqual({ kind: 'stale', since: ago(40) });
  expect(freshnessOfAll([...two, mail('stopped', null)], now)).toEqual({ kind: 'stale', since: null });
  expect(freshnessOfAll([mail('watching', 0), mail('syncing', null)], now)).toEqual({ kind: 'first' });
});

test('a token that ends within three days is told of', () => {
  expect(expiryOf(null, now)).toBeNull();
  expect(expiryOf(ago(-4 * 24 * 60), now)).toBeNull();
  expect(expiryOf(ago(-3 * 24 * 60), now)).toBe('soon');
  expect(expiryOf(ago(0), now)).toBe('over');
});
