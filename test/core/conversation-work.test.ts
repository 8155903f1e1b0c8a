import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SentReply } from '../../electron/core/features/conversations/service.ts';
import type { MessageId, OperatorId, ConversationId, ChannelId } from '../../electron/shared/ids.ts';
import { newId } from '../../electron/core/ids.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, eventsOf, openDesk } from '../support/conversations-desk.ts';

const minute = 60_000;

function aSentReply(to: {
  conversationId: ConversationId;
  channelId: ChannelId;
  operatorId: OperatorId;
  details?: Partial<SentReply>;
}): SentReply {
  const bytes = Buffer.from('Message-ID: <ours@northwind.example>\r\n\r\nIt is on its way.\r\n');
  return {
    conversationId: to.conversationId,
    channelId: to.channelId,
    operatorId: to.operatorId,
    internetMessageId: 'ours@northwind.example',
    from: { name: 'Northwind', address: 'help@northwind.example' },
    to: [{ name: 'Carla Customer', address: 'carla@customer.example' }],
    cc: [],
    subject: 'Re: Where is my parcel?',
    bytes,
    sha256: '',
    text: 'It is on its way.',
    attachments: [],
    templateId: null,
    thenStatus: 'waiting',
    ...to.details,
  };
}

/** A client with one unanswered question, five minutes old. */
function atWork() {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const question = aMessage({ sentAt: desk.clock.now() - 5 * minute });
  desk.conversations.ingest(store, channelId, aBatch([question]));
  const { id } = conversationsOf(store)[0]!;
  const row = () => conversationsOf(store).find((conversation) => conversation.id === id)!;
  const kinds = () => eventsOf(store, id).map((event) => event.body.type);
  const reply = (details: Partial<SentReply> = {}) =>
    aSentReply({ conversationId: id, channelId, operatorId: desk.operatorId, details });
  return { ...desk, store, channelId, question, id, row, kinds, reply };
}

describe('a reply that has left', () => {
  test('is a message of its operator, stops the wait and sets the status', () => {
    const { conversations, store, row, kinds, reply, operatorId, id } = atWork();
    conversations.recordSent(store, reply({ thenStatus: 'resolved' }));
    expect(row()).toMatchObject({
      status: 'resolved',
      waiting_since: null,
      message_count: 2,
      preview: 'It is on its way.',
    });
    expect(kinds()).toEqual(['opened', 'message-received', 'message-sent', 'status-changed']);
    const sent = eventsOf(store, id)[2]!;
    expect(sent).toMatchObject({ actor: 'operator', body: { elsewhere: false, automatic: false } });
    expect(conversations.read(store, id).messages[1]).toMatchObject({ kind: 'outbound', operatorId });
  });

  test('is recorded once, and its copy in Sent is the same message', () => {
    const { conversations, store, channelId, row, kinds, reply, question } = atWork();
    conversations.recordSent(store, reply());
    conversations.recordSent(store, reply());
    const copy = aReplyTo(question, { internetMessageId: 'ours@northwind.example' });
    expect(conversations.ingest(store, channelId, aBatch([copy])).added).toBe(0);
    expect(row()).toMatchObject({ status: 'waiting', message_count: 2 });
    expect(kinds()).toEqual(['opened', 'message-received', 'message-sent']);
  });

  test('is its operator’s also when the copy in Sent was found first', () => {
    const { conversations, store, channelId, row, kinds, reply, question, id, operatorId } = atWork();
    const copy = aReplyTo(question, {
      internetMessageId: 'ours@northwind.example',
      sentAt: question.sentAt + minute,
    });
    conversations.ingest(store, channelId, aBatch([copy]));
    expect(eventsOf(store, id)[2]?.body).toMatchObject({ type: 'message-sent', elsewhere: true });
    conversations.recordSent(store, reply({ thenStatus: 'resolved' }));
    conversations.recordSent(store, reply({ thenStatus: 'resolved' }));
    expect(kinds()).toEqual(['opened', 'message-received', 'message-sent', 'status-changed']);
    expect(eventsOf(store, id)[2]).toMatchObject({ actor: 'operator', body: { elsewhere: false } });
    expect(conversations.read(store, id).messages[1]).toMatchObject({ operatorId });
    expect(row().status).toBe('resolved');
  });

  test('whose fate was known late does not hide the answer that came since', () => {
    const { conversations, store, channelId, row, reply, question, clock } = atWork();
    const left = clock.now();
    clock.advance(60 * minute);
    const answer = anAnswerTo(question, {
      references: [],
      subject: `Re: ${question.subject}`,
      sentAt: clock.now(),
    });
    conversations.ingest(store, channelId, aBatch([{ ...answer, from: question.from, to: question.to }]));
    conversations.recordSent(store, reply({ at: left }));
    expect(row()).toMatchObject({ status: 'open', waiting_since: answer.sentAt, message_count: 3 });
  });
});

test('status, assignment, tags and notes leave their facts, and saying the same again leaves none', () => {
  const { conversations, store, operator, operatorId, id, kinds, row, announced } = atWork();
  announced.length = 0;
  for (let time = 0; time < 2; time += 1) {
    conversations.assign(store, operator, { id, to: operatorId });
    conversations.tag(store, operator, { id, tag: 'refund', on: true });
    conversations.setStatus(store, operator, { id, status: 'on-hold' });
  }
  conversations.tag(store, operator, { id, tag: 'refund', on: false });
  conversations.handled(store, operator, { id, milliseconds: 4000 });
  expect(kinds().slice(2)).toEqual(['assigned', 'tagged', 'status-changed', 'untagged', 'handled']);
  expect(announced).toHaveLength(4);
  expect(new Set(announced.map((change) => change.id))).toEqual(new Set([id]));
  expect(row()).toMatchObject({
    status: 'on-hold',
    assignee_id: operatorId,
    waiting_since: expect.any(Number),
  });
});

test('a note is read with the messages, in order, and counts for nothing', () => {
  const { conversations, store, operator, id, row } = atWork();
  const noteId = conversations.note(store, operator, { id, text: 'Called the courier.' });
  const { messages } = conversations.read(store, id);
  expect(messages.map((message) => message.kind)).toEqual(['inbound', 'note']);
  expect(messages[1]).toMatchObject({ id: noteId, text: 'Called the courier.' });
  expect(row()).toMatchObject({
    message_count: 1,
    status: 'new',
    preview: 'I ordered a week ago and nothing has come.',
  });
});

test('an end that is taken back brings the wait back, in the same segment', () => {
  const { conversations, store, operator, id, row, question, kinds } = atWork();
  const { segment_id: segment } = row();
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  expect(row()).toMatchObject({ waiting_since: null });
  conversations.setStatus(store, operator, { id, status: 'open' });
  expect(row()).toMatchObject({ waiting_since: question.sentAt, segment_id: segment });
  expect(kinds().filter((type) => type === 'opened')).toHaveLength(1);
});

test('a server whose clock runs ahead does not undo what the operator did', () => {
  const { conversations, store, channelId, operator, id, row, question, clock } = atWork();
  const early = aMessage({ references: [question.internetMessageId!], sentAt: clock.now() + 90_000 });
  conversations.ingest(store, channelId, aBatch([early]));
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  conversations.ingest(store, channelId, aBatch([aReplyTo(question, { sentAt: question.sentAt + 1000 })]));
  expect(row()).toMatchObject({ status: 'resolved', message_count: 3 });
});

test('what is told with a time stands in the segment of that time', () => {
  const { conversations, store, channelId, operator, id, clock, question } = atWork();
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  clock.advance(24 * 60 * minute);
  const again = aMessage({ references: [question.internetMessageId!], sentAt: clock.now() });
  conversations.ingest(store, channelId, aBatch([again]));
  const body = { type: 'survey-answered', kind: 'csat', score: 5 } as const;
  conversations.record(store, { kind: 'customer' }, { id, body, at: clock.now() - 60 * minute });
  const segments = eventsOf(store, id).map((event) => [event.body.type, event.segmentId]);
  const [first] = segments[0]!.slice(1);
  expect(segments.find(([type]) => type === 'survey-answered')?.[1]).toBe(first);
  expect(segments.at(-1)?.[1]).not.toBe(first);
});

test('new customer mail is announced as arrived; a backfill and what we wrote are not', () => {
  const { conversations, store, channelId, announced, clock, question } = atWork();
  announced.length = 0;
  const from = (number: number) => ({ name: '', address: `c${number}@customer.example` });
  const old = Array.from({ length: 30 }, (_, at) =>
    aMessage({ from: from(at), sentAt: clock.now() - (at + 60) * minute }),
  );
  conversations.ingest(store, channelId, aBatch(old));
  expect(announced).toEqual([
    { topic: 'conversations', clientId: store.clientId, id: null, reason: 'changed' },
  ]);
  announced.length = 0;
  const news = aMessage({ from: from(99), sentAt: clock.now() - 1000 });
  const machine = aMessage({ from: from(98), automatic: true, sentAt: clock.now() - 1000 });
  conversations.ingest(
    store,
    channelId,
    aBatch([news, machine, aReplyTo(question, { sentAt: clock.now() })]),
  );
  expect(announced.map((change) => change.reason).toSorted()).toEqual(['arrived', 'changed', 'changed']);
});

test('a conversation or message that is not there is said to be not found', async () => {
  const { conversations, store, operator } = atWork();
  const id = newId<ConversationId>(1);
  expect(() => conversations.read(store, id)).toThrow('not-found');
  expect(() => conversations.setStatus(store, operator, { id, status: 'open' })).toThrow('not-found');
  expect(() => conversations.note(store, operator, { id, text: 'x' })).toThrow('not-found');
  await expect(conversations.markup(store, newId<MessageId>(1))).rejects.toThrow('not-found');
});

describe('what a message carries', () => {
  const picture = { name: 'logo.png', type: 'image/png', size: 20, contentId: 'logo@customer', inline: true };

  test('inline pictures come as data addresses; code, giants and pictures nobody names do not', async () => {
    const { conversations, store, channelId, clock } = atWork();
    const mail = aMessage({
      from: { name: '', address: 'pictures@customer.example' },
      sentAt: clock.now(),
      html: '<p>Hi</p><img src="cid:logo@customer"><img src="cid:huge"><img src="cid:code%40x"><img src="cid:late">',
      attachments: [
        { ...picture, part: 0 },
        { ...picture, part: 1, contentId: 'huge', size: 16 * 1024 * 1024 },
        { ...picture, part: 2, contentId: 'code@x', type: 'image/svg+xml' },
        { ...picture, part: 3, contentId: 'unnamed' },
        { ...picture, part: 4, contentId: 'late', type: 'image/GIF' },
      ],
    });
    conversations.ingest(store, channelId, aBatch([mail]));
    const row = conversationsOf(store).find((one) => one.created_at === mail.sentAt)!;
    const [message] = conversations.read(store, row.id).messages;
    expect(message).toMatchObject({ hasHtml: true });
    expect(row.has_attachments).toBe(0);
    const { html, inlineImages } = await conversations.markup(store, message!.id);
    expect(html).toBe(mail.html);
    const bytes = (part: number) =>
      Buffer.from(`part ${part} of ${mail.source?.byteLength}`).toString('base64');
    expect(inlineImages).toEqual({
      'logo@customer': `data:image/png;base64,${bytes(0)}`,
      late: `data:image/gif;base64,${bytes(4)}`,
    });
  });

  test('bytes stand sealed in the folder, where the next batch writes over what a failed one left', async () => {
    const { conversations, store, channelId, clock } = atWork();
    const source = Buffer.alloc(300_000, 'plain words of a customer ');
    const mail = aMessage({
      sentAt: clock.now(),
      source,
      attachments: [
        { part: 0, name: 'photo.jpg.exe', type: 'image/jpeg', size: 9, contentId: null, inline: false },
      ],
    });
    const folder = join(dirname(store.path), 'attachments');
    const before = readFileSync(join(folder, 'mail-1')).byteLength;
    const broken = { ...aMessage({ sentAt: clock.now() + 1 }), text: null as never };
    expect(() => conversations.ingest(store, channelId, aBatch([mail, broken]))).toThrow();
    const { conversationIds } = conversations.ingest(store, channelId, aBatch([mail]));
    expect(readdirSync(folder)).toEqual(['mail-1']);
    const kept = readFileSync(join(folder, 'mail-1'));
    expect(kept.byteLength).toBe(before + source.byteLength + store.seal.overhead);
    expect(kept.includes('a customer')).toBe(false);
    const shown = conversations.read(store, conversationIds[0]!);
    const attachment = shown.messages.flatMap((message) => message.attachments)[0]!;
    expect(attachment).toMatchObject({ name: 'photo.jpg.exe', dangerous: true, inline: false });
    expect(shown.hasAttachments).toBe(true);
    const { name, bytes } = await conversations.attachment(store, attachment.id);
    expect([name, Buffer.from(bytes).toString()]).toEqual([
      'photo.jpg.exe',
      `part 0 of ${source.byteLength}`,
    ]);
  });

  test('earlier conversations of the same customer stand beside it', () => {
    const { conversations, store, channelId, id, clock } = atWork();
    const other = aMessage({ subject: 'An older matter', sentAt: clock.now() - 100 * 24 * 60 * minute });
    conversations.ingest(store, channelId, aBatch([other]));
    const { contact } = conversations.read(store, id);
    expect(contact).toMatchObject({
      name: 'Carla Customer',
      identities: [{ kind: 'email', address: 'carla@customer.example' }],
      earlier: [{ subject: 'An older matter', lastMessageAt: new Date(other.sentAt).toISOString() }],
    });
  });
});
