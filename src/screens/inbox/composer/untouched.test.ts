import { expect, test } from 'vitest';
import { usualManner } from '../../../../electron/shared/composing.ts';
import type {
  AttachmentId,
  ChannelId,
  ClientId,
  ConversationId,
  OperatorId,
} from '../../../../electron/shared/ids.ts';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import { initialContent, type ReplyContent } from './reply-content.ts';
import { isUntouched } from './untouched.ts';

const us = { name: 'Northwind', address: 'help@northwind.example' };
const customer = { name: 'Carla', address: 'carla@customer.example' };
const composer: Composer = {
  kind: 'reply',
  clientId: '01890000-0000-7000-8000-000000000001' as ClientId,
  conversationId: '01890000-0000-7000-8000-000000000002' as ConversationId,
  channelId: '01890000-0000-7000-8000-000000000003' as ChannelId,
  ...{ binding: 'mark', identities: [us], identity: us, subject: 'Re: Lantern', quote: 'none' },
  recipients: { to: [customer], cc: [], bcc: [] },
  ...{ draft: null, attachments: [], revision: 1, checklist: [], undoSeconds: 10 },
  ...{ maximumSize: null, refusedSenders: [], canSend: true },
};
const opened = initialContent(composer);
const file = { id: 'f' as AttachmentId, name: 'map.pdf', size: 4, dangerous: false };

test('a composer is untouched as it opens, and again when all that was typed is gone', () => {
  expect(isUntouched(opened, composer)).toBe(true);
  expect(isUntouched({ ...opened, text: ' \n' }, composer)).toBe(true);
  const draft = {
    ...{ kind: 'reply' as const, operatorId: 'ana' as OperatorId, manner: usualManner, text: 'Begun' },
    ...{ identity: us, recipients: composer.recipients, subject: composer.subject, templateId: null },
    ...{ attachmentIds: [], revision: 2, savedAt: '2026-01-01T00:00:00.000Z' as never },
  };
  const begun = { ...composer, draft };
  expect(isUntouched(initialContent(begun), begun)).toBe(false);
  expect(isUntouched({ ...initialContent(begun), text: '' }, begun)).toBe(true);
});

test.each<[what: string, part: Partial<ReplyContent>]>([
  ['words', { text: 'N' }],
  ['a file', { attachments: [file] }],
  ['somebody more to tell', { cc: [us] }],
  ['nobody to tell', { to: [] }],
  ['another subject', { subject: 'Other' }],
  ['another sender', { identity: customer }],
  ['another way to end it', { manner: { ...usualManner, signed: false } }],
  ['words within what is handed on', { manner: { ...usualManner, original: '' } }],
])('it is touched by %s', (_, part) => {
  expect(isUntouched({ ...opened, ...part }, composer)).toBe(false);
});
