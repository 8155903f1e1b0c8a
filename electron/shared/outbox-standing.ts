import type { ClientId, OperatorId } from './ids.ts';
import type { OutboxItem } from './outbox.ts';
import type { Instant } from './time.ts';

/**
 * Where a reply stands, as a person would say it. leaving: it can still be taken back; later: it waits for its hour;
 * again: it was tried in vain and is tried again; unseen: it waits until somebody could have looked for answers; held:
 * its channel is stopped; overtaken: somebody answered, or the customer wrote, before it left; taken-back: cancelled, and
 * its words wait for their draft.
 */
export const outboxStandings = [
  'failed',
  'overtaken',
  'unknown',
  'held',
  'taken-back',
  'sending',
  'leaving',
  'again',
  'unseen',
  'later',
  'sent',
] as const;
export type OutboxStanding = (typeof outboxStandings)[number];

/** One line of the outbox, of whatever conversation. */
export interface OutboxLine extends OutboxItem {
  readonly operatorId: OperatorId;
  /** When the server took it. */
  readonly sentAt: Instant | null;
}

/** Of one client: replies that want a person, and those that are on their way. */
export interface OutboxCounts {
  readonly clientId: ClientId;
  readonly attention: number;
  readonly onTheirWay: number;
}

/** What a person can do about it, beside opening its conversation; the likeliest first. */
export type OutboxAct = 'edit' | 'retry' | 'cancel' | 'sent' | 'resend';

type Standable = Pick<OutboxItem, 'state' | 'error' | 'sendAt' | 'attempts'>;

export function standingOf({ state, error, sendAt, attempts }: Standable): OutboxStanding {
  switch (state) {
    case 'queued':
      if (error?.code === 'not-up-to-date') return 'unseen';
      if (attempts > 0) return 'again';
      return sendAt === null ? 'leaving' : 'later';
    case 'failed':
      return error?.code === 'answered-meanwhile' || error?.code === 'written-meanwhile'
        ? 'overtaken'
        : 'failed';
    case 'cancelled':
      return 'taken-back';
    default:
      return state;
  }
}

export type OutboxGroup = 'attention' | 'sending' | 'waiting' | 'sent';
export const outboxGroups: readonly OutboxGroup[] = ['attention', 'sending', 'waiting', 'sent'];

export const groupOf: Readonly<Record<OutboxStanding, OutboxGroup>> = {
  failed: 'attention',
  overtaken: 'attention',
  unknown: 'attention',
  held: 'attention',
  'taken-back': 'attention',
  sending: 'sending',
  leaving: 'waiting',
  again: 'waiting',
  unseen: 'waiting',
  later: 'waiting',
  sent: 'sent',
};

/** A reply that may have left is never tried again by the same name: only as a new message, on a person's word. */
export const actsOf: Readonly<Record<OutboxStanding, readonly OutboxAct[]>> = {
  failed: ['edit', 'retry', 'cancel'],
  overtaken: ['edit', 'retry', 'cancel'],
  unknown: ['sent', 'resend'],
  held: ['retry', 'edit', 'cancel'],
  'taken-back': ['edit'],
  sending: [],
  leaving: ['edit', 'cancel'],
  again: ['edit', 'cancel'],
  unseen: ['edit', 'cancel'],
  later: ['edit', 'cancel'],
  sent: [],
};

/** What wants a person first, then what is on its way, then what has left; within each, what comes next first. */
export function inOutboxOrder(lines: readonly OutboxLine[]): OutboxLine[] {
  const rank = (line: OutboxLine) => outboxGroups.indexOf(groupOf[standingOf(line)]);
  const time = (line: OutboxLine) =>
    line.state === 'sent' ? -Date.parse(line.sentAt ?? line.createdAt) : Date.parse(line.notBefore);
  return lines.toSorted((a, b) => rank(a) - rank(b) || time(a) - time(b) || (a.id < b.id ? -1 : 1));
}

/** Quitting now would leave it behind although its writer thinks that it is gone. Epoch milliseconds. */
export const leavesSoon = (
  item: Pick<OutboxItem, 'state' | 'attempts' | 'notBefore'>,
  { now, within }: { readonly now: number; readonly within: number },
): boolean =>
  item.state === 'sending' ||
  (item.state === 'queued' && item.attempts === 0 && Date.parse(item.notBefore) - now <= within);
