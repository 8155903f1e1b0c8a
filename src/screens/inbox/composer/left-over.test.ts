import { expect, test } from 'vitest';
import type { AttachmentId } from '../../../../electron/shared/ids.ts';
import { leftOver, textLeft } from './left-over.ts';
import type { ReplyContent } from './reply-content.ts';

const us = { name: 'Northwind', address: 'help@northwind.example' };
const file = { id: 'f' as AttachmentId, name: 'map.pdf', size: 4, dangerous: false };
const sent: ReplyContent = {
  ...{ text: 'It left.', identity: us, to: [], cc: [], bcc: [], subject: 'Re: x', templateId: null },
  ...{ attachments: [], manner: { signed: true, quote: null, forwarded: [] } },
};

test.each([
  ['nothing was typed', 'It left.', ''],
  ['only space was typed', 'It left.\n\n', ''],
  ['some of it was taken away', 'It le', ''],
  ['all of it was taken away', '', ''],
  ['it went on behind it', 'It left. \nP.S. Thank you', 'P.S. Thank you'],
  ['it was changed within', 'It has left.', 'It has left.'],
])('what is left over where %s', (_, now, left) => {
  expect(textLeft('It left.\n', now)).toBe(left);
});

test('what came to a reply after it was sent is kept without what left', () => {
  expect(leftOver(sent, sent)).toBeNull();
  expect(leftOver(sent, { ...sent, subject: 'Other' })).toBeNull();
  expect(leftOver(sent, { ...sent, text: 'It left. And more' })).toEqual({ ...sent, text: 'And more' });
  const before = { ...sent, attachments: [file] };
  const second = { ...file, id: 'g' as AttachmentId };
  expect(leftOver(before, { ...before, attachments: [file, second] })).toEqual({
    ...sent,
    text: '',
    attachments: [second],
  });
  const manner = { ...sent.manner, original: 'Shorter' };
  expect(leftOver(sent, { ...sent, manner })).toEqual({ ...sent, text: '', manner });
});
