import type { Identity } from '../../../../shared/channels.ts';
import { asLiaisonError, LiaisonError, type ErrorShape } from '../../../../shared/errors.ts';
import type { ChannelId, OutboxId } from '../../../../shared/ids.ts';
import type { OutboxPhase, OutboxState } from '../../../../shared/outbox.ts';
import type { Changes } from '../../../changes.ts';
import type { Announced, Outgoing } from '../../../connectors/contract.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Channels } from '../../channels/service.ts';
import type { Claims } from '../../claims/service.ts';
import type { Conversations } from '../../conversations/service.ts';
import { attachmentIdsOf, dropUnusedAttachments, restoreDraft, restoring } from '../writing/drafts.ts';
import { learnAnnounced } from '../limits.ts';
import { learnSender } from './learn-sender.ts';
import { movedOn } from './moved-on.ts';
import { openItemOf, outgoingOf, type OpenItem } from './open-item.ts';
import type { Journal } from './journal.ts';
import type { Pace } from '../../../../shared/outbox-pace.ts';
import {
  bytesOf,
  dropBytes,
  errorOf,
  findItem,
  isMentionedHere,
  listOpenItems,
  listUnfiled,
  saveFiling,
  saveStanding,
  standingOf,
  type OutboxRow,
} from '../queries.ts';
import { sha256Of } from '../sending/render.ts';
import { pauseOf, step, stopsChannel, waitedLong, wantsLook, type Happening } from '../rules.ts';
import { recordSentReply } from './sent-reply.ts';
import { findIdentity } from '../writing/threading.ts';

export type Outcome =
  | { readonly kind: 'accepted' }
  /** `effect` of the error says whether it may have left. */
  | { readonly kind: 'failed'; readonly error: LiaisonError };

/** `here`: the journal or the store proves it; `server`: it holds a copy; `unasked`: the server could not be asked. */
type Evidence = 'here' | 'server' | 'none' | 'unasked';

/** The steps of delivery, each durable when it returns. One client's; used by that client's lane alone. */
export interface OutboxWork {
  /** After a start: settles what the last run left in the middle, and believes the journal where it knows more. */
  recover(): void;
  /** In the order in which they were queued. */
  open(): readonly OpenItem[];
  /** Takes an item to deliver it; null where it is no longer there to take (cancelled in time). */
  claim(id: OutboxId): Outgoing | null;
  passed(id: OutboxId, phase: Exclude<OutboxPhase, 'claimed'>): void;
  /** What the server said of itself before it took the message. */
  announced(id: OutboxId, announced: Announced): void;
  /** Gives the error's shape where the whole channel should rest or stop. */
  settle(id: OutboxId, outcome: Outcome): void;
  /** The channel is stopped: what waits for it is shown as held. */
  hold(channelId: ChannelId, error: ErrorShape): void;
  /** A person has mended the channel, or it works again: everything of it may be tried now. */
  resume(channelId: ChannelId): void;
  /** The channels that were resumed since this was last asked: their rest is over. */
  takeResumed(): readonly ChannelId[];
  /** Whether the journal or the store itself proves that an unknown item left. */
  provedHere(id: OutboxId): boolean;
  looked(id: OutboxId, found: Evidence): void;
  outgoing(id: OutboxId): Outgoing | null;
  filed(id: OutboxId, result: 'filed' | 'found' | LiaisonError): void;
  /** A trouble that could not be written down, shown beside the item until the next step; null ends it. */
  note(id: OutboxId, error: LiaisonError | null): void;
  notedOf(id: OutboxId): ErrorShape | null;
}

interface WorkOptions {
  readonly store: ClientStore;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly channels: Pick<Channels, 'list' | 'sent'>;
  readonly conversations: Pick<Conversations, 'recordSent' | 'record'>;
  readonly claims: Pick<Claims, 'holderOf'>;
  readonly pace: Pace;
}

export function createOutboxWork(options: WorkOptions): OutboxWork {
  const { store, journal, clock, changes, channels, conversations, claims, pace } = options;
  const notes = new Map<OutboxId, ErrorShape>();
  const resumed = new Set<ChannelId>();
  const moment = () => ({ now: clock.now(), pace });
  const announce = (row: OutboxRow) =>
    changes.announce('outbox', { clientId: store.clientId, id: row.conversation_id });

  function mustFind(id: OutboxId): OutboxRow {
    const row = findItem(store, id);
    if (!row) throw new LiaisonError('not-found', { detail: { what: 'outbox' } });
    return row;
  }

  /** One step, durable, with what belongs to it; gives the item's new state. */
  function take(row: OutboxRow, happening: Happening, filing = row.filing): OutboxState {
    const to = step(standingOf(row), happening, moment());
    restoring(store, row, () => {
      if (!saveStanding(store, row, to)) throw new LiaisonError('conflict', { detail: { what: 'outbox' } });
      if (to.state === row.state) return;
      if (to.state === 'sent') recordSentReply({ store, conversations, clock, pace }, row, filing);
      if (to.state === 'failed' || to.state === 'unknown') recordFailure(row, to.error);
      if (to.state === 'failed') restoreDraft(store, row, { claims, by: row.operator_id, now: clock.now() });
    });
    notes.delete(row.id);
    if (to.state === 'sent') {
      dropUnusedAttachments(store, neededBy(row));
      channels.sent(store, row.channel_id);
    }
    announce(row);
    return to.state;
  }

  function recordFailure(row: OutboxRow, error: ErrorShape | null): void {
    if (!error) return;
    const body = { type: 'send-failed', outboxId: row.id, code: error.code, effect: error.effect } as const;
    conversations.record(store, { kind: 'system' }, { id: row.conversation_id, body });
  }

  function recoverItem(row: OutboxRow): void {
    const mark = journal.lastOf(row.id);
    const known = row.state === 'sending' && row.phase === 'dot';
    if ((mark === 'dot' || mark === 'accepted') && !known && row.state !== 'unknown')
      take(row, { type: 'journal-ahead' });
    else if (row.state === 'sending') take(row, { type: 'interrupted' });
  }

  /** Says why an item may not leave after all, or null. What the composer was bound to may have changed since. */
  function unfitness(row: OutboxRow, bytes: Uint8Array): LiaisonError | null {
    const channel = channels.list(store).find((candidate) => candidate.id === row.channel_id);
    if (!channel || channel.clientId !== store.clientId) return new LiaisonError('wrong-client');
    const identity = JSON.parse(row.identity) as Identity;
    const ours = channel.manifest.canSend && findIdentity(channel.identities, identity.address);
    if (!ours) return new LiaisonError('sender-refused', { detail: { what: 'identity' } });
    const moved = row.kind === 'reply' ? movedOn(store, row, { stale: isStale(row) }) : null;
    if (moved) return new LiaisonError(moved === 'answered' ? 'answered-meanwhile' : 'written-meanwhile');
    return sha256Of(bytes) === row.sha256
      ? null
      : new LiaisonError('internal', { detail: { what: 'outbox-bytes' } });
  }

  /** One that was tried in vain has waited too, however short. */
  const isLate = (row: OutboxRow) => row.state === 'queued' && (row.attempts > 0 || isStale(row));
  const isStale = (row: OutboxRow) =>
    waitedLong({ createdAt: row.created_at, sendAt: row.send_at }, moment());

  const provedHere = (row: OutboxRow) =>
    journal.lastOf(row.id) === 'accepted' || isMentionedHere(store, row.internet_message_id);

  /** Long after the last look at the server, an answer or a copy that comes in still settles an unknown item. */
  function taskOf(row: OutboxRow): OpenItem['task'] {
    if (row.state === 'queued') return 'deliver';
    if (row.state === 'held') return 'held';
    if (row.state === 'sent') return 'file';
    if (row.state !== 'unknown') return 'none';
    return wantsLook(standingOf(row), pace) || provedHere(row) ? 'look' : 'none';
  }

  return {
    recover() {
      for (const row of listOpenItems(store)) recoverItem(row);
    },
    open() {
      const kinds = new Map(channels.list(store).map((channel) => [channel.id, channel.settings.kind]));
      const rows = [...listOpenItems(store), ...listUnfiled(store)];
      return rows.flatMap((row) => {
        const kind = kinds.get(row.channel_id);
        return kind ? [openItemOf(row, { kind, task: taskOf(row), late: isLate(row) })] : [];
      });
    },
    claim(id) {
      const row = findItem(store, id);
      if (row?.state !== 'queued') return null;
      const bytes = bytesOf(store, id);
      take(row, { type: 'claimed' });
      const error = unfitness(row, bytes);
      if (!error) return outgoingOf(row, bytes);
      take(mustFind(id), { type: 'refused', error: error.shape });
      return null;
    },
    passed(id, phase) {
      take(mustFind(id), { type: phase });
      if (phase === 'dot') journal.write(id, 'dot');
    },
    announced(id, { maximumSize }) {
      const learned = { maximumSize, now: clock.now() };
      attempt(() => learnAnnounced(store, { ...learned, channelId: mustFind(id).channel_id }));
    },
    settle(id, outcome) {
      const row = mustFind(id);
      if (row.state !== 'sending') return;
      if (outcome.kind === 'accepted') {
        // The store may be full: then the journal alone remembers, and the next start finds it there.
        attempt(() => journal.write(id, 'accepted'));
        take(row, { type: 'accepted' });
      } else if (outcome.error.effect === 'unknown' && row.phase === 'dot') {
        take(row, { type: 'silent', error: outcome.error.shape });
      } else {
        if (journal.lastOf(id) === 'dot') journal.write(id, 'refused');
        take(row, { type: 'refused', error: outcome.error.shape });
      }
      attempt(() => learnSender(store, row, { outcome, now: clock.now() }));
    },
    hold(channelId, error) {
      for (const row of listOpenItems(store)) {
        if (row.channel_id === channelId && row.state === 'queued')
          take(row, { type: 'channel-stopped', error });
      }
    },
    resume(channelId) {
      resumed.add(channelId);
      for (const row of listOpenItems(store)) {
        if (row.channel_id === channelId && waitsForChannel(row)) take(row, { type: 'resumed' });
      }
      for (const row of listUnfiled(store)) {
        if (row.channel_id === channelId)
          saveFiling(store, row.id, {
            filing: 'waiting',
            attempts: row.filing_attempts,
            notBefore: clock.now(),
          });
      }
    },
    takeResumed() {
      const channelIds = [...resumed];
      resumed.clear();
      return channelIds;
    },
    provedHere: (id) => provedHere(mustFind(id)),
    looked(id, found) {
      const row = findItem(store, id);
      if (row?.state !== 'unknown') return;
      if (found === 'unasked') take(row, { type: 'look-failed' });
      else if (found === 'none') take(row, { type: 'not-found' });
      else
        take(row, { type: 'found' }, found === 'server' && row.filing === 'waiting' ? 'found' : row.filing);
    },
    outgoing(id) {
      const row = findItem(store, id);
      return row ? outgoingOf(row, bytesOf(store, id)) : null;
    },
    filed(id, result) {
      const row = mustFind(id);
      const done = !(result instanceof LiaisonError);
      store.transaction(() => {
        saveFiling(
          store,
          id,
          done ? { filing: result, attempts: row.filing_attempts, notBefore: 0 } : later(row, result),
        );
        if (done) dropBytes(store, id);
      });
      announce(row);
    },
    note(id, error) {
      const row = attempt(() => findItem(store, id));
      if (error) notes.set(id, error.shape);
      else notes.delete(id);
      if (row) announce(row);
    },
    notedOf: (id) => notes.get(id) ?? null,
  };

  function later(row: OutboxRow, error: LiaisonError) {
    const attempts = row.filing_attempts + 1;
    const stopped = stopsChannel(error.shape);
    const hopeless = (error.retry === 'never' && !stopped) || attempts >= pace.maximumFilings;
    const pause = stopped ? pace.longestPause : pauseOf(error.shape, { pace, failures: attempts });
    return { filing: hopeless ? 'failed' : 'waiting', attempts, notBefore: clock.now() + pause } as const;
  }
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    asLiaisonError(error);
    return undefined;
  }
}

const waitsForChannel = (row: OutboxRow): boolean =>
  row.state === 'held' || row.state === 'unknown' || (row.state === 'queued' && row.attempts > 0);

const neededBy = (row: OutboxRow) => ({ conversationId: row.conversation_id, among: attachmentIdsOf(row) });

export const shownError = (row: OutboxRow, work: Pick<OutboxWork, 'notedOf'>): ErrorShape | null =>
  work.notedOf(row.id) ?? errorOf(row);
