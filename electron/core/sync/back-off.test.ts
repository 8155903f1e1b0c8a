import { describe, expect, it } from 'vitest';
import { LiaisonError } from '../../shared/errors.ts';
import { createBackOff } from './back-off.ts';
import { waitAfter } from './receive-lane.ts';

describe('waiting between attempts', () => {
  it('doubles from one second to five minutes, and begins anew after a success', () => {
    const backOff = createBackOff(() => 0);
    const waits = Array.from({ length: 11 }, () => backOff.next() / 1000);
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    backOff.reset();
    expect(backOff.next()).toBe(1000);
  });

  it('is shortened at random by a half at most', () => {
    expect(createBackOff(() => 0.999).next()).toBeGreaterThanOrEqual(500);
  });

  it('stops for a person where waiting can not help', () => {
    const backOff = createBackOff(() => 0);
    const wait = (error: LiaisonError, refusals = 0) => waitAfter(error, { backOff, refusals });
    expect(wait(new LiaisonError('credentials-missing'))).toBeNull();
    expect(wait(new LiaisonError('credentials-rejected'), 2)).toBeNull();
    expect(wait(new LiaisonError('credentials-rejected'), 1)).toBe(1000);
    expect(wait(new LiaisonError('server-busy', { retry: 60_000 }))).toBe(60_000);
    expect(wait(new LiaisonError('host-unreachable', { retry: 'later' }))).toBe(4000);
  });
});
