import { expect, test } from 'vitest';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage, aReplyTo } from '../support/a-message.ts';
import { aBatch, openDesk } from '../support/conversations-desk.ts';

const copyIn = (mailbox: string, uid: number) => ({ copy: { mailbox, uidValidity: '1', uid } });

function aDesk() {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const take = (...messages: ReceivedMessage[]) =>
    desk.conversations.ingest(store, channelId, aBatch(messages)).added;
  const kept = () =>
    store
      .all(
        store.sql
          .selectFrom('messages')
          .select(['kind', 'body'])
          .where('kind', '!=', 'note')
          .orderBy('sent_at'),
      )
      .map((row) => `${row.kind}: ${row.body}`);
  const copies = () =>
    store
      .all(
        store.sql
          .selectFrom('server_copies')
          .innerJoin('messages', 'messages.seq', 'server_copies.message_seq')
          .select(['mailbox', 'body'])
          .orderBy('uid'),
      )
      .map((row) => `${row.mailbox}: ${row.body}`);
  return { ...desk, store, channelId, take, kept, copies };
}

const scan = {
  internetMessageId: 'scan@printer.example',
  subject: 'Scan',
  from: { name: '', address: 'scan@printer.example' },
};

test('two mails under one Message-ID are both kept, and each is found again in every folder', () => {
  const desk = aDesk();
  const first = { ...scan, text: 'Page 1', sentAt: 1_000_000 };
  const second = { ...scan, text: 'Page 2', sentAt: 2_000_000 };
  expect(
    desk.take(aMessage({ ...first, ...copyIn('INBOX', 1) }), aMessage({ ...second, ...copyIn('INBOX', 2) })),
  ).toBe(2);
  const again = [
    aMessage({ ...second, ...copyIn('Archive', 3) }),
    aMessage({ ...first, ...copyIn('Archive', 4) }),
  ];
  expect(desk.take(...again)).toBe(0);
  expect(desk.kept()).toEqual(['inbound: Page 1', 'inbound: Page 2']);
  expect(desk.copies()).toEqual(['INBOX: Page 1', 'INBOX: Page 2', 'Archive: Page 2', 'Archive: Page 1']);
});

test('the same words with another file are another mail', () => {
  const desk = aDesk();
  const file = (size: number) => ({
    part: 0,
    name: 'scan.pdf',
    type: 'application/pdf',
    size,
    contentId: null,
    inline: false,
  });
  expect(
    desk.take(aMessage({ ...scan, attachments: [file(10)] }), aMessage({ ...scan, attachments: [file(20)] })),
  ).toBe(2);
});

test('a copy that came over a list, or was wrapped on its way, is the mail that is there', () => {
  const desk = aDesk();
  const mail = { internetMessageId: 'm@customer.example', text: 'Is it open\non Sunday?' };
  desk.take(aMessage(mail));
  expect(desk.take(aMessage({ ...mail, text: 'Is it open on Sunday?' }))).toBe(0);
  expect(desk.take(aMessage({ ...mail, text: 'Is it open\non Sunday?\n__________\nShop list' }))).toBe(0);
  expect(desk.kept()).toEqual(['inbound: Is it open\non Sunday?']);
});

test('what our outbox sent is one with its copies, however a server wrote them; a forged one is not', () => {
  const desk = aDesk();
  const asked = aMessage();
  const [conversationId] = desk.conversations.ingest(
    desk.store,
    desk.channelId,
    aBatch([asked]),
  ).conversationIds;
  if (!conversationId) throw new Error('no conversation');
  const reply = aReplyTo(asked, { text: 'It has left.' });
  desk.conversations.recordSent(desk.store, {
    conversationId,
    channelId: desk.channelId,
    operatorId: desk.operatorId,
    internetMessageId: reply.internetMessageId ?? '',
    from: reply.from,
    to: reply.to,
    cc: [],
    subject: reply.subject,
    bytes: Buffer.from(reply.text),
    sha256: 'sha',
    text: reply.text,
    attachments: [],
    templateId: null,
    thenStatus: 'waiting',
    at: reply.sentAt,
  });
  const inSent = aReplyTo(asked, {
    ...reply,
    text: 'It has left.\n\nSent by the company, VAT 123',
    ...copyIn('Sent', 1),
  });
  const toOurselves = aMessage({
    ...reply,
    direction: 'inbound',
    text: 'It  has left. ',
    ...copyIn('INBOX', 1),
  });
  expect(desk.take(inSent, toOurselves)).toBe(0);
  const forged = aMessage({ ...reply, direction: 'inbound', text: 'Pay to another account.' });
  expect(desk.take(forged)).toBe(1);
  expect(desk.kept()).toContain('outbound: It has left.');
  expect(desk.kept()).toContain('inbound: Pay to another account.');
});
