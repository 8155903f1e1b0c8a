import type { ClientId, OperatorId } from './ids.ts';
import type { NotificationChoices } from './notifications.ts';

/** Something that happened while its operator looked elsewhere. */
export interface Occasion {
  readonly clientId: ClientId;
  /** Whose conversation it is; null: nobody's. */
  readonly assigneeId: OperatorId | null;
  /** A promise to the client is broken. */
  readonly urgent: boolean;
}

interface Listener {
  readonly operatorId: OperatorId;
  /** Of the operator's own clock: minutes after midnight. */
  readonly minute: number;
}

/** Minutes after midnight, as the clock on the operator's wall shows them. */
export const minuteOf = (date: Date): number => date.getHours() * 60 + date.getMinutes();

/** Quiet hours may go over midnight; those that end when they begin last all day. */
export function isQuiet({ on, from, to }: NotificationChoices['quiet'], minute: number): boolean {
  if (!on) return false;
  if (from < to) return minute >= from && minute < to;
  return minute >= from || minute < to;
}

/** Whether an operator wants to be told of it now. */
export function wantsToKnow(
  choices: NotificationChoices,
  { clientId, assigneeId, urgent }: Occasion,
  { operatorId, minute }: Listener,
): boolean {
  if (!choices.on || choices.silent.includes(clientId)) return false;
  if (choices.about === 'mine' && assigneeId !== null && assigneeId !== operatorId) return false;
  return !isQuiet(choices.quiet, minute) || (urgent && choices.urgentAlways);
}

/** What a notification may say of an occasion: customer's words only where the operator has said so. */
export const maySay = (choices: NotificationChoices, what: 'client' | 'customer'): boolean =>
  choices.shows === 'customer' || choices.shows === what;
