import { expect, test } from 'vitest';
import { readPopulation } from '../../electron/core/features/metrics/service.ts';
import type { SegmentFacts } from '../../electron/core/features/metrics/rules.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, openDesk } from '../support/conversations-desk.ts';

const day = Date.UTC(2026, 2, 4);
const at = (hour: number, minute = 0) => day + (hour * 60 + minute) * 60_000;
const span = (from: number, to: number) => ({ from, to });
const wholeDay = span(day, at(24));
const byOpening = (a: SegmentFacts, b: SegmentFacts) => a.openedAt - b.openedAt;

/** Events as the conversations noun really writes them, not as a test imagines them. */
function aDesk() {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const receive = (...messages: Parameters<typeof aBatch>[0]) =>
    desk.conversations.ingest(store, channelId, aBatch(messages));
  const setStatus = (now: number, status: 'resolved' | 'spam' | 'on-hold') => {
    desk.clock.set(now);
    const [conversation] = conversationsOf(store);
    if (!conversation) throw new Error('no conversation');
    desk.conversations.setStatus(store, desk.operator, { id: conversation.id, status });
  };
  const facts = (until = wholeDay) => readPopulation(store, until).segments.toSorted(byOpening);
  return { desk, store, receive, setStatus, facts };
}

test('a thread of real mail, whatever order it came in', () => {
  const { receive, setStatus, facts } = aDesk();
  const question = aMessage({ sentAt: at(9) });
  const reply = aReplyTo(question, { sentAt: at(9, 30) });
  const more = anAnswerTo(reply, { sentAt: at(10) });
  const secondReply = aReplyTo(more, { sentAt: at(10, 45) });
  receive(secondReply, more);
  receive(reply, question);
  setStatus(at(11), 'resolved');
  expect(facts()).toMatchObject([
    {
      initiator: 'customer',
      reopened: false,
      state: 'resolved',
      firstResponse: span(at(9), at(9, 30)),
      nextResponses: [span(at(10), at(10, 45))],
      fullResolution: span(at(9), at(11)),
      requesterWait: [span(at(9), at(9, 30)), span(at(10), at(10, 45))],
    },
  ]);
});

test('a customer who comes back begins a segment; one who says thanks is flagged', () => {
  const { receive, setStatus, facts } = aDesk();
  const question = aMessage({ sentAt: at(9) });
  const reply = aReplyTo(question, { sentAt: at(9, 30) });
  receive(question, reply);
  setStatus(at(10), 'resolved');
  receive(anAnswerTo(reply, { sentAt: at(11) }));
  setStatus(at(11, 5), 'resolved');
  const again = anAnswerTo(reply, { sentAt: at(14) });
  receive(again, aReplyTo(again, { sentAt: at(15) }));
  const [first, thanks, comeback] = facts();
  expect(first).toMatchObject({ reopened: false, fullResolution: span(at(9), at(10)) });
  expect(thanks).toMatchObject({
    reopened: true,
    cycles: [{ thanks: true, from: at(11), to: at(11, 5) }],
    fullResolution: null,
  });
  expect(comeback).toMatchObject({
    reopened: true,
    state: 'open',
    firstResponse: null,
    nextResponses: [span(at(14), at(15))],
  });
});

test('what happens after the span changes neither its facts nor their fingerprint', () => {
  const { store, receive, setStatus } = aDesk();
  const question = aMessage({ sentAt: at(9) });
  receive(question);
  const morning = span(day, at(12));
  const before = readPopulation(store, morning);
  receive(aReplyTo(question, { sentAt: at(13) }));
  setStatus(at(14), 'resolved');
  expect(before.segments).toMatchObject([{ state: 'open', firstResponse: null }]);
  expect(readPopulation(store, morning)).toEqual(before);
});

test('a conversation that was open all through a span, and has ended since, is found in its backlog', () => {
  const { receive, setStatus, facts } = aDesk();
  receive(aMessage({ sentAt: at(9) }));
  setStatus(at(23), 'resolved');
  expect(facts(span(at(12), at(13)))).toMatchObject([{ state: 'open', openedAt: at(9) }]);
  expect(facts(span(at(23, 30), at(24)))).toEqual([]);
});
