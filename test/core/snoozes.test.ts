import { expect, test } from 'vitest';
import pino from 'pino';
import { createSnoozes } from '../../electron/core/features/snoozes/service.ts';
import { momentMeant } from '../../electron/core/features/snoozes/moment-rules.ts';
import { languages } from '../../electron/shared/languages.ts';
import { aMessage, aReplyTo, anAnswerTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, eventsOf, openDesk } from '../support/conversations-desk.ts';
import english from '../../locales/en/moment.json' with { type: 'json' };
import spanish from '../../locales/es/moment.json' with { type: 'json' };
import arabic from '../../locales/ar/moment.json' with { type: 'json' };

const minute = 60_000;
const hour = 60 * minute;

/** A client with one unanswered question, five minutes old, and somebody who may lay it aside. */
function aQuestion() {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const question = aMessage({ sentAt: desk.clock.now() - 5 * minute });
  desk.conversations.ingest(store, channelId, aBatch([question]));
  const { id } = conversationsOf(store)[0]!;
  const { clock, conversations, operatorId, operator } = desk;
  const snoozes = createSnoozes({
    clock,
    stores: { all: () => [store] },
    conversations,
    log: pino({ level: 'silent' }),
  });
  const queue = (view: 'unanswered' | 'snoozed' | 'unassigned') =>
    conversations.queue([store], { clientId: null, view, limit: 5, cursor: null, operatorId }).rows;
  const row = () => conversationsOf(store)[0]!;
  return { ...desk, store, channelId, question, id, snoozes, queue, row, operator };
}

test('what is laid aside leaves every list of work and comes back at its time', () => {
  const { snoozes, store, operator, id, queue, clock, row } = aQuestion();
  const waitedSince = row().waiting_since;
  const until = clock.now() + hour;
  snoozes.snooze(store, operator, { id, until });
  expect(queue('unanswered')).toEqual([]);
  expect(queue('unassigned')).toEqual([]);
  expect(queue('snoozed')).toMatchObject([
    { id, status: 'snoozed', snoozedUntil: new Date(until).toISOString() },
  ]);
  clock.advance(hour - 1);
  expect(snoozes.wakeDue()).toBe(0);
  clock.advance(1);
  expect(snoozes.wakeDue()).toBe(1);
  expect(queue('snoozed')).toEqual([]);
  expect(queue('unanswered')).toMatchObject([{ id, status: 'open', snoozedUntil: null }]);
  expect(row().waiting_since).toBe(waitedSince);
  expect(snoozes.wakeDue()).toBe(0);
  expect(eventsOf(store, id).slice(-2)).toMatchObject([
    { actor: 'operator', body: { type: 'status-changed', from: 'new', to: 'snoozed', until } },
    { actor: 'system', body: { type: 'status-changed', from: 'snoozed', to: 'open' } },
  ]);
});

test('a follow-up waits for us from the moment it comes back, though no customer does', () => {
  const { snoozes, conversations, store, operator, id, queue, clock, row } = aQuestion();
  conversations.setStatus(store, operator, { id, status: 'waiting' });
  snoozes.snooze(store, operator, { id, until: clock.now() + hour });
  clock.advance(2 * hour);
  snoozes.wakeDue();
  expect(queue('unanswered')).toMatchObject([{ id }]);
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  expect(row().waiting_since).toBeNull();
});

test('mail of the customer wakes it, and the time that was set passes without another word', () => {
  const { snoozes, conversations, store, channelId, question, operator, id, clock, row } = aQuestion();
  snoozes.snooze(store, operator, { id, until: clock.now() + hour });
  clock.advance(10 * minute);
  conversations.ingest(store, channelId, aBatch([anAnswerTo(aReplyTo(question), { sentAt: clock.now() })]));
  expect(row().status).toBe('open');
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  clock.advance(hour);
  snoozes.wakeDue();
  expect(row().status).toBe('resolved');
});

test('until the customer writes: no time wakes it, another time may replace that', () => {
  const { snoozes, store, operator, id, queue, clock, row } = aQuestion();
  snoozes.snooze(store, operator, { id, until: null });
  clock.advance(1000 * hour);
  expect(snoozes.wakeDue()).toBe(0);
  expect(queue('snoozed')).toMatchObject([{ id, snoozedUntil: null }]);
  snoozes.snooze(store, operator, { id, until: clock.now() + minute });
  clock.advance(minute);
  snoozes.wakeDue();
  expect(row().status).toBe('open');
});

test('a time that has passed, or is years off, is refused and changes nothing', () => {
  const { snoozes, store, operator, id, clock, row } = aQuestion();
  for (const until of [clock.now(), clock.now() - 1, clock.now() + 3 * 366 * 24 * hour])
    expect(() => snoozes.snooze(store, operator, { id, until })).toThrow('invalid-input');
  expect(row().status).toBe('new');
});

test('every suggestion of the dialog is understood in its language', () => {
  const words = { en: english, es: spanish, ar: arabic };
  const now = Date.parse('2026-11-21T15:20:00Z');
  for (const language of languages) {
    for (const text of [words[language].later, words[language].tomorrow, words[language].nextWeek])
      expect(momentMeant(text, { now, timeZone: 'UTC', language }), text).toBeGreaterThan(now);
  }
});
