import { Temporal } from 'temporal-polyfill';
import type { Situation } from '../../../shared/voice/situation.ts';
import type { ReplyPlace } from './reply-queries.ts';

/** Where a reply leaves: the client's wall clock, and the language that it writes in where the customer's is not known. */
interface ReplyTime {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly timeZone: string;
  readonly language: string | null;
}

/** What a reply is written for. */
export function situationOf(place: ReplyPlace | undefined, { at, timeZone, language }: ReplyTime): Situation {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return {
    channel: place?.channel ?? null,
    locale: place?.language ?? language,
    minute: hour * 60 + minute,
  };
}
