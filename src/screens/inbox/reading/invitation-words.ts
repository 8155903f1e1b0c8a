import type { Invitation, InvitationTime } from '../../../../electron/shared/attachments.ts';
import type { Formats } from '../../../i18n/format.ts';

export type InvitationState = 'cancelled' | 'updated' | 'invited' | 'answered' | 'proposed' | 'told';

/** What a calendar part means to who reads it. */
export function stateOf({ method, cancelled, sequence }: Invitation): InvitationState {
  if (cancelled) return 'cancelled';
  if (method === 'reply') return 'answered';
  if (method === 'counter') return 'proposed';
  if (method === 'request' || method === 'add') return sequence > 0 ? 'updated' : 'invited';
  return 'told';
}

export interface SaidTime {
  /** In the client's zone, in the zone it was written in, on whole days, or in nobody's zone. */
  readonly kind: 'here' | 'there' | 'days' | 'floating';
  readonly said: string;
}

/** When it is: in the client's zone and, where it was written in another one, in that as well. */
export function timesOf(
  { start, end }: Pick<Invitation, 'start' | 'end'>,
  { clientZone, formats }: { clientZone: string; formats: Pick<Formats, 'span' | 'days'> },
): readonly SaidTime[] {
  if (!start) return [];
  switch (start.kind) {
    case 'day':
      return [{ kind: 'days', said: formats.days(start.day, lastDay(start.day, end)) }];
    case 'floating': {
      // Read as if the world had one zone: the numbers are what was written.
      const from = `${start.local}:00.000Z`;
      const to = end?.kind === 'floating' ? `${end.local}:00.000Z` : from;
      return [{ kind: 'floating', said: withoutZone(formats.span(from, to, 'UTC')) }];
    }
    case 'instant': {
      const to = end?.kind === 'instant' ? end.at : start.at;
      const here: SaidTime = { kind: 'here', said: formats.span(start.at, to, clientZone) };
      if (start.timeZone === null || start.timeZone === clientZone) return [here];
      const there = formats.span(start.at, to, start.timeZone);
      return there === here.said ? [here] : [here, { kind: 'there', said: `${there} (${start.timeZone})` }];
    }
  }
}

const withoutZone = (said: string): string => said.replaceAll(/[\s\u202f]?\(?UTC\)?/g, '').trim();

/** The format's last day is the one after it. */
function lastDay(first: string, end: InvitationTime | null): string {
  if (end?.kind !== 'day') return first;
  const last = new Date(`${end.day}T00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}
