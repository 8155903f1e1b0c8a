import type { Logger } from 'pino';
import type { ChannelState } from '../../shared/channels.ts';
import { LiaisonError } from '../../shared/errors.ts';
import type { ChannelId, ClientId } from '../../shared/ids.ts';
import type { Changes } from '../changes.ts';
import type { Registry } from '../connectors/registry.ts';
import type { Channels } from '../features/channels/service.ts';
import type { Conversations } from '../features/conversations/service.ts';
import type { Outbox } from '../features/outbox/service.ts';
import type { Clock } from '../ports.ts';
import type { ClientStore } from '../store/client/client-store.ts';
import type { ClientStores } from '../store/client/stores.ts';
import { createIntroductions } from './introductions.ts';
import { createOutboxLane, type OutboxLane } from './outbox-lane.ts';
import { sleep as realSleep, type Sleep } from './pause.ts';
import { createReceiveLane, takeInAll, type ReceiveLane } from './receive-lane.ts';
import { createThrottle } from './throttle.ts';

export interface SyncProgress {
  readonly done: number;
  readonly total: number;
}

/** Runs the connectors: one lane per channel for receiving, one per client for sending. */
export interface Sync {
  /** Starts every channel of every open client. */
  startAll(): void;
  /** Starts a channel, or wakes it from its back-off. */
  startChannel(store: ClientStore, channelId: ChannelId): void;
  stopChannel(channelId: ChannelId): Promise<void>;
  stopClient(clientId: ClientId): Promise<void>;
  stateOf(channelId: ChannelId): ChannelState;
  /**
   * Brings one channel up to date and returns; for the command line. Gives the number of new messages.
   * @throws LiaisonError the reason why it could not, at the first failure
   */
  pullOnce(
    store: ClientStore,
    channelId: ChannelId,
    options: { signal: AbortSignal; onProgress: (progress: SyncProgress) => void },
  ): Promise<number>;
  /** Something was queued, cancelled or decided: look at this client's outbox, if its channels are started. */
  wakeOutbox(clientId: ClientId): void;
  close(): Promise<void>;
}

export interface SyncOptions {
  readonly stores: ClientStores;
  readonly channels: Channels;
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly log: Logger;
  readonly sleep?: Sleep;
  readonly random?: () => number;
}

interface Running {
  readonly clientId: ClientId;
  readonly lane: ReceiveLane;
}

const idle: ChannelState = { kind: 'idle' };

export function createSync(options: SyncOptions): Sync {
  const { stores, channels, conversations, registry, changes, log } = options;
  const running = new Map<ChannelId, Running>();
  const outboxes = new Map<ClientId, OutboxLane>();
  const introductions = createIntroductions(options);
  const throttle = createThrottle();
  /** Channels that failed since they last worked. */
  const troubled = new Set<ChannelId>();
  let closed = false;

  function announce(store: ClientStore, channelId: ChannelId): void {
    throttle.run(channelId, () => changes.announce('channels', { clientId: store.clientId, id: channelId }));
  }

  /** No address, subject or text goes to the log: ids and codes only. */
  function report(channelId: ChannelId, state: ChannelState, error: LiaisonError | null): void {
    if (!error) return log.debug({ channelId, state: state.kind }, 'channel');
    const { code, retry, cause } = error;
    if (code === 'internal') log.error({ channelId, code, err: cause }, 'channel failed');
    else log.warn({ channelId, state: state.kind, code, retry }, 'channel failed');
  }

  function startChannel(store: ClientStore, channelId: ChannelId): void {
    if (closed) return;
    startOutbox(store).resume(channelId);
    const known = running.get(channelId);
    if (known) return known.lane.wake();
    const channel = channels.list(store).find((one) => one.id === channelId);
    if (!channel) throw new LiaisonError('not-found', { detail: { what: 'channel' } });
    if (channel.settings.kind === 'archive') return;
    const lane = createReceiveLane({
      ...options,
      store,
      channelId,
      sleep: options.sleep ?? realSleep,
      onState(state, error) {
        report(channelId, state, error);
        announce(store, channelId);
        tellOutbox(store.clientId, { channelId, state, failed: troubled.has(channelId) });
        if (state.kind === 'watching' && troubled.has(channelId)) introductions.ask(store, channelId);
        if (error) troubled.add(channelId);
        if (state.kind === 'watching') troubled.delete(channelId);
      },
    });
    running.set(channelId, { clientId: store.clientId, lane });
    introductions.ask(store, channelId);
  }

  /** A round is done: what is unknown may have turned up in Sent, and what was held may go where the channel is well again. */
  function tellOutbox(
    clientId: ClientId,
    now: { channelId: ChannelId; state: ChannelState; failed: boolean },
  ): void {
    if (now.state.kind !== 'watching') return;
    const lane = outboxes.get(clientId);
    if (now.failed) lane?.resume(now.channelId);
    else lane?.wake();
  }

  async function stopChannel(channelId: ChannelId): Promise<void> {
    const known = running.get(channelId);
    await Promise.all([known?.lane.close(), introductions.stop(channelId)]);
    if (running.get(channelId) === known) running.delete(channelId);
  }

  function startOutbox(store: ClientStore): OutboxLane {
    const known = outboxes.get(store.clientId);
    if (known) return known;
    const lane = createOutboxLane({ ...options, store, lookFirst });
    outboxes.set(store.clientId, lane);
    return lane;
  }

  function lookFirst(channelId: ChannelId, signal: AbortSignal): Promise<void> {
    const lane = running.get(channelId)?.lane;
    return lane ? lane.round(signal) : Promise.reject(new LiaisonError('not-up-to-date'));
  }

  async function stopClient(clientId: ClientId): Promise<void> {
    const ids = [...running].filter(([, one]) => one.clientId === clientId).map(([id]) => id);
    await Promise.all(ids.map(stopChannel));
    await outboxes.get(clientId)?.close();
    outboxes.delete(clientId);
  }

  return {
    startAll() {
      for (const store of stores.all()) {
        startOutbox(store);
        for (const channel of channels.list(store)) startChannel(store, channel.id);
      }
    },
    startChannel,
    stopChannel,
    stopClient,
    stateOf: (channelId) => running.get(channelId)?.lane.state ?? idle,
    async pullOnce(store, channelId, { signal, onProgress }) {
      await stopChannel(channelId);
      const account = channels.account(store, channelId);
      const cursor = channels.cursor(store, channelId);
      const receiver = await registry[account.settings.kind].receive(account, cursor, signal);
      const become = (state: ChannelState) => {
        if (state.kind === 'syncing') onProgress({ done: state.done, total: state.total });
      };
      try {
        return await takeInAll(receiver, { store, channelId, channels, conversations, signal, become });
      } finally {
        await receiver.close();
      }
    },
    wakeOutbox(clientId) {
      outboxes.get(clientId)?.wake();
    },
    async close() {
      closed = true;
      throttle.close();
      await Promise.all([...running.keys()].map(stopChannel));
      await Promise.all([...outboxes.values()].map((lane) => lane.close()));
    },
  };
}
