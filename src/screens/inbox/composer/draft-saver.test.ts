import { TRPCClientError } from '@trpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftSaver, type DraftState } from './draft-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function startSaver(save: (text: string) => Promise<{ revision: number }>) {
  const states: DraftState[] = [];
  const saver = createDraftSaver<string>({
    saved: { content: '', revision: 3 },
    save,
    onState: (state) => states.push(state),
  });
  return { saver, states };
}

test('saves the newest text shortly after it changes, and knows its revision', async () => {
  const saved: string[] = [];
  const { saver, states } = startSaver(async (text) => ({ revision: 3 + saved.push(text) }));
  saver.change('a');
  saver.change('ab');
  expect(saver.saved).toEqual({ content: '', revision: 3 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual(['ab']);
  expect(saver.saved).toEqual({ content: 'ab', revision: 4 });
  expect(states).toEqual(['waiting', 'waiting', 'saving', 'saved']);
});

test('typing without a pause is saved all the same: a crash costs a second, not a paragraph', async () => {
  const saved: string[] = [];
  const { saver } = startSaver(async (text) => ({ revision: saved.push(text) }));
  for (let letter = 0; letter < 20; letter += 1) {
    saver.change('x'.repeat(letter + 1));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved.length).toBeGreaterThanOrEqual(2);
});

test('flush waits for a save that is under way and saves what came meanwhile', async () => {
  const saved: string[] = [];
  const { saver } = startSaver(async (text) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { revision: saved.push(text) };
  });
  saver.change('a');
  const first = saver.flush();
  await vi.advanceTimersByTimeAsync(10);
  saver.change('b');
  const [second, third] = [saver.flush(), saver.flush()];
  let sent = '';
  void third.then(() => (sent = saved.join()));
  await vi.advanceTimersByTimeAsync(500);
  await Promise.all([first, second, third]);
  expect(saved).toEqual(['a', 'b']);
  expect(sent).toBe('a,b');
  expect(saver.saved).toEqual({ content: 'b', revision: 2 });
});

test('what leaves is what was saved, and what is typed while it leaves is saved once it has', async () => {
  const told: string[] = [];
  const { saver } = startSaver(async (text) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { revision: 3 + told.push(`saved ${text}`) };
  });
  saver.change('a');
  const sent = saver.send(async ({ content, revision }) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    told.push(`sent ${content}`);
    return revision;
  });
  await vi.advanceTimersByTimeAsync(10);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(200);
  saver.change('abc');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual(['saved a', 'saved ab', 'sent ab', 'saved abc']);
  expect(await sent).toBe(5);
});

test('what could not leave is told to whoever sent it, and saving goes on', async () => {
  const saved: string[] = [];
  const { saver } = startSaver(async (text) => ({ revision: saved.push(text) }));
  saver.change('a');
  await expect(saver.send(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  saver.change('ab');
  await saver.flush();
  expect(saved).toEqual(['a', 'ab']);
});

test('a save that failed is said, and tried again with the next change', async () => {
  let fails = true;
  const saved: string[] = [];
  const { saver, states } = startSaver((text) =>
    fails ? Promise.reject(new Error('no')) : Promise.resolve({ revision: saved.push(text) }),
  );
  saver.change('a');
  await expect(saver.flush()).rejects.toThrow('no');
  expect(states.at(-1)).toBe('failed');
  fails = false;
  await saver.flush();
  expect(saved).toEqual(['a']);
});

test('a save that broke off with the line is tried again, though nobody types on', async () => {
  const liaison = { code: 'connection-lost', retry: 'never', effect: 'unknown', detail: {} } as const;
  const lost = TRPCClientError.from({ error: { code: -32_000, message: '', data: { liaison } } });
  const saved: string[] = [];
  let tries = 0;
  const { saver, states } = startSaver(async (text) => {
    tries += 1;
    if (tries < 3) throw lost;
    return { revision: saved.push(text) };
  });
  saver.change('a');
  await vi.advanceTimersByTimeAsync(20_000);
  expect([saved, tries, states.at(-1)]).toEqual([['a'], 3, 'saved']);
});

test('what is discarded is not saved', async () => {
  const saved: string[] = [];
  const { saver } = startSaver(async (text) => ({ revision: saved.push(text) }));
  saver.change('a');
  saver.forget();
  saver.change('a file that came late');
  await vi.advanceTimersByTimeAsync(5_000);
  await saver.flush();
  expect(saved).toEqual([]);
});
