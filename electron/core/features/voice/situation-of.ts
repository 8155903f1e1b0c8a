import { Temporal } from 'temporal-polyfill';
import type { Situation } from '../../../shared/voice/situation.ts';
import type { ReplyPlace } from './reply-queries.ts';

/** What a reply is written for, at a moment in epoch milliseconds on the client's wall clock. */
export function situationOf(
  place: ReplyPlace | undefined,
  { at, timeZone }: { at: number; timeZone: string },
): Situation {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return {
    channel: place?.channel ?? null,
    locale: place?.language ?? null,
    minute: hour * 60 + minute,
  };
}
