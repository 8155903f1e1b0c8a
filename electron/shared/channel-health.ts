import type { ChannelKind, ChannelState } from './channels.ts';
import type { ErrorCode } from './errors.ts';
import type { ChannelId, ClientId } from './ids.ts';
import type { Instant } from './time.ts';

/** How one account is doing: what anybody may know who relies on its figures. */
export interface ChannelHealth {
  readonly clientId: ClientId;
  readonly channelId: ChannelId;
  readonly kind: ChannelKind;
  /** Its first address, or else what it was called. */
  readonly name: string;
  readonly state: ChannelState['kind'];
  readonly error: ErrorCode | null;
  readonly lastFetchedAt: Instant | null;
  readonly lastSentAt: Instant | null;
  readonly credentialExpiresAt: Instant | null;
}

/** stale: what is shown may be less than what there is; `since` is null where nothing was ever fetched. */
export type Freshness =
  | { readonly kind: 'current' }
  | { readonly kind: 'first' }
  | { readonly kind: 'stale'; readonly since: Instant | null };

const minute = 60_000;
/** A mailbox is looked into every 40 seconds at the latest: this many missed looks are no accident. */
const staleMilliseconds = 5 * minute;
/** Time enough to get a new token in working hours. */
const expiryMilliseconds = 3 * 24 * 60 * minute;

type Looked = Pick<ChannelHealth, 'kind' | 'state' | 'lastFetchedAt'>;

/** Whether what is shown of a channel is all there is. `now` in epoch milliseconds. */
export function freshnessOf({ kind, state, lastFetchedAt }: Looked, now: number): Freshness {
  if (kind === 'archive') return { kind: 'current' };
  const stale = { kind: 'stale', since: lastFetchedAt } as const;
  // Nobody but a person can bring it back: there is nothing to wait for.
  if (state === 'stopped') return stale;
  if (lastFetchedAt === null) return state === 'waiting' ? stale : { kind: 'first' };
  // The demo's mailbox stands in this program: what watches it has all of it.
  if (kind === 'demo' && state === 'watching') return { kind: 'current' };
  return now - Date.parse(lastFetchedAt) >= staleMilliseconds ? stale : { kind: 'current' };
}

/** Of everything that is shown together: as old as the oldest part of it. */
export function freshnessOfAll(channels: readonly Looked[], now: number): Freshness {
  const all = channels.map((channel) => freshnessOf(channel, now));
  const stale = all.flatMap((each) => (each.kind === 'stale' ? [each.since] : []));
  if (stale.includes(null)) return { kind: 'stale', since: null };
  const [oldest] = stale.flatMap((since) => since ?? []).toSorted();
  if (oldest !== undefined) return { kind: 'stale', since: oldest };
  return all.some((each) => each.kind === 'first') ? { kind: 'first' } : { kind: 'current' };
}

/** Whether a channel's token has ended or soon will; null where it holds, or nobody knows. */
export function expiryOf(at: Instant | null, now: number): 'soon' | 'over' | null {
  if (at === null) return null;
  const left = Date.parse(at) - now;
  if (left <= 0) return 'over';
  return left <= expiryMilliseconds ? 'soon' : null;
}
