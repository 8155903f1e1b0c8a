import { describe, expect, test, vi } from 'vitest';
import type { ClientStore } from '../store/client/client-store.ts';
import type { Announced } from '../connectors/contract.ts';
import { LiaisonError } from '../../shared/errors.ts';
import type { ChannelId } from '../../shared/ids.ts';
import { createIntroductions } from './introductions.ts';

const channelId = '01900000-0000-7000-8000-000000000002' as ChannelId;
const store = {} as ClientStore;
const account = { settings: { kind: 'archive' as const }, identities: [], secret: null };

/** Introductions over a server whose answers the test gives, one after the other. */
function ask(...answers: (() => Promise<Announced>)[]) {
  const learned: (number | null)[] = [];
  const introduce = vi.fn(() => answers.shift()?.() ?? Promise.resolve({ maximumSize: null }));
  const connector = { introduce };
  const introductions = createIntroductions({
    outbox: {
      knowsLimits: () => learned.length > 0,
      learnLimits: (_store, _channelId, { maximumSize }) => void learned.push(maximumSize),
    },
    channels: { account: () => account },
    registry: { mail: connector, demo: connector, archive: connector },
    log: { debug: () => undefined },
  });
  return { introductions, introduce, learned };
}

describe('what a server takes', () => {
  test('is asked once, and not again while it is known', async () => {
    const { introductions, introduce, learned } = ask(() => Promise.resolve({ maximumSize: 40_000 }));
    introductions.ask(store, channelId);
    introductions.ask(store, channelId);
    await vi.waitFor(() => expect(learned).toEqual([40_000]));
    introductions.ask(store, channelId);
    await introductions.stop(channelId);
    expect(introduce).toHaveBeenCalledTimes(1);
  });

  test('is asked again where it could not be asked', async () => {
    const { introductions, introduce, learned } = ask(
      () => Promise.reject(new LiaisonError('connection-lost')),
      () => Promise.resolve({ maximumSize: null }),
    );
    introductions.ask(store, channelId);
    await vi.waitFor(() => expect(introduce).toHaveBeenCalledTimes(1));
    await introductions.stop(channelId);
    introductions.ask(store, channelId);
    await vi.waitFor(() => expect(learned).toEqual([null]));
  });

  test('is not written down any more once the channel is stopped', async () => {
    const { promise, resolve } = Promise.withResolvers<Announced>();
    const { introductions, introduce, learned } = ask(() => promise);
    introductions.ask(store, channelId);
    await vi.waitFor(() => expect(introduce).toHaveBeenCalledTimes(1));
    const stopped = introductions.stop(channelId);
    resolve({ maximumSize: 1 });
    await stopped;
    expect(learned).toEqual([]);
  });
});
