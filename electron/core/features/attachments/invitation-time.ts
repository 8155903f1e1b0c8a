import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { InvitationTime } from '../../../shared/attachments.ts';
import { toInstant } from '../../../shared/time.ts';

/** A moment of an event, moved on by a duration where one is given; null where there is none that a calendar knows. */
export function momentOf(
  event: ICAL.Component,
  name: string,
  duration?: ICAL.Duration,
): InvitationTime | null {
  const property = event.getFirstProperty(name);
  const written = property?.getFirstValue();
  if (!property || !(written instanceof ICAL.Time)) return null;
  const time = written.clone();
  if (duration) time.addDuration(duration);
  const zoneName = zoneNameOf(property);
  try {
    return time.isDate ? dayOf(time) : (instantOf(time, zoneName) ?? wallTime(time));
  } catch {
    return null;
  }
}

const zoneNameOf = (property: ICAL.Property): string | null => {
  const value = property.getParameter('tzid');
  return (Array.isArray(value) ? value[0] : value) ?? null;
};

const plainOf = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' });

const dayOf = (time: ICAL.Time): InvitationTime => ({
  kind: 'day',
  day: plainOf(time).toPlainDate().toString(),
});

const wallTime = (time: ICAL.Time): InvitationTime => ({
  kind: 'floating',
  local: plainOf(time).toString({ smallestUnit: 'minute' }),
});

/** In the zone that the world knows by that name, else as the calendar itself defines it; null: nobody's zone. */
function instantOf(time: ICAL.Time, zoneName: string | null): InvitationTime | null {
  const plain = plainOf(time);
  const zone = time.zone.tzid === 'UTC' ? 'UTC' : knownZone(zoneName);
  if (zone !== null) {
    const at = plain.toZonedDateTime(zone).epochMilliseconds;
    return { kind: 'instant', at: toInstant(at), timeZone: zone === 'UTC' ? null : zone };
  }
  if (zoneName === null || time.zone === ICAL.Timezone.localTimezone) return null;
  return { kind: 'instant', at: toInstant(time.toUnixTime() * 1000), timeZone: null };
}

/** A name of the IANA database; Windows' own names and others' inventions are none. */
function knownZone(name: string | null): string | null {
  if (name === null || !/^[A-Za-z_]+\/[\w+/-]+$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
