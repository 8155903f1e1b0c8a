import { expect, test } from 'vitest';
import { LiaisonError } from '../../shared/errors.ts';
import { createRounds } from './rounds.ts';

const never = new AbortController().signal;

/** What has become of it by now. */
async function standingOf(promise: Promise<void>): Promise<string> {
  const settled = promise.then(
    () => 'done',
    (error: unknown) => (error instanceof LiaisonError ? error.code : 'thrown'),
  );
  return Promise.race([settled, new Promise<string>((resolve) => setImmediate(() => resolve('waiting')))]);
}

test('whoever asks during a round waits for the next one', async () => {
  const rounds = createRounds();
  const early = rounds.next(never);
  const first = rounds.begin();
  const late = rounds.next(never);
  first();
  expect([await standingOf(early), await standingOf(late)]).toEqual(['done', 'waiting']);
  rounds.begin()();
  expect(await standingOf(late)).toBe('done');
});

test('a round that fails tells all who wait, those for the next one as well', async () => {
  const rounds = createRounds();
  const during = rounds.next(never);
  rounds.begin();
  const after = rounds.next(never);
  rounds.fail(new LiaisonError('connection-lost'));
  expect([await standingOf(during), await standingOf(after)]).toEqual(['connection-lost', 'connection-lost']);
});

test('who does not want to wait any more is let go', async () => {
  const rounds = createRounds();
  const leaving = new AbortController();
  const asked = rounds.next(leaving.signal);
  leaving.abort();
  expect(await standingOf(asked)).toBe('cancelled');
  rounds.begin()();
});
