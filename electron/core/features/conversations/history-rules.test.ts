import { describe, expect, test } from 'vitest';
import { conversationStatuses, type ConversationStatus } from '../../../shared/conversations.ts';
import type { StatusId } from '../../../shared/ids.ts';
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

describe('the name that a client gives a status', () => {
  const courier = '0195c0de-0000-7000-8000-000000000001' as StatusId;
  const nameAfter = (...items: readonly HistoryItem[]) =>
    items.reduce((state, item) => step(state, item).state, beforeAll).statusId;
  const called = (at: number, to: ConversationStatus): HistoryItem => ({
    ...{ kind: 'status', at, to, statusId: courier },
  });

  test.each<[string, HistoryItem[], StatusId | null]>([
    ['stands until another word', [received(1), called(2, 'on-hold')], courier],
    ['goes with a plain word', [received(1), called(2, 'on-hold'), status(3, 'on-hold')], null],
    ['goes where the customer opens it', [received(1), called(2, 'waiting'), received(3)], null],
    ['goes where it begins anew', [received(1), called(2, 'resolved'), received(3)], null],
    ['goes where our reply moves it', [received(1), called(2, 'open'), sent(3)], null],
    ['stays where mail leaves the category', [received(1), called(2, 'open'), received(3)], courier],
    ['stays where a reply leaves the category', [received(1), called(2, 'on-hold'), sent(3)], courier],
    ['stays where a machine writes', [received(1), called(2, 'waiting'), received(3, true)], courier],
  ])('%s', (_, items, expected) => expect(nameAfter(...items)).toBe(expected));
});
