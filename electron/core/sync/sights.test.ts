import { describe, expect, test } from 'vitest';
import { LiaisonError } from '../../shared/errors.ts';
import type { ChannelId } from '../../shared/ids.ts';
import { createSights } from './sights.ts';

const channel = 'channel' as ChannelId;
const settled = () => new Promise((resolve) => setImmediate(resolve));

function openSights() {
  const time = { steady: 0, wall: 0 };
  const asked: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  let looked = 0;
  const sights = createSights({
    lookFirst: () => new Promise((resolve, reject) => void asked.push({ resolve, reject })),
    clock: { now: () => time.wall },
    monotonic: () => time.steady,
    good: 60,
    pause: 30,
    onLooked: () => (looked += 1),
  });
  const pass = (milliseconds: number) => {
    time.steady += milliseconds;
    time.wall += milliseconds;
  };
  return { sights, asked, pass, time, looked: () => looked };
}

describe('what has waited', () => {
  test('waits for one look, which serves all for a while', async () => {
    const { sights, asked, pass, looked } = openSights();
    expect(sights.wait(channel)).toBe(Number.POSITIVE_INFINITY);
    expect(sights.wait(channel)).toBe(Number.POSITIVE_INFINITY);
    expect(asked).toHaveLength(1);
    asked[0]?.resolve();
    await settled();
    expect([looked(), sights.wait(channel)]).toEqual([1, 0]);
    pass(59);
    expect(sights.wait(channel)).toBe(0);
    pass(1);
    expect(sights.wait(channel)).toBe(Number.POSITIVE_INFINITY);
    expect(asked).toHaveLength(2);
  });

  test('waits on where the look failed, says why, and looks again later or on word', async () => {
    const { sights, asked, pass } = openSights();
    sights.wait(channel);
    asked[0]?.reject(new LiaisonError('host-unreachable', { retry: 'later' }));
    await settled();
    expect(sights.wait(channel)).toBe(30);
    expect(sights.blindness(channel)?.code).toBe('host-unreachable');
    pass(10);
    expect(sights.wait(channel)).toBe(20);
    sights.forget(channel);
    expect(sights.wait(channel)).toBe(Number.POSITIVE_INFINITY);
    expect(asked).toHaveLength(2);
  });

  test('does not trust a look from before the machine slept', async () => {
    const { sights, asked, time } = openSights();
    sights.wait(channel);
    asked[0]?.resolve();
    await settled();
    time.wall += 8 * 3_600_000;
    expect(sights.wait(channel)).toBe(Number.POSITIVE_INFINITY);
  });
});
