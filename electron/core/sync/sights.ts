import { asLiaisonError, type LiaisonError } from '../../shared/errors.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { Clock } from '../ports.ts';

/** Fetches all that is new of a channel, from now on; rejects where it can't. */
export type LookFirst = (channelId: ChannelId, signal: AbortSignal) => Promise<void>;

type Sight =
  | { readonly kind: 'asking' }
  | { readonly kind: 'seen'; readonly until: number; readonly at: number }
  | { readonly kind: 'blind'; readonly until: number; readonly at: number; readonly error: LiaisonError };

/**
 * Whether what came to a channel was seen a moment ago. A reply that has waited, while nobody could look, leaves only
 * after that look: somebody else may have answered meanwhile.
 */
export interface Sights {
  /** Milliseconds until it is worth asking again: 0 where all was seen, infinite while it is being looked at. */
  wait(channelId: ChannelId): number;
  /** Why it could not be looked at, as long as that holds. */
  blindness(channelId: ChannelId): LiaisonError | null;
  /** The channel works again: look now. */
  forget(channelId: ChannelId): void;
  close(): void;
}

interface SightsOptions {
  readonly lookFirst: LookFirst;
  readonly clock: Clock;
  readonly monotonic: () => number;
  /** Milliseconds that one look is good for, and that a failed one is not repeated. */
  readonly good: number;
  readonly pause: number;
  /** A look has ended, well or not. */
  readonly onLooked: () => void;
}

export function createSights(options: SightsOptions): Sights {
  const { lookFirst, clock, monotonic, good, pause, onLooked } = options;
  const sights = new Map<ChannelId, Sight>();
  const end = new AbortController();

  function ask(channelId: ChannelId): void {
    const asking: Sight = { kind: 'asking' };
    sights.set(channelId, asking);
    const become = (sight: Sight) => {
      if (sights.get(channelId) !== asking || end.signal.aborted) return;
      sights.set(channelId, sight);
      onLooked();
    };
    lookFirst(channelId, end.signal).then(
      () => become({ kind: 'seen', until: monotonic() + good, at: clock.now() }),
      (error: unknown) =>
        become({
          kind: 'blind',
          until: monotonic() + pause,
          at: clock.now(),
          error: asLiaisonError(error),
        }),
    );
  }

  /** A machine that slept has a steady clock that stood still: then the wall tells. */
  const holds = ({ until, at }: { until: number; at: number }) =>
    monotonic() < until && Math.abs(clock.now() - at) <= Math.max(good, pause);

  return {
    wait(channelId) {
      const sight = sights.get(channelId);
      if (sight && sight.kind !== 'asking' && holds(sight))
        return sight.kind === 'seen' ? 0 : sight.until - monotonic();
      if (sight?.kind !== 'asking') ask(channelId);
      return Number.POSITIVE_INFINITY;
    },
    blindness(channelId) {
      const sight = sights.get(channelId);
      return sight?.kind === 'blind' ? sight.error : null;
    },
    forget(channelId) {
      if (sights.get(channelId)?.kind === 'blind') sights.delete(channelId);
    },
    close: () => end.abort(),
  };
}
