import { describe, expect, test } from 'vitest';
import { conversationStatuses, type ConversationStatus } from '../../../shared/conversations.ts';
import { beforeAll, step, waitingSinceOf, type HistoryItem } from './history-rules.ts';

const received = (at: number, automatic = false): HistoryItem => ({ kind: 'received', at, automatic });
const sent = (at: number, automatic = false): HistoryItem => ({ kind: 'sent', at, automatic });
const status = (at: number, to: ConversationStatus): HistoryItem => ({ kind: 'status', at, to });

function after(...items: readonly HistoryItem[]) {
  let state = beforeAll;
  const openings: string[] = [];
  for (const item of items) {
    const next = step(state, item);
    state = next.state;
    if (next.opening)
      openings.push(`${next.opening.initiator}${next.opening.reopened ? ' again' : ''} ${next.opening.at}`);
  }
  return { status: state.status, waiting: waitingSinceOf(state), openings };
}

describe('what mail and people make of a conversation', () => {
  test.each<[string, HistoryItem[], ReturnType<typeof after>]>([
    ['a question is new and waits', [received(1)], { status: 'new', waiting: 1, openings: ['customer 1'] }],
    [
      'a second one waits no longer',
      [received(1), received(2)],
      { status: 'new', waiting: 1, openings: ['customer 1'] },
    ],
    [
      'a reply ends the wait',
      [received(1), sent(2)],
      { status: 'waiting', waiting: null, openings: ['customer 1'] },
    ],
    [
      'an answer waits anew',
      [received(1), sent(2), received(3)],
      { status: 'open', waiting: 3, openings: ['customer 1'] },
    ],
    ['we may write first', [sent(1)], { status: 'waiting', waiting: null, openings: ['operator 1'] }],
    [
      'a machine makes nobody wait',
      [received(1, true)],
      { status: 'new', waiting: null, openings: ['customer 1'] },
    ],
    [
      'nor does it answer',
      [received(1), sent(2, true)],
      { status: 'new', waiting: 1, openings: ['customer 1'] },
    ],
    [
      'after the end a new segment begins',
      [received(1), status(2, 'resolved'), received(3)],
      { status: 'open', waiting: 3, openings: ['customer 1', 'customer again 3'] },
    ],
    [
      'but not for a machine',
      [received(1), status(2, 'resolved'), received(3, true)],
      { status: 'resolved', waiting: null, openings: ['customer 1'] },
    ],
    [
      'our own word after the end reopens nothing',
      [received(1), status(2, 'resolved'), sent(3)],
      { status: 'resolved', waiting: null, openings: ['customer 1'] },
    ],
    [
      'on hold the customer still waits',
      [received(1), status(2, 'on-hold')],
      { status: 'on-hold', waiting: 1, openings: ['customer 1'] },
    ],
    [
      'and may ask again',
      [received(1), status(2, 'on-hold'), received(3)],
      { status: 'open', waiting: 1, openings: ['customer 1'] },
    ],
    [
      'an end taken back brings the wait back',
      [received(1), status(2, 'resolved'), status(3, 'open')],
      { status: 'open', waiting: 1, openings: ['customer 1'] },
    ],
    [
      'spam stays spam',
      [received(1), status(2, 'spam'), received(3), sent(4)],
      { status: 'spam', waiting: null, openings: ['customer 1'] },
    ],
  ])('%s', (_name, items, expected) => expect(after(...items)).toEqual(expected));

  test('no status makes a machine count, and none is left without a rule', () => {
    for (const to of conversationStatuses) {
      expect(after(received(1), status(2, to), received(3, true), sent(4, true)).status).toBe(to);
    }
  });
});
