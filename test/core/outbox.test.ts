import { describe, expect, test } from 'vitest';
import { aMessage, aReplyTo } from '../support/a-message.ts';
import { eventsOf } from '../support/conversations-desk.ts';
import { quickPace } from '../support/outbox-desk.ts';
import { startSending } from '../support/sending-desk.ts';
import { waitFor } from '../support/wait-for.ts';

/** Nothing leaves while a test looks at what is queued. */
const patient = { desk: { pace: { ...quickPace, undo: 60_000 } } };

describe('the composer', () => {
  test('is bound to the alias that was written to, the sender, everybody in copy, and one Re:', async () => {
    const { desk } = await startSending(patient);
    const conversationId = desk.receive(
      aMessage({
        subject: 'RE: Re: My order',
        to: [{ name: '', address: 'Orders@northwind.example' }],
        cc: [{ name: 'Dan', address: 'dan@customer.example' }],
      }),
    );
    expect(desk.outbox.compose(desk.store, conversationId)).toMatchObject({
      clientId: desk.store.clientId,
      channelId: desk.channelId,
      identity: { address: 'orders@northwind.example' },
      recipients: {
        to: [{ address: 'carla@customer.example' }],
        cc: [{ address: 'dan@customer.example' }],
        bcc: [],
      },
      subject: 'Re: My order',
      draft: null,
      undoSeconds: 60,
      canSend: true,
    });
  });

  test('keeps a draft with its attachments, whose revision grows, until it is discarded', async () => {
    const { desk, conversationId } = await startSending(patient);
    const { outbox, store, operatorId } = desk;
    const file = { conversationId, name: 'a.txt', type: 'text/plain', bytes: Buffer.from('hello') };
    const attachmentIds = [outbox.attach(store, file).id];
    const first = outbox.saveDraft(store, operatorId, {
      ...desk.reply(conversationId),
      text: 'one',
      attachmentIds,
    });
    const second = outbox.saveDraft(store, operatorId, {
      ...desk.reply(conversationId),
      text: 'two',
      attachmentIds,
    });
    expect(second.revision).toBeGreaterThan(first.revision);
    const composer = outbox.compose(store, conversationId);
    expect(composer).toMatchObject({ revision: second.revision, draft: { text: 'two', attachmentIds } });
    outbox.discardDraft(store, { conversationId, kind: 'reply' });
    expect(outbox.compose(store, conversationId).draft).toBeNull();
    const kept = store.all(store.sql.selectFrom('outgoing_attachments').select('id'));
    expect(kept).toEqual([]);
  });
});

describe('a reply is refused', () => {
  test.each([
    ['with a required item of the checklist not ticked', { checked: ['b'] }, 'checklist-incomplete'],
    [
      'with a placeholder left over',
      { text: 'Dear [customer.first_name],', checked: ['a'] },
      'template-unfilled',
    ],
    ['without words', { text: ' \n', checked: ['a'] }, 'invalid-input'],
    [
      'from an address that is not the channel’s',
      { identity: { name: '', address: 'x@y.example' }, checked: ['a'] },
      'sender-refused',
    ],
  ])('%s', async (_name, details, code) => {
    const sending = await startSending(patient);
    sending.desk.voice.checklist = [
      { id: 'a', text: 'Order checked', required: true },
      { id: 'b', text: 'Nice', required: false },
    ];
    await expect(sending.send(details)).rejects.toMatchObject({ code });
    expect(sending.items()).toEqual([]);
  });

  test('for blocking voice findings, unless overridden, which is recorded', async () => {
    const sending = await startSending(patient);
    const { desk, conversationId } = sending;
    const finding = {
      check: 'Brand.Words',
      severity: 'error',
      start: 0,
      end: 1,
      match: 'x',
      message: '',
      description: '',
      link: '',
      fixes: [],
    } as const;
    desk.voice.findings = [finding];
    await expect(sending.send()).rejects.toMatchObject({ code: 'voice-blocked', detail: { count: 1 } });
    await sending.send({ overrideVoice: true });
    expect(eventsOf(desk.store, conversationId).at(-1)).toMatchObject({
      actor: 'operator',
      body: { type: 'send-queued', voiceOverridden: true },
    });
  });

  test('where a rule that would block could not look at the words, unless overridden; a silent guide blocks nothing', async () => {
    const sending = await startSending(patient);
    const { voice } = sending.desk;
    voice.unchecked = ['Brand.Slow'];
    const refused = { code: 'voice-unchecked', effect: 'none', detail: { rule: 'Brand.Slow' } };
    await expect(sending.send()).rejects.toMatchObject(refused);
    expect(sending.items()).toEqual([]);
    await sending.send({ overrideVoice: true });
    expect(eventsOf(sending.desk.store, sending.conversationId).at(-1)).toMatchObject({
      body: { type: 'send-queued', voiceOverridden: true },
    });
    voice.blocks = false;
    await sending.send({ text: 'Another one.' });
    expect(eventsOf(sending.desk.store, sending.conversationId).at(-1)).toMatchObject({
      body: { type: 'send-queued', voiceOverridden: false },
    });
  });

  test('for the draft of an older revision', async () => {
    const sending = await startSending(patient);
    const { outbox, store, operatorId } = sending.desk;
    const seen = sending.desk.reply(sending.conversationId);
    outbox.saveDraft(store, operatorId, { ...seen, text: 'newer words' });
    await expect(sending.send({ revision: seen.revision })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('with an attachment of another conversation', async () => {
    const sending = await startSending(patient);
    const { desk } = sending;
    const other = desk.receive(aMessage({ subject: 'Other', from: { name: 'D', address: 'd@x.example' } }));
    const file = { conversationId: other, name: 'a.txt', type: 'text/plain', bytes: Buffer.from('x') };
    const { id } = desk.outbox.attach(desk.store, file);
    await expect(sending.send({ attachmentIds: [id] })).rejects.toMatchObject({ code: 'wrong-client' });
  });
});

test('a sent reply stands in the conversation with its status, threads right, and its copy in Sent is the same message', async () => {
  const sending = await startSending();
  const { desk, conversationId } = sending;
  const item = await sending.send({ text: 'On its way.', thenStatus: 'resolved' });
  await sending.reaches('sent');
  const delivery = sending.smtp.deliveries[0];
  const text = delivery?.bytes.toString() ?? '';
  expect(text).toContain('In-Reply-To: <asked@customer.example>');
  expect(text).toMatch(new RegExp(`^Message-ID: <${item.id}\\.[0-9a-f]{32}@northwind\\.example>\r$`, 'm'));
  expect(desk.conversations.read(desk.store, conversationId)).toMatchObject({
    status: 'resolved',
    waitingSince: null,
    messages: [{ kind: 'inbound' }, { kind: 'outbound', text: 'On its way.', operatorId: desk.operatorId }],
  });
  const copy = aReplyTo(aMessage({ internetMessageId: 'asked@customer.example' }), {
    internetMessageId: delivery?.messageId ?? '',
    text: 'On its way.',
  });
  const batch = { messages: [copy], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
  expect(desk.conversations.ingest(desk.store, desk.channelId, batch).added).toBe(0);
  expect(
    eventsOf(desk.store, conversationId).filter((event) => event.body.type === 'message-sent'),
  ).toHaveLength(1);
  expect(desk.announced).toContainEqual({
    topic: 'outbox',
    clientId: desk.store.clientId,
    id: conversationId,
    reason: 'changed',
  });
  expect(desk.channels.list(desk.store)[0]?.lastSentAt).not.toBeNull();
});

describe('undo', () => {
  test('puts the words back into the draft, with their attachments, and a new send is a new message', async () => {
    const sending = await startSending(patient);
    const { desk, conversationId } = sending;
    const file = { conversationId, name: 'a.txt', type: 'text/plain', bytes: Buffer.from('hello') };
    const attachmentIds = [desk.outbox.attach(desk.store, file).id];
    const { id } = await sending.send({ text: 'too early', attachmentIds });
    expect(desk.outbox.compose(desk.store, conversationId).draft).toBeNull();
    expect(desk.outbox.cancel(desk.store, desk.operatorId, id).state).toBe('cancelled');
    const { draft } = desk.outbox.compose(desk.store, conversationId);
    expect(draft).toMatchObject({ text: 'too early', attachmentIds });
    const again = await sending.send({ text: 'too early', attachmentIds });
    expect(again.id).not.toBe(id);
    expect(sending.items().map((item) => item.state)).toEqual(['cancelled', 'queued']);
    expect(eventsOf(desk.store, conversationId).map((event) => event.body.type)).toEqual(
      expect.arrayContaining(['send-queued', 'send-cancelled']),
    );
  });

  test('leaves newer words in the composer alone', async () => {
    const sending = await startSending(patient);
    const { desk, conversationId } = sending;
    const { id } = await sending.send({ text: 'sent' });
    desk.outbox.saveDraft(desk.store, desk.operatorId, { ...desk.reply(conversationId), text: 'newer' });
    desk.outbox.cancel(desk.store, desk.operatorId, id);
    expect(desk.outbox.compose(desk.store, conversationId).draft?.text).toBe('newer');
  });
});

test('the same words sent twice on purpose are two messages', async () => {
  const sending = await startSending();
  await sending.send({ text: 'Thanks!' });
  await sending.send({ text: 'Thanks!' });
  await waitFor(() => sending.smtp.deliveries.length === 2, 'two messages');
  const ids = sending.smtp.deliveries.map((delivery) => delivery.messageId);
  expect(new Set(ids).size).toBe(2);
});

describe('several recipients', () => {
  const recipients = {
    to: [{ name: '', address: 'carla@customer.example' }],
    cc: [{ name: '', address: 'gone@customer.example' }],
    bcc: [{ name: '', address: 'archive@northwind.example' }],
  };

  test.each([
    ['one after the other', ['250 fake']],
    ['pipelined', ['250-fake', '250 PIPELINING']],
  ])(
    'all get it or none (%s): a refused one is named by its place, and nobody has got anything',
    async (_name, ehlo) => {
      const rcpt = (address: string) =>
        address.startsWith('gone') ? '550 5.1.1 <gone@customer.example> unknown' : '250 ok';
      const sending = await startSending({ script: () => ({ ehlo, rcpt }) });
      await sending.send({ recipients });
      const { error } = await sending.reaches('failed');
      expect(error).toMatchObject({
        code: 'recipient-refused',
        effect: 'none',
        detail: { position: 1, reply: '550 5.1.1 <…> unknown' },
      });
      expect(sending.smtp.deliveries).toEqual([]);
    },
  );

  test('blind ones stand in the envelope only', async () => {
    const sending = await startSending();
    await sending.send({ recipients });
    await sending.reaches('sent');
    expect(sending.smtp.deliveries[0]?.to).toEqual([
      'carla@customer.example',
      'gone@customer.example',
      'archive@northwind.example',
    ]);
    expect(sending.smtp.deliveries[0]?.bytes.toString()).not.toContain('archive@');
  });
});

test('each client has its own time to take a reply back, from the next reply on', async () => {
  const { desk, send, conversationId } = await startSending(patient);
  const { outbox, store } = desk;
  expect(outbox.sendingRules(store)).toEqual({ undoSeconds: 60, quote: 'last' });
  outbox.setSendingRules(store, { undoSeconds: 120, quote: 'none' });
  outbox.setSendingRules(store, { undoSeconds: 90, quote: 'none' });
  expect(outbox.compose(store, conversationId).undoSeconds).toBe(90);
  const item = await send();
  expect(Date.parse(item.notBefore) - Date.parse(item.createdAt)).toBe(90_000);
});
