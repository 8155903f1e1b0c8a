import { assertNever } from '../../../shared/assert-never.ts';
import { LiaisonError, type ErrorCode, type ErrorShape } from '../../../shared/errors.ts';
import type { OutboxPhase, OutboxState } from '../../../shared/outbox.ts';
import { pauseAfter, type Pace } from '../../../shared/outbox-pace.ts';

/** Where an item of the outbox stands. Times are UTC epoch milliseconds. */
export interface Standing {
  readonly state: OutboxState;
  readonly phase: OutboxPhase | null;
  readonly attempts: number;
  /** When it may be tried (queued) or evidence looked for (unknown). */
  readonly notBefore: number;
  readonly error: ErrorShape | null;
  /** Looks for evidence since it became unknown. */
  readonly looks: number;
}

/** What can happen to an item. Everything else is a mistake in the program and is refused. */
export type Happening =
  | { readonly type: 'claimed' }
  | { readonly type: 'data' }
  | { readonly type: 'dot' }
  | { readonly type: 'accepted' }
  /** It certainly did not leave: the server said no, or the line broke before the dot. */
  | { readonly type: 'refused'; readonly error: ErrorShape }
  /** The dot was passed and no answer came. */
  | { readonly type: 'silent'; readonly error: ErrorShape }
  /** Found `sending` when the program started: the attempt died with the program before. */
  | { readonly type: 'interrupted' }
  /** The journal says that more happened than the store knows of. */
  | { readonly type: 'journal-ahead' }
  | { readonly type: 'found' }
  | { readonly type: 'not-found' }
  | { readonly type: 'look-failed' }
  | { readonly type: 'channel-stopped'; readonly error: ErrorShape }
  | { readonly type: 'resumed' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'said-sent' }
  | { readonly type: 'retried' }
  | { readonly type: 'given-up' };

export interface Moment {
  readonly now: number;
  readonly pace: Pace;
}

/** Nobody but a person can mend these: the channel stops and its replies wait. */
const channelCodes: ReadonlySet<ErrorCode> = new Set([
  'credentials-rejected',
  'token-rejected',
  'credentials-missing',
  'encryption-required',
]);
/** Trouble of our own disk: the reply is as good as before. */
const diskCodes: ReadonlySet<ErrorCode> = new Set([
  'disk-full',
  'disk-read-only',
  'store-damaged',
  'workspace-in-use',
]);
/** About this one message or its recipients; other messages of the channel may well pass. */
const messageCodes: ReadonlySet<ErrorCode> = new Set([
  'recipient-refused',
  'sender-refused',
  'message-refused',
  'message-too-large',
  'address-not-supported',
  'answered-meanwhile',
  'written-meanwhile',
  'effect-unknown',
  'cancelled',
  'internal',
]);

export const stopsChannel = (error: ErrorShape): boolean => channelCodes.has(error.code);

/** Whether the other replies of the channel should rest as well, instead of running into the same wall. */
export const restsChannel = (error: ErrorShape): boolean =>
  !messageCodes.has(error.code) && error.detail['scope'] !== 'message';

/**
 * The state machine of SECURITY's outbox: `dot` is durable before the last bytes leave, so that what broke before it is
 * tried again and what fell silent after it is never sent again by itself.
 *
 * @throws LiaisonError `already-sent` when it is too late to cancel, else `conflict` for a step that can't be taken
 */
export function step(from: Standing, happening: Happening, moment: Moment): Standing {
  const { now, pace } = moment;
  switch (happening.type) {
    case 'claimed':
      mustBe(from, happening, ['queued']);
      return { ...from, state: 'sending', phase: 'claimed', attempts: from.attempts + 1 };
    case 'data':
      mustBeSending(from, happening, ['claimed']);
      return { ...from, phase: 'data' };
    case 'dot':
      mustBeSending(from, happening, ['data']);
      return { ...from, phase: 'dot' };
    case 'accepted':
      mustBeSending(from, happening, ['dot']);
      return sent(from);
    case 'refused':
      mustBe(from, happening, ['sending']);
      return afterRefusal(from, happening.error, moment);
    case 'silent':
      mustBeSending(from, happening, ['dot']);
      return unknown(from, happening.error, now);
    case 'interrupted':
      mustBe(from, happening, ['sending']);
      if (from.phase === 'dot') return unknown(from, effectUnknown, now);
      return { ...from, state: 'queued', phase: null, notBefore: now };
    case 'journal-ahead':
      mustBe(from, happening, ['queued', 'held', 'sending', 'failed']);
      return unknown(from, effectUnknown, now);
    case 'found':
    case 'said-sent':
      mustBe(from, happening, ['unknown']);
      return sent(from);
    case 'not-found':
      mustBe(from, happening, ['unknown']);
      return { ...from, looks: from.looks + 1, notBefore: now + untilNextLook(from.looks, pace) };
    case 'look-failed':
      mustBe(from, happening, ['unknown']);
      return { ...from, notBefore: now + pace.longestPause / 6 };
    case 'channel-stopped':
      mustBe(from, happening, ['queued']);
      return { ...from, state: 'held', error: happening.error };
    case 'resumed':
      mustBe(from, happening, ['queued', 'held', 'unknown']);
      if (from.state === 'unknown') return { ...from, notBefore: Math.min(from.notBefore, now) };
      return { ...from, state: 'queued', notBefore: Math.min(from.notBefore, now), error: null };
    case 'cancelled':
      if (from.state === 'sending' || from.state === 'sent') throw new LiaisonError('already-sent');
      mustBe(from, happening, ['queued', 'held']);
      return { ...from, state: 'cancelled' };
    case 'retried':
      mustBe(from, happening, ['failed', 'held']);
      return { ...from, state: 'queued', phase: null, attempts: 0, notBefore: now, error: null };
    case 'given-up':
      mustBe(from, happening, ['unknown', 'failed', 'held']);
      return { ...from, state: 'cancelled', phase: null };
    default:
      return assertNever(happening);
  }
}

const effectUnknown: ErrorShape = new LiaisonError('effect-unknown', { effect: 'unknown' }).shape;

const sent = (from: Standing): Standing => ({ ...from, state: 'sent', phase: null, error: null });

const unknown = (from: Standing, error: ErrorShape, now: number): Standing => ({
  ...from,
  state: 'unknown',
  phase: null,
  error,
  looks: 0,
  notBefore: now,
});

function afterRefusal(from: Standing, error: ErrorShape, { now, pace }: Moment): Standing {
  const back = { ...from, phase: null, error };
  if (error.code === 'cancelled') return { ...back, state: 'queued', error: null, notBefore: now };
  if (stopsChannel(error)) return { ...back, state: 'held' };
  const again = error.retry !== 'never' || diskCodes.has(error.code);
  if (!again || from.attempts >= pace.maximumAttempts) return { ...back, state: 'failed' };
  return { ...back, state: 'queued', notBefore: now + pauseOf(error, { pace, failures: from.attempts }) };
}

/** A server's own hint counts where it is longer than ours, up to the longest pause. */
export function pauseOf(error: ErrorShape, { pace, failures }: { pace: Pace; failures: number }): number {
  const ours = pauseAfter(pace, failures);
  return typeof error.retry === 'number' ? Math.min(pace.longestPause, Math.max(ours, error.retry)) : ours;
}

function untilNextLook(looksBefore: number, pace: Pace): number {
  const made = pace.evidence[looksBefore] ?? 0;
  const next = pace.evidence[looksBefore + 1];
  return next === undefined ? 0 : next - made;
}

/** Whether evidence should still be looked for by asking the server. */
export const wantsLook = (standing: Pick<Standing, 'state' | 'looks'>, pace: Pace): boolean =>
  standing.state === 'unknown' && standing.looks < pace.evidence.length;

/** Whether its writer can't know any more what has happened in the conversation: it waited for its hour, or for a line. */
export const waitedLong = (
  item: { readonly createdAt: number; readonly sendAt: number | null },
  { now, pace }: Moment,
): boolean => item.sendAt !== null || now - item.createdAt >= pace.late;

function mustBe(from: Standing, happening: Happening, states: readonly OutboxState[]): void {
  if (states.includes(from.state)) return;
  throw new LiaisonError('conflict', { detail: { what: 'outbox', state: from.state, step: happening.type } });
}

function mustBeSending(from: Standing, happening: Happening, phases: readonly OutboxPhase[]): void {
  mustBe(from, happening, ['sending']);
  if (from.phase !== null && phases.includes(from.phase)) return;
  throw new LiaisonError('conflict', {
    detail: { what: 'outbox', phase: from.phase ?? '', step: happening.type },
  });
}
