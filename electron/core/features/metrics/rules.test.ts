import { describe, expect, test } from 'vitest';
import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { ChannelId, ConversationId, MessageId, SegmentId } from '../../../shared/ids.ts';
import { isRunningAt } from './cycle-rules.ts';
import { factsOf, type SegmentFacts } from './rules.ts';

const minute = 60_000;
const segment = {
  id: 's' as SegmentId,
  conversationId: 'c' as ConversationId,
  channelId: 'h' as ChannelId,
};
type Step = readonly [at: number, body: EventBody];

const opened = (at: number, options: { by?: 'customer' | 'operator'; reopened?: boolean } = {}): Step => [
  at,
  { type: 'opened', initiator: options.by ?? 'customer', reopened: options.reopened ?? false },
];
const messageId = '0' as MessageId;
const received = (at: number, automatic = false): Step => [
  at,
  { type: 'message-received', messageId, automatic },
];
const sent = (at: number, automatic = false): Step => [
  at,
  { type: 'message-sent', messageId, automatic, elsewhere: false, templateId: null },
];
const status = (at: number, from: ConversationStatus, to: ConversationStatus): Step => [
  at,
  { type: 'status-changed', from, to },
];

/** Moments are minutes. */
function facts(...steps: Step[]) {
  const events = steps.map(([at, body]) => ({ at: at * minute, body }));
  const made = factsOf({ ...segment, events });
  if (!made) throw new Error('never opened');
  return made;
}
const isOpenAt = (made: SegmentFacts, at: number) =>
  made.cycles.some((cycle) => !cycle.thanks && isRunningAt(cycle, at * minute));
const span = (from: number, to: number) => ({ from: from * minute, to: to * minute });

describe('first response', () => {
  test('from the opening to the first public reply that a person wrote', () => {
    const made = facts(opened(0), received(0), received(5), sent(30), sent(40));
    expect(made.firstResponse).toEqual(span(0, 30));
  });

  test('automatic replies and notes never stop it (trap: bot time counted)', () => {
    const made = facts(opened(0), received(0), sent(1, true), [2, { type: 'note-added', messageId }]);
    expect(made.firstResponse).toBeNull();
    expect(made.sent).toEqual({ human: [], automatic: [minute] });
  });

  test('Zendesk 4408821871642: where an operator opened the thread, the second public message ends it', () => {
    const opening = [opened(0, { by: 'operator' }), sent(0)] as const;
    expect(facts(...opening).firstResponse).toBeNull();
    expect(facts(...opening, received(10), sent(25)).firstResponse).toEqual(span(0, 25));
  });

  test('is null until there is one, never 0', () => {
    expect(facts(opened(0), received(0)).firstResponse).toBeNull();
  });
});

describe('next responses', () => {
  test('start at the oldest unanswered customer message', () => {
    const made = facts(opened(0), received(0), sent(10), received(20), received(25), sent(50), received(60));
    expect(made.nextResponses).toEqual([span(20, 50)]);
  });

  test('a wait that ends in a resolution without a reply is none', () => {
    const made = facts(
      opened(0),
      received(0),
      sent(10),
      received(20),
      status(30, 'open', 'resolved'),
      sent(40),
    );
    expect(made.nextResponses).toEqual([]);
  });

  test('in a reopened segment the first wait is one too, counted from its own opening', () => {
    const made = facts(opened(100, { reopened: true }), received(100), sent(120));
    expect(made.firstResponse).toBeNull();
    expect(made.nextResponses).toEqual([span(100, 120)]);
  });
});

describe('resolution', () => {
  const reopenedOnce = [
    opened(0),
    received(0),
    sent(10),
    status(20, 'open', 'resolved'),
    status(50, 'resolved', 'open'),
    sent(55),
    status(60, 'open', 'resolved'),
  ] as const;

  test('the first and the full one are both told, each once, from the opening', () => {
    const made = facts(...reopenedOnce);
    expect(made.firstResolution).toEqual(span(0, 20));
    expect(made.fullResolution).toEqual(span(0, 60));
    expect(made.cycles.map((cycle) => cycle.reopening)).toEqual([false, true]);
  });

  test('a segment that is open again has no full resolution', () => {
    const made = facts(...reopenedOnce.slice(0, 5));
    expect(made.firstResolution).toEqual(span(0, 20));
    expect(made.fullResolution).toBeNull();
    expect(made.state).toBe('open');
  });

  test('the time between an end and a return is no wait of the customer', () => {
    expect(facts(...reopenedOnce).requesterWait).toEqual([span(0, 10), span(50, 55)]);
  });

  test('requester wait is new, open and on hold, not waiting for the customer', () => {
    const made = facts(
      opened(0),
      received(0),
      status(10, 'new', 'waiting'),
      status(30, 'waiting', 'on-hold'),
      status(45, 'on-hold', 'resolved'),
    );
    expect(made.requesterWait).toEqual([span(0, 10), span(30, 45)]);
  });

  test('mail moves the wait by itself: our reply ends it, the customer begins it again', () => {
    const made = facts(
      opened(0),
      received(0),
      sent(1, true),
      sent(10),
      received(40),
      sent(45),
      status(60, 'waiting', 'resolved'),
    );
    expect(made.requesterWait).toEqual([span(0, 10), span(40, 45)]);
    const ours = facts(opened(0, { by: 'operator' }), sent(0), received(10), status(12, 'open', 'resolved'));
    expect(ours.requesterWait).toEqual([span(10, 12)]);
  });

  test('a "thanks" that reopens is flagged and moves neither resolution nor backlog', () => {
    const made = facts(
      opened(0),
      sent(10),
      status(20, 'open', 'resolved'),
      status(50, 'resolved', 'open'),
      received(50),
      status(90, 'open', 'resolved'),
    );
    expect(made.cycles.map((cycle) => cycle.thanks)).toEqual([false, true]);
    expect(made.fullResolution).toEqual(span(0, 20));
    expect(isOpenAt(made, 60)).toBe(false);
  });
});

test('handle time is the stretches of focus, and null where none was recorded', () => {
  const handled: Step = [10, { type: 'handled', milliseconds: 4 * minute }];
  expect(facts(opened(0), handled).handling).toEqual([span(6, 10)]);
  expect(facts(opened(0)).handling).toBeNull();
});

test('the backlog at an instant: open just before it, neither resolved nor spam', () => {
  const made = facts(opened(0), received(0), sent(5), status(20, 'open', 'resolved'));
  expect([0, 1, 20, 21].map((at) => isOpenAt(made, at))).toEqual([false, true, true, false]);
  expect(facts(opened(0), status(20, 'new', 'spam')).state).toBe('spam');
  const laterSpam = facts(opened(0), status(20, 'new', 'resolved'), status(30, 'resolved', 'spam'));
  expect(laterSpam.state).toBe('spam');
});

test('what was taken for spam by mistake was never away', () => {
  const made = facts(
    opened(0),
    status(10, 'new', 'spam'),
    status(30, 'spam', 'open'),
    status(60, 'open', 'resolved'),
  );
  expect(made.cycles).toEqual([{ ...span(0, 60), end: 'resolved', reopening: false, thanks: false }]);
});

test('a segment without its opening is left alone', () => {
  const events = [{ at: 0, body: { type: 'tagged', tag: 'x' } as const }];
  expect(factsOf({ ...segment, events })).toBeNull();
});
