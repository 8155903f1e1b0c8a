import { describe, expect, test } from 'vitest';
import { LiaisonError, type ErrorCode, type Retry } from '../../../shared/errors.ts';
import { pauseAfter, usualPace } from '../../../shared/outbox-pace.ts';
import { step, waitedLong, wantsLook, type Happening, type Standing } from './rules.ts';

const pace = usualPace;
const now = 1_000_000;
const queued: Standing = { state: 'queued', phase: null, attempts: 0, notBefore: now, error: null, looks: 0 };
const shape = (code: ErrorCode, retry: Retry = 'never') => new LiaisonError(code, { retry }).shape;
const silence = new LiaisonError('effect-unknown', { effect: 'unknown' }).shape;
const after = (from: Standing, ...happenings: Happening[]) =>
  happenings.reduce((standing, happening) => step(standing, happening, { now, pace }), from);
const dotPassed = after(queued, { type: 'claimed' }, { type: 'data' }, { type: 'dot' });

test('a reply that waited for its hour, or for a line, is about what its writer saw then', () => {
  const waited = (minutes: number, sendAt: number | null = null) =>
    waitedLong({ createdAt: now - minutes * 60_000, sendAt }, { now, pace });
  expect([waited(0), waited(9), waited(10), waited(600)]).toEqual([false, false, true, true]);
  expect(waited(0, now)).toBe(true);
});

describe('an attempt', () => {
  test('goes from claimed over data and dot to sent', () => {
    expect(dotPassed).toMatchObject({ state: 'sending', phase: 'dot', attempts: 1 });
    expect(after(dotPassed, { type: 'accepted' })).toMatchObject({ state: 'sent', phase: null, error: null });
  });

  test('that died before the dot is queued again; after it, it is unknown and waits for evidence', () => {
    const inData = after(queued, { type: 'claimed' }, { type: 'data' });
    expect(after(inData, { type: 'interrupted' })).toMatchObject({
      state: 'queued',
      phase: null,
      attempts: 1,
    });
    expect(after(dotPassed, { type: 'interrupted' })).toMatchObject({
      state: 'unknown',
      looks: 0,
      notBefore: now,
    });
    expect(after(dotPassed, { type: 'silent', error: silence })).toMatchObject({ state: 'unknown' });
  });

  test.each([
    ['server-busy', 'later', 'queued', now + 30_000],
    ['server-busy', 300_000, 'queued', now + 300_000],
    ['connection-lost', 'later', 'queued', now + 30_000],
    ['disk-full', 'never', 'queued', now + 30_000],
    ['credentials-rejected', 'never', 'held', now],
    ['message-refused', 'never', 'failed', now],
    ['recipient-refused', 'never', 'failed', now],
  ] as const)('refused with %s (retry %s) becomes %s', (code, retry, state, notBefore) => {
    expect(after(dotPassed, { type: 'refused', error: shape(code, retry) })).toMatchObject({
      state,
      notBefore,
    });
  });

  test('is given up after the last of many', () => {
    const old = { ...dotPassed, attempts: pace.maximumAttempts };
    expect(after(old, { type: 'refused', error: shape('server-busy', 'later') }).state).toBe('failed');
  });
});

test('pauses double from 30 seconds to an hour', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 200].map((failures) => pauseAfter(pace, failures) / 60_000);
  expect(minutes).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('evidence is looked for 0, 30, 120 and 600 seconds after the doubt began, and then no more', () => {
  let standing = after(dotPassed, { type: 'interrupted' });
  const seconds: number[] = [];
  let at = standing.notBefore;
  while (wantsLook(standing, pace)) {
    at = standing.notBefore;
    seconds.push((at - now) / 1000);
    standing = step(standing, { type: 'not-found' }, { now: at, pace });
  }
  expect(seconds).toEqual([0, 30, 120, 600]);
  expect(standing.state).toBe('unknown');
});

describe('a person', () => {
  test('can cancel what waits, and is told when it is too late', () => {
    expect(after(queued, { type: 'cancelled' }).state).toBe('cancelled');
    expect(() => after(dotPassed, { type: 'cancelled' })).toThrow('already-sent');
    expect(() => after(dotPassed, { type: 'accepted' }, { type: 'cancelled' })).toThrow('already-sent');
  });

  test('can try a failed reply again with new attempts, but never an unknown one', () => {
    const failed = after(dotPassed, { type: 'refused', error: shape('message-refused') });
    expect(after(failed, { type: 'retried' })).toMatchObject({ state: 'queued', attempts: 0, error: null });
    expect(() => after(dotPassed, { type: 'interrupted' }, { type: 'retried' })).toThrow('conflict');
  });
});

/** Mulberry32: a small generator with a seed, so that a failing walk can be walked again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const happenings: readonly Happening[] = [
  { type: 'claimed' },
  { type: 'data' },
  { type: 'dot' },
  { type: 'accepted' },
  { type: 'refused', error: shape('server-busy', 'later') },
  { type: 'refused', error: shape('message-refused') },
  { type: 'refused', error: shape('credentials-rejected') },
  { type: 'silent', error: silence },
  { type: 'interrupted' },
  { type: 'journal-ahead' },
  { type: 'found' },
  { type: 'not-found' },
  { type: 'look-failed' },
  { type: 'channel-stopped', error: shape('credentials-rejected') },
  { type: 'resumed' },
  { type: 'cancelled' },
  { type: 'said-sent' },
  { type: 'retried' },
  { type: 'given-up' },
];

/** The way to the dot is long: its steps come more often. */
const likely = happenings.flatMap<Happening>((one) =>
  one.type === 'data' || one.type === 'dot' ? [one, one, one, one] : [one],
);

/** What the server has done, which the machine does not see: a message whose dot has left may have been taken. */
interface World {
  standing: Standing;
  /** The server may hold the message and nobody has said no. */
  mayBeThere: boolean;
}

type Step = typeof step;

/**
 * Walks 60 steps at random; refused ones are part of it and don't count. A truthful server: it refuses only what it has
 * not taken.
 */
function walk(take: Step, seed: number): void {
  const random = seeded(seed);
  const world: World = { standing: queued, mayBeThere: false };
  for (let tries = 0, taken = 0; taken < 60 && tries < 1_000; tries += 1) {
    const happening = likely[Math.floor(random() * likely.length)] ?? { type: 'claimed' };
    const next = tryStep(take, { from: world.standing, happening, at: now + tries });
    if (!next) continue;
    taken += 1;
    const wrong = whatIsWrong(world, happening, next);
    const trail = `seed ${seed}, try ${tries}, ${world.standing.state} -${happening.type}-> ${next.state}`;
    if (wrong) throw new Error(`${wrong}: ${trail}`);
    world.mayBeThere = (world.mayBeThere || happening.type === 'dot') && happening.type !== 'refused';
    const over = next.state === 'sent' || next.state === 'cancelled';
    world.standing = over ? queued : next;
    if (over) world.mayBeThere = false;
  }
}

function tryStep(
  take: Step,
  { from, happening, at }: { from: Standing; happening: Happening; at: number },
): Standing | null {
  try {
    return take(from, happening, { now: at, pace });
  } catch (error) {
    if (error instanceof LiaisonError) return null;
    throw error;
  }
}

function whatIsWrong(world: World, happening: Happening, next: Standing): string | null {
  if (happening.type === 'claimed' && world.mayBeThere) return 'sent again in doubt';
  if ((next.state === 'sending') !== (next.phase !== null)) return 'a phase without an attempt';
  if ((next.state === 'failed' || next.state === 'held') && next.error === null) return 'no reason given';
  const proofs: Happening['type'][] = ['accepted', 'found', 'said-sent'];
  if (next.state === 'sent' && !proofs.includes(happening.type)) return 'sent without a proof';
  return null;
}

test('800 random walks of 60 steps never send again what may be there already', () => {
  expect(() => {
    for (let seed = 1; seed <= 800; seed += 1) walk(step, seed);
  }).not.toThrow();
});

test.each<[string, Step]>([
  [
    'queues the unknown again',
    (from, h, m) =>
      from.state === 'unknown' && h.type === 'resumed' ? { ...from, state: 'queued' } : step(from, h, m),
  ],
  [
    'forgets that the dot was passed',
    (from, h, m) =>
      step(h.type === 'interrupted' && from.phase === 'dot' ? { ...from, phase: 'data' } : from, h, m),
  ],
])('the walks catch a machine that %s', (_name, broken) => {
  expect(() => {
    for (let seed = 1; seed <= 200; seed += 1) walk(broken, seed);
  }).toThrow('sent again in doubt');
});

test.each(['sent', 'cancelled'] as const)('nothing leaves the end state %s', (state) => {
  for (const happening of happenings) {
    expect(() => step({ ...queued, state }, happening, { now, pace })).toThrow(LiaisonError);
  }
});
