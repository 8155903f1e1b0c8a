import { expect, test } from 'vitest';
import type { ConversationStatus } from '../../../../shared/conversations.ts';
import type { HistoryItem } from '../history-rules.ts';
import type { EventBody } from '../../../../shared/events.ts';
import type { ConversationId, CorrectionId, StatusId } from '../../../../shared/ids.ts';
import { isSameStanding, jointStanding, overruledWords, titleOf, type Standing } from './life-rules.ts';

const standing = (status: ConversationStatus, waitingSince: number | null = null): Standing => ({
  status,
  statusId: null,
  waitingSince,
});
const mail = (at: number): HistoryItem => ({ kind: 'received', at, automatic: false });
const word = (at: number, to: ConversationStatus): HistoryItem => ({ kind: 'status', at, to });
const overruled = (...lives: HistoryItem[][]) => overruledWords(lives).map((set) => [...set]);

test('the whole stands as the part that asks most, since whoever waits longest', () => {
  expect(jointStanding([standing('open', 5), standing('new', 3)])).toEqual(standing('open', 3));
  expect(jointStanding([standing('resolved'), standing('waiting')])).toEqual(standing('waiting'));
  expect(jointStanding([standing('spam'), standing('resolved')])).toEqual(standing('resolved'));
  expect(jointStanding([standing('snoozed', 9), standing('waiting')])).toEqual(standing('snoozed', 9));
  expect(jointStanding([standing('on-hold', 4), standing('new', 8)])).toEqual(standing('new', 4));
});

test('a name goes with the part that asks most, and makes a standing another one', () => {
  const plain = standing('on-hold');
  const named = { ...plain, statusId: '0195c0de-0000-7000-8000-000000000001' as StatusId };
  expect(jointStanding([standing('waiting'), plain, named])).toEqual(named);
  expect(jointStanding([named, standing('open', 1)])).toEqual(standing('open', 1));
  expect(isSameStanding(named, plain)).toBe(false);
  expect(isSameStanding(named, { ...named })).toBe(true);
});

test('new and open ask the same, everything else differs', () => {
  expect(isSameStanding(standing('new', 1), standing('open', 1))).toBe(true);
  expect(isSameStanding(standing('new', 1), standing('open', 2))).toBe(false);
  expect(isSameStanding(standing('waiting'), standing('resolved'))).toBe(false);
});

test('a word that ended one part while the other went on ended nothing', () => {
  expect(overruled([mail(1)], [mail(2), word(3, 'resolved')])).toEqual([[], [1]]);
  expect(overruled([mail(1), word(4, 'spam')], [mail(2), word(3, 'resolved')])).toEqual([[], [1]]);
});

test('lives that followed one another keep their ends', () => {
  expect(overruled([mail(5)], [mail(1), word(2, 'resolved')])).toEqual([[], []]);
  expect(overruled([mail(1), word(2, 'resolved')], [mail(3), word(4, 'resolved')])).toEqual([[], []]);
});

test('what came back between two words went on', () => {
  const one = [mail(1), word(2, 'resolved'), mail(3)];
  expect(overruled(one, [mail(0), word(4, 'resolved')])).toEqual([[1], [1]]);
});

test('words that end nothing are left alone', () => {
  expect(overruled([mail(1)], [mail(2), word(3, 'on-hold'), word(4, 'snoozed')])).toEqual([[], []]);
});

test('what was given other mail keeps its title, until that is undone', () => {
  const given = (id: string, title: string): EventBody => ({
    type: 'corrected',
    correctionId: id as CorrectionId,
    kind: 'merge',
    role: 'into',
    otherId: '' as ConversationId,
    subject: 'Older mail',
    count: 1,
    title,
  });
  const undone: EventBody = { type: 'correction-undone', correctionId: 'b' as CorrectionId, kind: 'merge' };
  const subjects = ['Older mail', 'One', 'Two'];
  expect(titleOf([], subjects)).toBeNull();
  expect(titleOf([given('a', 'One'), given('b', 'Two')], subjects)).toBe('Two');
  expect(titleOf([given('a', 'One'), given('b', 'Two'), undone], subjects)).toBe('One');
  expect(titleOf([given('b', 'Two'), undone], subjects)).toBeNull();
  // The mail that it was about was moved on since.
  expect(titleOf([given('a', 'One'), given('b', 'Two')], ['Older mail', 'One'])).toBe('One');
});
