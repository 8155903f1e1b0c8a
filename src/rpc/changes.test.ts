import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '../../electron/shared/changes.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { concerns, invalidateOnChange, type Changes } from './changes.ts';

const client = '01890000-0000-7000-8000-000000000001' as ClientId;
const other = '01890000-0000-7000-8000-000000000002' as ClientId;
const change = (about: Partial<Changes>): Changes => ({
  ...{ topic: 'conversations', clientId: null, ids: null },
  ...about,
});
const key = (path: string, input: object = {}) => [path.split('.'), { input, type: 'query' }];

describe('a change of a conversation', () => {
  const one = change({ clientId: client, ids: new Set(['c1']) });
  test.each([
    [key('conversations.queue', { clientId: null, view: 'all' }), true],
    [key('conversations.queue', { clientId: client, view: 'all' }), true],
    [key('conversations.queue', { clientId: other, view: 'all' }), false],
    [key('conversations.counts'), true],
    [key('conversations.read', { clientId: client, conversationId: 'c1' }), true],
    [key('conversations.read', { clientId: client, conversationId: 'c2' }), false],
    [key('conversations.markup', { clientId: client, messageId: 'm' }), false],
    [key('conversations.search', { clientId: client, text: 'x' }), false],
    [key('templates.list', { clientId: client }), false],
    [['clean-mail', 'm'], false],
  ])('%j: %s', (query, asked) => expect(concerns(one, query)).toBe(asked));
});

test('a change of the whole workspace reaches what depends on it', () => {
  expect(concerns(change({ topic: 'workspace' }), key('workspace.state'))).toBe(true);
  expect(concerns(change({ topic: 'clients' }), key('conversations.queue', { clientId: null }))).toBe(true);
});

test('an open composer keeps what it is bound to', () => {
  expect(
    concerns(change({ topic: 'outbox', clientId: client }), key('outbox.compose', { clientId: client })),
  ).toBe(false);
  expect(
    concerns(change({ topic: 'outbox', clientId: client }), key('outbox.list', { clientId: client })),
  ).toBe(true);
});

describe('what changes while answers are on their way', () => {
  /** Stands for the cache: counts what it is asked to do, and answers when it is told to. */
  function slowCache() {
    const cache = new QueryClient();
    const answers: (() => void)[] = [];
    const asked = vi
      .spyOn(cache, 'invalidateQueries')
      .mockImplementation(() => new Promise((resolve) => answers.push(() => resolve())));
    return { cache, asked, answer: () => answers.splice(0).forEach((done) => done()) };
  }
  const minute = 60_000;
  const told = (id: string | null): Change => ({
    ...{ topic: 'conversations', clientId: client, id, reason: 'changed' },
  });

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is asked for once they have come, however much it was', async () => {
    const { cache, asked, answer } = slowCache();
    const tell = invalidateOnChange(cache);
    tell(told('c1'));
    tell(told('c2'));
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toHaveBeenCalledTimes(1);
    for (let n = 0; n < 100; n += 1) tell(told(`d${n}`));
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toHaveBeenCalledTimes(1);
    answer();
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toHaveBeenCalledTimes(2);
    answer();
    await vi.advanceTimersByTimeAsync(minute);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('reaches what is about one thing by its own change, or by one that says nothing of which', async () => {
    const { cache, asked, answer } = slowCache();
    const tell = invalidateOnChange(cache);
    const readsOf = async (...ids: (string | null)[]) => {
      for (const id of ids) tell(told(id));
      await vi.advanceTimersByTimeAsync(500);
      answer();
      await vi.advanceTimersByTimeAsync(500);
      const filters = asked.mock.lastCall?.[0];
      return ['c1', 'c2', 'c3'].filter((conversationId) =>
        filters?.predicate?.({
          queryKey: key('conversations.read', { clientId: client, conversationId }),
        } as never),
      );
    };
    expect(await readsOf('c1', 'c2')).toEqual(['c1', 'c2']);
    expect(await readsOf('c3')).toEqual(['c3']);
    expect(await readsOf('c1', null, 'c2')).toEqual(['c1', 'c2', 'c3']);
  });

  test('does not wait for an answer that never comes', async () => {
    const { cache, asked } = slowCache();
    const tell = invalidateOnChange(cache);
    tell(told('c1'));
    await vi.advanceTimersByTimeAsync(500);
    tell(told('c2'));
    await vi.advanceTimersByTimeAsync(minute);
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
