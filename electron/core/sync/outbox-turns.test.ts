import { describe, expect, test } from 'vitest';
import { LiaisonError } from '../../shared/errors.ts';
import type { ChannelId, ConversationId, OutboxId } from '../../shared/ids.ts';
import type { OpenItem } from '../features/outbox/delivery/open-item.ts';
import { nextTurn } from './outbox-turns.ts';
import { createTurnClock } from './turn-clock.ts';

const item = (id: string, details: Partial<OpenItem> = {}): OpenItem => ({
  id: id as OutboxId,
  conversationId: `conversation of ${id}` as ConversationId,
  channelId: 'channel' as ChannelId,
  kind: 'mail',
  task: 'deliver',
  notBefore: 0,
  byWall: false,
  late: false,
  turn: id,
  error: null,
  ...details,
});
const one = 'one' as ConversationId;
const turnOf = (items: OpenItem[], restsFor = 0) =>
  nextTurn({ items, dueIn: (asked) => asked.notBefore, restsFor });

describe('the next turn of a channel', () => {
  test('is the first reply that is due, before evidence and before copies', () => {
    const items = [item('copy', { task: 'file' }), item('doubt', { task: 'look' }), item('a'), item('b')];
    expect(turnOf(items)).toMatchObject({ kind: 'work', item: { id: 'a' } });
    expect(turnOf(items.slice(0, 2))).toMatchObject({ item: { id: 'doubt' } });
    expect(turnOf(items.slice(0, 1))).toMatchObject({ item: { id: 'copy' } });
  });

  test('never lets a reply overtake an earlier one of its conversation, but those of others', () => {
    const waiting = item('a', { conversationId: one, notBefore: 50 });
    const later = item('b', { conversationId: one });
    expect(turnOf([waiting, later])).toEqual({ kind: 'wait', milliseconds: 50 });
    expect(turnOf([waiting, later, item('c')])).toMatchObject({ item: { id: 'c' } });
  });

  test('holds what comes due while a reply is held, for the same reason', () => {
    const error = new LiaisonError('credentials-rejected').shape;
    expect(turnOf([item('a', { task: 'held', error }), item('b')])).toEqual({ kind: 'hold', error });
  });

  test('waits while the channel rests, and for ever when there is nothing to do', () => {
    expect(turnOf([item('a'), item('copy', { task: 'file' })], 700)).toEqual({
      kind: 'wait',
      milliseconds: 700,
    });
    expect(turnOf([item('a', { task: 'none' })])).toEqual({
      kind: 'wait',
      milliseconds: Number.POSITIVE_INFINITY,
    });
  });
});

describe('waits are counted', () => {
  let wall = 1_000_000;
  let monotonic = 0;
  const clock = () =>
    createTurnClock({ clock: { now: () => wall }, monotonic: () => monotonic, longest: 60_000 });

  test('by the monotonic clock when the wall clock is set back', () => {
    const turns = clock();
    const waiting = item('a', { notBefore: wall + 10_000 });
    expect(turns.dueIn(waiting)).toBe(10_000);
    wall -= 86_400_000;
    monotonic += 9_999;
    expect(turns.dueIn(waiting)).toBe(1);
    monotonic += 1;
    expect(turns.dueIn(waiting)).toBeLessThanOrEqual(0);
  });

  test('no longer than a wait can be, where the clock was set back before a start', () => {
    expect(clock().dueIn(item('a', { notBefore: wall + 86_400_000 }))).toBe(60_000);
  });

  test('anew for every turn', () => {
    const turns = clock();
    const first = item('a', { notBefore: wall + 5_000 });
    turns.dueIn(first);
    monotonic += 5_000;
    turns.keep([]);
    expect(turns.dueIn(first)).toBe(5_000);
  });
});
