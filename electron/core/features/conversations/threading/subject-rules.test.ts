import { expect, test } from 'vitest';
import { isReplySubject, subjectKeyOf } from './subject-rules.ts';

test.each([
  'Re: Order 12',
  'RE:RE: order 12',
  'Re[2]: Order  12',
  'Re^3: Order 12',
  'Re (4): Order 12',
  'AW: Antw: Order 12',
  'RV: Order 12',
  'SV: VS: Order 12',
  'Fwd: FW: Order 12',
  'TR : Order 12',
  'رد: Order 12',
  '\u200fرد: Order 12',
  'الرد: Order 12',
  '回复：Order 12',
  'Re: [External] Order 12',
  '[Ticket 7] Re: Order 12',
  'Ynt: Order １２',
])('%s is an answer about "order 12"', (subject) => {
  expect(subjectKeyOf(subject)).toBe('order 12');
  expect(isReplySubject(subject)).toBe(true);
});

test.each([
  'Order 12',
  'Return: Order 12',
  'Really: no',
  'Regarding order 12',
  '[Ticket 7] Order 12',
  'Refund: 12',
  '',
])('%s is no answer', (subject) => expect(isReplySubject(subject)).toBe(false));

test.each(['', 'Re:', 'hi', 'Re: ?', '[x]', 'RE: AW: ok'])('"%s" says too little to thread by', (subject) => {
  expect(subjectKeyOf(subject)).toBe('');
});

test('a hostile subject costs no time', () => {
  expect(subjectKeyOf(`${'Re: '.repeat(50_000)}x`).length).toBeLessThanOrEqual(200);
  expect(subjectKeyOf(`[${'['.repeat(50_000)}`).length).toBeLessThanOrEqual(200);
  expect(subjectKeyOf(`Re${' '.repeat(50_000)}x`).length).toBeLessThanOrEqual(200);
});
