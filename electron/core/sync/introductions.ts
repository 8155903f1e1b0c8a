import type { Logger } from 'pino';
import { asLiaisonError } from '../../shared/errors.ts';
import type { ChannelKind } from '../../shared/channels.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { Connector } from '../connectors/contract.ts';
import type { Channels } from '../features/channels/service.ts';
import type { Outbox } from '../features/outbox/service.ts';
import type { ClientStore } from '../store/client/client-store.ts';

/** Asks a channel's server what it takes before anything is sent: who writes shall not learn it from a refusal. */
export interface Introductions {
  /** The channel was started, or works again; asks unless it is known. */
  ask(store: ClientStore, channelId: ChannelId): void;
  /** Resolves when nothing of it touches the store any more. */
  stop(channelId: ChannelId): Promise<void>;
}

interface IntroductionsOptions {
  readonly outbox: Pick<Outbox, 'knowsLimits' | 'learnLimits'>;
  readonly channels: Pick<Channels, 'account'>;
  readonly registry: Readonly<Record<ChannelKind, Pick<Connector, 'introduce'>>>;
  readonly log: Pick<Logger, 'debug'>;
}

export function createIntroductions(options: IntroductionsOptions): Introductions {
  const { outbox, channels, registry, log } = options;
  const asking = new Map<ChannelId, { readonly done: Promise<void>; readonly end: AbortController }>();

  async function introduce(store: ClientStore, channelId: ChannelId, signal: AbortSignal): Promise<void> {
    try {
      const account = channels.account(store, channelId);
      const announced = await registry[account.settings.kind].introduce(account, signal);
      if (!signal.aborted) outbox.learnLimits(store, channelId, announced);
    } catch (error) {
      // The first delivery hears it too, and says what is wrong.
      log.debug({ channelId, code: asLiaisonError(error).code }, 'server has not said what it takes');
    } finally {
      asking.delete(channelId);
    }
  }

  return {
    ask(store, channelId) {
      if (asking.has(channelId) || outbox.knowsLimits(store, channelId)) return;
      const end = new AbortController();
      // Begun a moment later, so that it is known here when it ends.
      const done = Promise.resolve().then(() => introduce(store, channelId, end.signal));
      asking.set(channelId, { done, end });
    },
    async stop(channelId) {
      const one = asking.get(channelId);
      one?.end.abort();
      await one?.done;
    },
  };
}
