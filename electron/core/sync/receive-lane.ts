import type { ChannelState } from '../../shared/channels.ts';
import { asLiaisonError, LiaisonError, type ErrorShape } from '../../shared/errors.ts';
import type { ChannelId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/time.ts';
import type { Receiver } from '../connectors/contract.ts';
import type { Registry } from '../connectors/registry.ts';
import type { Channels } from '../features/channels/service.ts';
import type { Conversations } from '../features/conversations/service.ts';
import type { Clock } from '../ports.ts';
import type { ClientStore } from '../store/client/client-store.ts';
import { createBackOff, type BackOff } from './back-off.ts';
import { yieldToOthers, type Sleep } from './pause.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** The one collector of a channel: connects, takes in what is new, watches, and comes back after a failure. */
export interface ReceiveLane {
  readonly state: ChannelState;
  /** Ends a back-off or a stop: tries again now. */
  wake(): void;
  /** Makes a whole round that begins after this call. @throws LiaisonError what keeps it from being made, `cancelled` */
  round(signal: AbortSignal): Promise<void>;
  /** Resolves when nothing of the lane touches the store any more. */
  close(): Promise<void>;
}

export interface LaneOptions {
  readonly store: ClientStore;
  readonly channelId: ChannelId;
  readonly channels: Pick<Channels, 'account' | 'cursor' | 'fetched'>;
  readonly conversations: Pick<Conversations, 'ingest'>;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random?: () => number;
  /** The state has changed. */
  readonly onState: (state: ChannelState, error: LiaisonError | null) => void;
}

/** How often wrong credentials are tried before a person is asked: a third time may lock the account. */
const credentialTries = 2;
/** A connection that has held this long was a success: the next failure begins with a short wait again. */
const steadyMilliseconds = 60_000;

export function createReceiveLane(options: LaneOptions): ReceiveLane {
  const { clock } = options;
  const end = new AbortController();
  const backOff = createBackOff(options.random);
  let state: ChannelState = { kind: 'idle' };
  const rounds = createRounds();
  let nap = new AbortController();
  let quiet = new AbortController();
  let refusals = 0;

  function become(next: ChannelState, error: LiaisonError | null = null): void {
    state = next;
    options.onState(next, error);
  }

  async function run(): Promise<void> {
    while (!end.signal.aborted) {
      const startedAt = clock.now();
      const error = await oneConnection({
        ...options,
        signal: end.signal,
        become,
        rounds,
        quiet: () => (quiet = new AbortController()).signal,
        onPulled: () => (refusals = 0),
      });
      rounds.fail(error);
      if (end.signal.aborted) break;
      if (clock.now() - startedAt >= steadyMilliseconds) backOff.reset();
      if (isRefusal(error)) refusals += 1;
      await rest(error);
    }
    become({ kind: 'idle' });
  }

  async function rest(error: LiaisonError): Promise<void> {
    nap = new AbortController();
    const woken = AbortSignal.any([end.signal, nap.signal]);
    const wait = waitAfter(error, { backOff, refusals });
    if (wait === null) {
      become({ kind: 'stopped', error: error.shape }, error);
      await aborted(woken);
    } else {
      become({ kind: 'waiting', error: error.shape, until: toInstant(clock.now() + wait) }, error);
      await options.sleep(wait, woken);
    }
    if (nap.signal.aborted) {
      refusals = 0;
      backOff.reset();
    }
  }

  const ended = run();
  return {
    get state() {
      return state;
    },
    wake: () => nap.abort(),
    round(signal) {
      if (end.signal.aborted) return Promise.reject(new LiaisonError('cancelled'));
      // It comes back by itself when its pause is over: a server that is away, or has refused us, is not to be hurried.
      if (state.kind === 'stopped' || state.kind === 'waiting') return Promise.reject(errorOf(state.error));
      const made = rounds.next(signal);
      quiet.abort();
      return made;
    },
    async close() {
      end.abort();
      await ended;
    },
  };
}

/** Milliseconds to wait, or null where only a person can help. */
export function waitAfter(
  error: LiaisonError,
  { backOff, refusals }: { backOff: BackOff; refusals: number },
): number | null {
  if (isRefusal(error)) return refusals < credentialTries ? backOff.next() : null;
  if (error.retry === 'never') return null;
  return error.retry === 'later' ? backOff.next() : Math.max(error.retry, backOff.next());
}

const isRefusal = ({ code }: LiaisonError): boolean =>
  code === 'credentials-rejected' || code === 'token-rejected';

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const errorOf = ({ code, ...options }: ErrorShape): LiaisonError => new LiaisonError(code, options);

interface OneConnection extends LaneOptions {
  readonly signal: AbortSignal;
  readonly rounds: Rounds;
  /** Begins a time of waiting for news, which the signal ends. */
  readonly quiet: () => AbortSignal;
  readonly become: (state: ChannelState) => void;
  readonly onPulled: () => void;
}

/** From connecting to the failure that ends it. */
async function oneConnection(options: OneConnection): Promise<LiaisonError> {
  const { channels, registry, store, channelId, signal, become } = options;
  let receiver: Receiver | null = null;
  try {
    become({ kind: 'connecting' });
    const account = channels.account(store, channelId);
    const connector = registry[account.settings.kind];
    receiver = await connector.receive(account, channels.cursor(store, channelId), signal);
    for (;;) {
      const stir = options.quiet();
      const done = options.rounds.begin();
      await takeInAll(receiver, options);
      done();
      options.onPulled();
      become({ kind: 'watching' });
      await receiver.watch(AbortSignal.any([signal, stir]));
      if (signal.aborted) return new LiaisonError('cancelled');
    }
  } catch (thrown) {
    return asLaneError(thrown);
  } finally {
    await receiver?.close().catch(() => undefined);
  }
}

/** A fault of our own is tried again too, in case it was a passing one; it is logged by who listens to the state. */
function asLaneError(thrown: unknown): LiaisonError {
  const error = asLiaisonError(thrown);
  return error.code === 'internal' ? new LiaisonError('internal', { retry: 'later', cause: thrown }) : error;
}

export interface TakeIn {
  readonly store: ClientStore;
  readonly channelId: ChannelId;
  readonly channels: Pick<Channels, 'fetched'>;
  readonly conversations: Pick<Conversations, 'ingest'>;
  readonly signal: AbortSignal;
  readonly become: (state: ChannelState) => void;
}

/** One whole round: every batch is durable with its cursor before the next is asked for. Gives how many were new. */
export async function takeInAll(receiver: Receiver, options: TakeIn): Promise<number> {
  const { store, channelId, channels, conversations, signal, become } = options;
  let added = 0;
  for await (const batch of receiver.pull()) {
    if (signal.aborted) throw new LiaisonError('cancelled');
    if (batch.messages.length > 0) become({ kind: 'syncing', ...batch.progress });
    added += conversations.ingest(store, channelId, batch).added;
    await yieldToOthers();
  }
  channels.fetched(store, channelId);
  return added;
}
