import ICAL from 'ical.js';
import {
  invitationMethods,
  type Invitation,
  type InvitationAnswer,
  type InvitationPerson,
} from '../../../shared/attachments.ts';
import { decoded } from './extract-text.ts';
import { momentOf } from './invitation-time.ts';
import { readingLimits } from './reading-limits.ts';

/** Longer is no appointment but somebody's attempt. */
const longestLine = 500;
const longestDescription = 8_000;

/**
 * The first appointment of a calendar part (RFC 5545, 5546) as inert words: recurrences are named and never counted out,
 * alarms and attachments are not even read. Null where there is none; throws for what is no calendar.
 */
export function readInvitation(bytes: Uint8Array): Invitation | null {
  const [calendar] = calendarsIn(decoded(bytes));
  const events = calendar?.getAllSubcomponents('vevent') ?? [];
  const event = events.find((each) => !each.hasProperty('recurrence-id')) ?? events[0];
  if (!calendar || !event) return null;
  const attendees = event.getAllProperties('attendee');
  const method = textOf(calendar, 'method').toLowerCase();
  return {
    uid: textOf(event, 'uid'),
    method: invitationMethods.find((each) => each === method) ?? 'publish',
    title: textOf(event, 'summary'),
    description: linesOf(event, 'description'),
    place: textOf(event, 'location'),
    start: momentOf(event, 'dtstart'),
    end: momentOf(event, 'dtend') ?? afterDuration(event),
    organiser: personOf(event.getFirstProperty('organizer')),
    attendees: attendees.slice(0, readingLimits.attendees).flatMap((property) => {
      const person = personOf(property);
      return person ? [{ ...person, answer: answerOf(property) }] : [];
    }),
    attendeeCount: attendees.length,
    cancelled: method === 'cancel' || textOf(event, 'status').toLowerCase() === 'cancelled',
    sequence: sequenceOf(event),
    repeats: repeatsOf(event),
  };
}

/** Some programs put several calendars into one part, or leave the outermost one out. */
function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  const roots = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return roots.map((root) => new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0]));
}

function rawText(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : (value?.toString() ?? '');
}

const textOf = (component: ICAL.Component, name: string): string =>
  oneLine(rawText(component, name)).slice(0, longestLine);

/** No controls and nothing that turns the reading direction of what stands around it. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u{202a}-\u{202e}\u{2066}-\u{2069}]+/gu, ' ')
    .toWellFormed()
    .trim();

const linesOf = (component: ICAL.Component, name: string): string =>
  rawText(component, name)
    .slice(0, longestDescription)
    .split('\n')
    .map((line) => oneLine(line))
    .join('\n')
    .trim();

function personOf(property: ICAL.Property | null): InvitationPerson | null {
  if (!property) return null;
  const value = property.getFirstValue();
  const address = oneLine(typeof value === 'string' ? value : '')
    .replace(/^mailto:/i, '')
    .slice(0, longestLine);
  const name = oneLine(parameterOf(property, 'cn')).slice(0, longestLine);
  return name === '' && address === '' ? null : { name, address };
}

function parameterOf(property: ICAL.Property, name: string): string {
  const value = property.getParameter(name);
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function answerOf(property: ICAL.Property): InvitationAnswer {
  const said = parameterOf(property, 'partstat').toLowerCase();
  const answers = ['accepted', 'declined', 'tentative', 'delegated'] as const;
  return answers.find((each) => each === said) ?? 'none';
}

function sequenceOf(event: ICAL.Component): number {
  const value = Number(event.getFirstPropertyValue('sequence'));
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}

function repeatsOf(event: ICAL.Component): Invitation['repeats'] {
  if (!event.hasProperty('rrule') && !event.hasProperty('rdate')) return null;
  const frequency = /FREQ=(\w+)/i.exec(rawText(event, 'rrule'))?.[1]?.toLowerCase();
  const usual = ['daily', 'weekly', 'monthly', 'yearly'] as const;
  return usual.find((each) => each === frequency) ?? 'other';
}

/** RFC 5545, 3.6.1: an event ends by its DTEND, or lasts as long as its DURATION says. */
function afterDuration(event: ICAL.Component): Invitation['end'] {
  const duration = event.getFirstPropertyValue('duration');
  return duration instanceof ICAL.Duration ? momentOf(event, 'dtstart', duration) : null;
}
