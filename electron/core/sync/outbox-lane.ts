import type { Logger } from 'pino';
import { asLiaisonError, LiaisonError } from '../../shared/errors.ts';
import type { ChannelKind } from '../../shared/channels.ts';
import type { ChannelId, OutboxId } from '../../shared/ids.ts';
import type { Channels } from '../features/channels/service.ts';
import { usualPace, type Pace } from '../../shared/outbox-pace.ts';
import { pauseOf, restsChannel } from '../features/outbox/rules.ts';
import type { Outbox } from '../features/outbox/service.ts';
import type { OpenItem } from '../features/outbox/delivery/open-item.ts';
import type { Outcome } from '../features/outbox/delivery/work.ts';
import type { Clock } from '../ports.ts';
import type { ClientStore } from '../store/client/client-store.ts';
import {
  fileSentCopy,
  lookForEvidence,
  startDelivery,
  writeOutcome,
  type JobOptions,
  type JobResult,
  type SendingConnector,
} from './outbox-jobs.ts';
import { byChannel, nextTurn } from './outbox-turns.ts';
import { createSights, type LookFirst } from './sights.ts';
import { createTurnClock } from './turn-clock.ts';

interface OutboxLaneOptions {
  readonly store: ClientStore;
  readonly outbox: Pick<Outbox, 'work'>;
  readonly channels: Pick<Channels, 'account'>;
  readonly registry: Readonly<Record<ChannelKind, SendingConnector>>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  readonly pace?: Pace;
  /** Absent where nothing is received beside the sending. */
  readonly lookFirst?: LookFirst;
  /** Milliseconds of a clock that is never set; only differences count. */
  readonly monotonic?: () => number;
}

/**
 * Sends what one client's outbox holds: one reply at a time per channel, channels side by side. It works from the moment
 * it is made, and begins by settling what the last run left.
 */
export interface OutboxLane {
  /** Something was queued, cancelled, decided or fetched: look now. */
  wake(): void;
  /** The channel was mended, or works again: held replies and pauses of it end now. */
  resume(channelId: ChannelId): void;
  /** Takes no new work; lets a delivery past its dot hear the answer for a moment, and ends the rest. */
  close(): Promise<void>;
}

/** How long a closing program listens for the answer to a message whose last bytes have left. */
const graceMilliseconds = 5_000;
const longestTimer = 2 ** 31 - 1;
/** One look at a channel's mail serves all that wait for it. */
const lookMilliseconds = 60_000;

interface Running {
  readonly done: Promise<void>;
  readonly abort: AbortController;
  readonly pastDot: () => boolean;
}

export function createOutboxLane(options: OutboxLaneOptions): OutboxLane {
  const { store, clock, log, pace = usualPace, monotonic = () => performance.now() } = options;
  const work = options.outbox.work(store);
  const jobs: JobOptions = { store, work, channels: options.channels, registry: options.registry };
  const longest = Math.max(pace.undo, pace.longestPause, ...pace.evidence);
  const turns = createTurnClock({ clock, monotonic, longest });
  const sights = createSights({
    lookFirst: options.lookFirst ?? (() => Promise.resolve()),
    clock,
    monotonic,
    good: lookMilliseconds,
    pause: pace.firstPause,
    onLooked: () => look(),
  });
  const running = new Map<ChannelId, Running>();
  const rests = new Map<ChannelId, { readonly until: number; readonly failures: number }>();
  const unwritten = new Map<OutboxId, Outcome>();
  let closed = false;
  /** Nothing is sent before the past is settled. */
  let recovered = false;

  function look(): void {
    if (closed) return;
    clearTimeout(timer);
    try {
      if (!recovered) work.recover();
      recovered = true;
      for (const channelId of work.takeResumed()) {
        rests.delete(channelId);
        sights.forget(channelId);
      }
      writeWhatWaits();
      const wait = Math.min(
        startWhatIsDue(),
        unwritten.size > 0 ? pace.firstPause : Number.POSITIVE_INFINITY,
      );
      if (Number.isFinite(wait))
        timer = setTimeout(look, Math.min(longestTimer, Math.max(1, Math.ceil(wait))));
    } catch (error) {
      log.warn({ code: asLiaisonError(error).code, clientId: store.clientId }, 'outbox waits for its store');
      timer = setTimeout(look, pace.firstPause);
    }
  }

  /** Outcomes that the store could not take: kept here, and in the journal, until it can. */
  function writeWhatWaits(): void {
    for (const [id, outcome] of unwritten) {
      if (!writeOutcome(work, id, outcome).unwritten) unwritten.delete(id);
    }
  }

  /** Gives the milliseconds until something else comes due. */
  function startWhatIsDue(): number {
    const items = work.open();
    turns.keep(items);
    const waits = [...byChannel(items)].map(([channelId, own]) => {
      if (running.has(channelId)) return Number.POSITIVE_INFINITY;
      const restsFor = (rests.get(channelId)?.until ?? 0) - monotonic();
      const unseen = restsFor > 0 ? 0 : unseenFor(channelId, own);
      const dueIn = (item: OpenItem) => Math.max(turns.dueIn(item), item.late ? unseen : 0);
      const turn = nextTurn({ items: own, dueIn, restsFor });
      if (turn.kind === 'wait') return turn.milliseconds;
      if (turn.kind === 'work') start(channelId, turn.item);
      else work.hold(channelId, turn.error);
      return turn.kind === 'hold' ? 1 : Number.POSITIVE_INFINITY;
    });
    return Math.min(Number.POSITIVE_INFINITY, ...waits);
  }

  /** What has waited long waits on until its channel's mail was seen; what was written just now need not. */
  function unseenFor(channelId: ChannelId, own: readonly OpenItem[]): number {
    const late = own.filter((item) => item.late && turns.dueIn(item) <= 0);
    if (late.length === 0) return 0;
    const wait = sights.wait(channelId);
    const cause = sights.blindness(channelId);
    const trouble = cause && wait > 0 ? new LiaisonError('not-up-to-date', { retry: 'later', cause }) : null;
    for (const { id } of late) {
      if (work.notedOf(id)?.code !== trouble?.code) work.note(id, trouble);
    }
    return wait;
  }

  function start(channelId: ChannelId, item: OpenItem): void {
    const abort = new AbortController();
    const { done, pastDot } = begin(item, abort.signal);
    const ended = done
      .catch((error: unknown) => rest(channelId, asLiaisonError(error)))
      .finally(() => {
        running.delete(channelId);
        look();
      });
    running.set(channelId, { done: ended, abort, pastDot });
  }

  function begin(item: OpenItem, signal: AbortSignal): { done: Promise<void>; pastDot: () => boolean } {
    if (item.task === 'look') return { done: lookForEvidence(jobs, item, signal), pastDot: () => false };
    if (item.task === 'file') return { done: fileSentCopy(jobs, item, signal), pastDot: () => false };
    const job = startDelivery(jobs, item, signal);
    return { done: job.result.then((result) => delivered(item, result)), pastDot: job.pastDot };
  }

  function delivered(item: OpenItem, { error, unwritten: outcome }: JobResult): void {
    if (outcome) unwritten.set(item.id, outcome);
    if (!error) {
      rests.delete(item.channelId);
      return;
    }
    if (!outcome && isStoreTrouble(error)) work.note(item.id, error);
    if (restsChannel(error.shape)) rest(item.channelId, error);
  }

  function rest(channelId: ChannelId, error: LiaisonError): void {
    const failures = (rests.get(channelId)?.failures ?? 0) + 1;
    const pause = pauseOf(error.shape, { pace, failures });
    rests.set(channelId, { failures, until: monotonic() + pause });
    log.warn({ code: error.code, channelId, pause }, 'outbox channel rests');
  }

  let timer = setTimeout(look, 0);
  return {
    wake: look,
    resume(channelId) {
      work.resume(channelId);
      look();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      sights.close();
      const open = [...running.values()];
      for (const job of open) if (!job.pastDot()) job.abort.abort();
      await withinGrace(Promise.all(open.map((job) => job.done)));
      for (const job of open) job.abort.abort();
      await Promise.all(open.map((job) => job.done));
    },
  };
}

const isStoreTrouble = (error: LiaisonError): boolean =>
  error.code.startsWith('disk-') || error.code.startsWith('store-');

async function withinGrace(work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, graceMilliseconds);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
