import { describe, expect, test } from 'vitest';
import type { AttachmentId } from '../../../../electron/shared/ids.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { readAddress, shownAddress } from './addresses.ts';
import { obstacleOf, obstacleOfRefusal } from './obstacle.ts';
import type { ReplyContent } from './reply-content.ts';
import { slashAt } from './slash.ts';

const ana = { name: 'Ana', address: 'ana@example.com' };
const content: ReplyContent = {
  text: 'Hello',
  identity: ana,
  to: [ana],
  cc: [],
  bcc: [],
  subject: 'Re: order',
  templateId: null,
  attachments: [],
  manner: { signed: true, quote: null, forwarded: [] },
};
const checklist = [
  { id: 'order', text: 'looked up', required: true },
  { id: 'tone', text: 'read again', required: false },
];
const wrong: VoiceFinding = {
  ...{ check: 'House.Words', severity: 'error', start: 0, end: 5, match: 'Hello' },
  ...{ message: '', description: '', link: '', fixes: [] },
};
const ready = {
  ...{
    content,
    canSend: true,
    typed: ['', ' '],
    pendingFiles: 0,
    mayBeEmpty: false,
    maximumSize: null,
    answered: [],
  },
  ...{ checklist, checked: ['order'], findings: [], errorsBlock: true },
};
const promise = { ...content, text: 'I have attached the label.' };
const aFile = { id: 'f' as AttachmentId, name: 'a.bin', size: 3_000, dangerous: true };

describe('what stands in the way of a reply', () => {
  test('nothing, when everything is done', () => expect(obstacleOf(ready)).toBeNull());
  test.each([
    [{ canSend: false }, { kind: 'channel' }],
    [{ content: { ...content, to: [] } }, { kind: 'no-recipient' }],
    [{ typed: ['', 'ana@', ''] }, { kind: 'address', text: 'ana@' }],
    [{ typed: [' ben@example.com'] }, { kind: 'address', text: 'ben@example.com' }],
    [
      { content: { ...content, to: [] }, typed: ['ana'] },
      { kind: 'address', text: 'ana' },
    ],
    [{ pendingFiles: 1 }, { kind: 'files' }],
    [{ content: { ...content, text: ' \n' } }, { kind: 'empty' }],
    [{ mayBeEmpty: true, content: { ...content, text: '' } }, null],
    [{ content: promise }, { kind: 'question', question: 'no-file' }],
    [{ content: promise, answered: ['no-file' as const] }, null],
    [{ content: { ...promise, attachments: [aFile] } }, { kind: 'question', question: 'dangerous-file' }],
    [
      { content: { ...content, attachments: [aFile] }, maximumSize: 5_000 },
      { kind: 'size', limit: 5_000, size: 8_729 },
    ],
    [{ content: { ...content, text: 'for [order.number]' } }, { kind: 'placeholder', name: 'order.number' }],
    [{ checked: [] }, { kind: 'checklist', count: 1 }],
    [{ findings: [wrong] }, { kind: 'voice', count: 1 }],
  ])('%j', (change, obstacle) => expect(obstacleOf({ ...ready, ...change })).toEqual(obstacle));
  test.each([
    ['voice-unchecked', { rule: 'House.Slow' }, { kind: 'unchecked', rule: 'House.Slow' }],
    ['voice-blocked', { count: 2 }, { kind: 'voice', count: 2 }],
    ['connection-lost', {}, null],
  ] as const)('%s, said by the core', (code, detail, obstacle) => {
    expect(obstacleOfRefusal({ code, detail, retry: 'never', effect: 'none' })).toEqual(obstacle);
  });
  test('findings that do not block', () => {
    expect(obstacleOf({ ...ready, findings: [wrong], errorsBlock: false })).toBeNull();
    expect(obstacleOf({ ...ready, findings: [{ ...wrong, severity: 'warning' }] })).toBeNull();
  });
});

describe('a slash looks for a template', () => {
  test.each([
    ['/', 1, { start: 0, end: 1, query: '' }],
    ['Hi /Ref', 7, { start: 3, end: 7, query: 'ref' }],
    ['Hi /ref more', 7, { start: 3, end: 7, query: 'ref' }],
    ['and/or', 6, null],
    ['https://x', 9, null],
    ['/ref more', 9, null],
  ])('%s at %i', (text, caret, slash) => expect(slashAt(text, caret)).toEqual(slash));
});

describe('addresses as people type them', () => {
  test.each([
    ['ana@example.com', { name: '', address: 'ana@example.com' }],
    ['Ana López <ana@example.com>', { name: 'Ana López', address: 'ana@example.com' }],
    ['"López, Ana" <ana@example.com>', { name: 'López, Ana', address: 'ana@example.com' }],
    ['ana at example', null],
    ['Ana <ana>', null],
  ])('%s', (text, read) => expect(readAddress(text)).toEqual(read));
  test('what is shown can be read again', () => expect(readAddress(shownAddress(ana))).toEqual(ana));
});
