import { asLiaisonError, LiaisonError } from '../../shared/errors.ts';
import type { ChannelKind } from '../../shared/channels.ts';
import type { OutboxId } from '../../shared/ids.ts';
import type { Announced, Connector } from '../connectors/contract.ts';
import type { Channels } from '../features/channels/service.ts';
import type { OpenItem } from '../features/outbox/delivery/open-item.ts';
import type { Outcome, OutboxWork } from '../features/outbox/delivery/work.ts';
import type { ClientStore } from '../store/client/client-store.ts';

/** As much of a connector as sending needs. */
export type SendingConnector = Pick<Connector, 'deliver' | 'findSent' | 'fileCopy'>;

export interface JobOptions {
  readonly store: ClientStore;
  readonly work: OutboxWork;
  readonly channels: Pick<Channels, 'account'>;
  readonly registry: Readonly<Record<ChannelKind, SendingConnector>>;
}

/** Anything that went wrong, or null; `settled` is false where the store could not take the outcome. */
export interface JobResult {
  readonly error: LiaisonError | null;
  readonly unwritten: Outcome | null;
}

interface DeliveryJob {
  readonly result: Promise<JobResult>;
  /** Between the dot and the answer: to stop now would leave a doubt behind. */
  pastDot(): boolean;
}

const nothing: JobResult = { error: null, unwritten: null };

/** Claims and delivers one reply, and writes down how it ended. Never throws. */
export function startDelivery(options: JobOptions, item: OpenItem, signal: AbortSignal): DeliveryJob {
  const { work } = options;
  let dot = false;
  const onDot = () => {
    work.passed(item.id, 'dot');
    dot = true;
  };
  async function run(): Promise<JobResult> {
    const outgoing = work.claim(item.id);
    if (!outgoing) return nothing;
    const outcome = await outcomeOf(async () => {
      const account = options.channels.account(options.store, item.channelId);
      const onData = () => work.passed(item.id, 'data');
      const onAnnounced = (announced: Announced) => work.announced(item.id, announced);
      await options.registry[item.kind].deliver({ account, outgoing, onAnnounced, onData, onDot }, signal);
    });
    dot = false;
    return writeOutcome(work, item.id, outcome);
  }
  async function outcomeOf(deliver: () => Promise<void>): Promise<Outcome> {
    try {
      await deliver();
      return { kind: 'accepted' };
    } catch (error) {
      if (error instanceof LiaisonError) return { kind: 'failed', error };
      // A fault of our own says nothing about what the server has done.
      return {
        kind: 'failed',
        error: new LiaisonError('internal', { effect: dot ? 'unknown' : 'none', cause: error }),
      };
    }
  }
  return {
    result: run().catch((error: unknown) => ({ error: asLiaisonError(error), unwritten: null })),
    pastDot: () => dot,
  };
}

/** Writes how a delivery ended; where the store can't take it, the outcome comes back, to be tried again. */
export function writeOutcome(work: OutboxWork, id: OutboxId, outcome: Outcome): JobResult {
  try {
    work.settle(id, outcome);
    return { error: outcome.kind === 'failed' ? outcome.error : null, unwritten: null };
  } catch (error) {
    const trouble = asLiaisonError(error);
    work.note(id, trouble);
    return { error: trouble, unwritten: outcome };
  }
}

/** Looks once for evidence that an unknown reply left. */
export async function lookForEvidence(
  options: JobOptions,
  item: OpenItem,
  signal: AbortSignal,
): Promise<void> {
  const { work, channels, store } = options;
  if (work.provedHere(item.id)) {
    work.looked(item.id, 'here');
    return;
  }
  const outgoing = work.outgoing(item.id);
  if (!outgoing) return;
  try {
    const account = channels.account(store, item.channelId);
    const found = await options.registry[item.kind].findSent(account, outgoing.internetMessageId, signal);
    work.looked(item.id, found ? 'server' : 'none');
  } catch (error) {
    if (asLiaisonError(error).code !== 'cancelled') work.looked(item.id, 'unasked');
  }
}

/** Files the copy of a sent reply. Whatever comes of it, nothing is sent. */
export async function fileSentCopy(options: JobOptions, item: OpenItem, signal: AbortSignal): Promise<void> {
  const { work, channels, store } = options;
  const outgoing = work.outgoing(item.id);
  if (!outgoing) return;
  try {
    const account = channels.account(store, item.channelId);
    work.filed(item.id, await options.registry[item.kind].fileCopy(account, outgoing, signal));
  } catch (error) {
    const failure = asLiaisonError(error);
    if (failure.code !== 'cancelled') work.filed(item.id, failure);
  }
}
