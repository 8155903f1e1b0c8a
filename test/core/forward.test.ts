import { describe, expect, test } from 'vitest';
import type { ConversationId, MessageId } from '../../electron/shared/ids.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { aThread, patient, plain, textOf } from '../support/composing-desk.ts';
import { eventsOf } from '../support/conversations-desk.ts';
import { startSending, type SendingDesk } from '../support/sending-desk.ts';
import { waitFor } from '../support/wait-for.ts';

const dana = { name: 'Dana Ferro', address: 'dana@carrier.example' };

const messageIds = ({ desk }: SendingDesk, id: ConversationId): MessageId[] =>
  desk.conversations.read(desk.store, id).messages.map((message) => message.id);

/** Begins to hand on all that was said; gives which messages these are. */
async function beginForward({ desk }: SendingDesk, conversationId: ConversationId): Promise<MessageId[]> {
  const { outbox, store, operatorId } = desk;
  await outbox.forward(store, operatorId, { clientId: store.clientId, conversationId, messageId: null });
  return [...(outbox.composeForward(store, conversationId).draft?.manner.forwarded ?? [])];
}

async function sendForward(sending: SendingDesk, id: ConversationId, details: object = {}) {
  const { outbox, store, operatorId } = sending.desk;
  const composer = outbox.composeForward(store, id);
  const draft = composer.draft;
  if (!draft) throw new Error('a forward has a draft');
  const words = {
    ...sending.desk.reply(id),
    kind: 'forward' as const,
    manner: draft.manner,
    subject: draft.subject,
    text: 'Please collect it.',
    attachmentIds: [...draft.attachmentIds],
    recipients: { to: [dana], cc: [], bcc: [] },
    ...details,
  };
  const { revision } = outbox.saveDraft(store, operatorId, words);
  return outbox.send(store, operatorId, { ...words, revision, binding: composer.binding });
}

describe('a forward', () => {
  test('begins for nobody, with the original’s files, beside the reply’s own draft', async () => {
    const sending = await startSending(patient);
    const { outbox, store, operatorId } = sending.desk;
    const id = aThread(sending);
    outbox.saveDraft(store, operatorId, { ...sending.desk.reply(id), text: 'My answer' });
    const [first = null] = messageIds(sending, id);
    await outbox.forward(store, operatorId, {
      clientId: store.clientId,
      conversationId: id,
      messageId: first,
    });
    const composer = outbox.composeForward(store, id);
    expect(composer).toMatchObject({
      kind: 'forward',
      recipients: { to: [], cc: [], bcc: [] },
      draft: {
        subject: 'Fwd: Damaged tent',
        text: '',
        recipients: { to: [], cc: [], bcc: [] },
        manner: { forwarded: [first] },
      },
      attachments: [
        { name: 'invoice.pdf', dangerous: false },
        { name: 'logo.png', dangerous: false },
      ],
    });
    expect(outbox.compose(store, id).draft?.text).toBe('My answer');
    expect(outbox.drafts(store, id).map(({ kind, text }) => [kind, text])).toEqual([
      ['forward', ''],
      ['reply', 'My answer'],
    ]);
    expect(outbox.originals(store, id).map(({ name }) => name)).toEqual(['invoice.pdf']);
    outbox.discardDraft(store, { conversationId: id, kind: 'forward' });
    expect(() => outbox.composeForward(store, id)).toThrow('not-found');
    expect(outbox.compose(store, id).draft?.text).toBe('My answer');
  });

  test('leaves to whom it names and nobody else, with the originals below, and the customer still waits', async () => {
    const sending = await startSending();
    const { outbox, store, conversations } = sending.desk;
    const id = aThread(sending);
    const before = conversations.read(store, id);
    await beginForward(sending, id);
    const item = await sendForward(sending, id);
    expect(item).toMatchObject({ kind: 'forward', subject: 'Fwd: Damaged tent' });
    await waitFor(() => outbox.list(store, id)[0]?.state === 'sent', 'the forward to leave');
    const [left] = sending.smtp.deliveries;
    expect(left?.to).toEqual([dana.address]);
    const source = left?.bytes.toString() ?? '';
    expect(source).not.toMatch(/^In-Reply-To:/im);
    expect(source).toMatch(/^References: <message-/im);
    expect(source).toContain('filename=invoice.pdf');
    expect(source).toContain('filename=logo.png');
    expect(source).toContain('Please collect it.');
    expect(source).toContain('---------- Forwarded message ----------');
    expect(source).toContain('From: Carla Customer <carla@customer.example>');
    expect(source).toContain('> an older word');

    const after = conversations.read(store, id);
    expect(after).toMatchObject({ status: before.status, waitingSince: before.waitingSince });
    expect(after.messages.at(-1)).toMatchObject({
      kind: 'outbound',
      text: 'Please collect it.',
      forwarded: true,
    });
    const facts = eventsOf(store, id).map(({ body }) => body.type);
    expect(facts.filter((type) => type === 'message-sent')).toHaveLength(1);
    expect(facts.filter((type) => type === 'message-forwarded')).toHaveLength(1);
    expect(outbox.compose(store, id).recipients.to).toMatchObject([{ address: 'carla@customer.example' }]);
  });

  test('leaves as somebody has trimmed it, byte for byte what is shown, while the conversation keeps the original', async () => {
    const sending = await startSending();
    const { outbox, store, operatorId, conversations } = sending.desk;
    const id = aThread(sending);
    const forwarded = await beginForward(sending, id);
    const before = conversations.read(store, id).messages.map(({ text }) => text);
    const of = { conversationId: id, kind: 'forward' } as const;
    const came = outbox.quotation(store, { ...of, manner: { ...plain, forwarded } });
    expect(came).toContain('The pole is broken.');
    const original = came
      .replace('The pole is broken.', 'The [left out] is broken.')
      .replace('Thank you.', '');
    const manner = { ...plain, forwarded, original };
    // What is changed is somebody's work: it is neither begun anew nor lost by an undo.
    const empty = {
      ...sending.desk.reply(id),
      kind: 'forward' as const,
      text: '',
      attachmentIds: [],
      manner,
    };
    outbox.saveDraft(store, operatorId, { ...empty, recipients: { to: [], cc: [], bcc: [] } });
    await expect(beginForward(sending, id)).rejects.toThrow('conflict');

    await sendForward(sending, id, { manner, text: '', attachmentIds: [] });
    await waitFor(() => outbox.list(store, id)[0]?.state === 'sent', 'the forward to leave');
    const shown = outbox.quotation(store, { ...of, manner });
    expect(textOf(sending.smtp.deliveries[0]?.bytes)).toBe(shown);
    expect(shown).toContain('The [left out] is broken.');
    expect(shown).not.toContain('The pole is broken.');
    expect(shown).not.toContain('Thank you.');
    const after = conversations.read(store, id).messages.map(({ text }) => text);
    expect(after).toEqual([...before, shown]);
  });

  test('from which all was taken away and nothing said does not leave, and what comes back is still trimmed', async () => {
    const sending = await startSending(patient);
    const { outbox, store, operatorId } = sending.desk;
    const id = aThread(sending);
    const forwarded = await beginForward(sending, id);
    const nothing = { ...plain, forwarded, original: ' ' };
    await expect(sendForward(sending, id, { manner: nothing, text: '' })).rejects.toThrow('invalid-input');
    const manner = { ...plain, forwarded, original: 'Only this' };
    const item = await sendForward(sending, id, { manner, text: '', attachmentIds: [] });
    outbox.cancel(store, operatorId, item.id);
    expect(outbox.composeForward(store, id).draft?.manner).toEqual(manner);
  });

  test('trimmed further after it failed is other words: nothing takes them away, and none pass for them', async () => {
    const sending = await startSending(patient);
    const { outbox, store, operatorId } = sending.desk;
    const id = aThread(sending);
    const forwarded = await beginForward(sending, id);
    const trimmed = (original: string) => ({ manner: { ...plain, forwarded, original }, attachmentIds: [] });
    const first = { ...sending.desk.reply(id), kind: 'forward' as const, text: '', ...trimmed('All of it') };
    const item = await sendForward(sending, id, { text: '', ...trimmed('All of it') });
    const revision =
      store.first(store.sql.selectFrom('outbox').select('draft_revision'))?.draft_revision ?? 0;
    const twin = { ...first, subject: item.subject, revision };
    expect((await outbox.send(store, operatorId, twin)).id).toBe(item.id);
    await expect(outbox.send(store, operatorId, { ...twin, ...trimmed('Less') })).rejects.toThrow('conflict');

    store.run(store.sql.updateTable('outbox').set({ state: 'failed', restored: 1 }));
    outbox.saveDraft(store, operatorId, { ...first, ...trimmed('Less') });
    const { address } = first.identity;
    await expect(outbox.sendFrom(store, operatorId, { outboxId: item.id, address })).rejects.toThrow(
      'conflict',
    );
    expect(() => outbox.decide(store, operatorId, { outboxId: item.id, as: 'draft' })).toThrow('conflict');
    outbox.decide(store, operatorId, { outboxId: item.id, as: 'retry' });
    expect(outbox.composeForward(store, id).draft?.manner.original).toBe('Less');
  });

  test('that says nothing itself waits for nobody once it was sent again, unlike one of other messages', async () => {
    const sending = await startSending(patient);
    const { outbox, store, operatorId } = sending.desk;
    const id = aThread(sending);
    const [first, second] = messageIds(sending, id);
    const send = (messageId: MessageId | undefined) =>
      sendForward(sending, id, {
        manner: { ...plain, forwarded: messageId ? [messageId] : [] },
        ...{ text: '', attachmentIds: [] },
      });
    const waiting = () => outbox.list(store, id).flatMap((each) => (each.wordsWait ? [each.id] : []));
    await beginForward(sending, id);
    const one = await send(first);
    store.run(store.sql.updateTable('outbox').set({ state: 'unknown' }));
    outbox.decide(store, operatorId, { outboxId: one.id, as: 'resend' });
    expect(waiting()).toEqual([]);
    await beginForward(sending, id);
    const other = await send(second);
    store.run(store.sql.updateTable('outbox').set({ state: 'cancelled' }).where('id', '=', other.id));
    await beginForward(sending, id);
    await send(first);
    expect(waiting()).toEqual([other.id]);
  });

  test('needs somebody, goes only to whom its draft names, and can be taken back into its own draft', async () => {
    const sending = await startSending(patient);
    const { outbox, store, operatorId } = sending.desk;
    const id = aThread(sending);
    const begun = { clientId: store.clientId, conversationId: id, messageId: null };
    await outbox.forward(store, operatorId, begun);
    const item = await sendForward(sending, id, { text: '' });
    await expect(outbox.forward(store, operatorId, begun)).resolves.toMatchObject({ kind: 'forward' });
    outbox.discardDraft(store, { conversationId: id, kind: 'forward' });
    outbox.cancel(store, operatorId, item.id);
    const { draft } = outbox.composeForward(store, id);
    expect(draft).toMatchObject({
      recipients: { to: [dana] },
      attachmentIds: [expect.any(String), expect.any(String)],
    });
    await expect(outbox.forward(store, operatorId, begun)).rejects.toThrow('conflict');
    const stranger = { name: '', address: 'carla@customer.example' };
    const words = { ...sending.desk.reply(id), ...draft, attachmentIds: [], kind: 'forward' as const };
    const reply = { ...words, manner: { ...plain, forwarded: draft?.manner.forwarded ?? [] } };
    const { binding } = outbox.composeForward(store, id);
    await expect(
      outbox.send(store, operatorId, {
        ...reply,
        recipients: { to: [dana, stranger], cc: [], bcc: [] },
        binding,
      }),
    ).rejects.toThrow('wrong-client');
  });

  test('takes pictures inside the text along once each, after the files, and whatever its sender only called inline', async () => {
    const sending = await startSending(patient);
    const { outbox, store } = sending.desk;
    const part = { type: 'image/png', size: 4, inline: true };
    const asked = aMessage({
      html: '<p><img src="cid:logo"></p>',
      attachments: [
        { ...part, part: 0, name: 'logo.png', contentId: 'logo' },
        { ...part, part: 1, name: 'scan.pdf', type: 'application/pdf', contentId: 'nowhere' },
      ],
    });
    const id = sending.desk.receive(asked);
    sending.desk.receive(
      anAnswerTo(aReplyTo(asked), {
        references: [asked.internetMessageId ?? ''],
        html: '<p><img src="cid:logo"></p>',
        attachments: [{ ...part, part: 0, name: 'again.png', contentId: 'logo' }],
      }),
    );
    await beginForward(sending, id);
    const { attachments } = outbox.composeForward(store, id);
    expect(attachments.map(({ name }) => name)).toEqual(['scan.pdf', 'logo.png']);
    expect(outbox.originals(store, id).map(({ name }) => name)).toEqual(['scan.pdf']);
  });

  test('can’t carry a message, a note or a file out of another conversation', async () => {
    const sending = await startSending(patient);
    const { outbox, store, operatorId, conversations } = sending.desk;
    const id = aThread(sending);
    const [elsewhere] = messageIds(sending, sending.conversationId);
    const noteId = conversations.note(
      store,
      { kind: 'operator', id: operatorId },
      { id, text: 'Ours alone' },
    );
    const [file] = outbox.originals(store, id);
    const clientId = store.clientId;
    for (const messageId of [elsewhere, noteId])
      await expect(
        outbox.forward(store, operatorId, { clientId, conversationId: id, messageId: messageId ?? null }),
      ).rejects.toThrow('not-found');
    await expect(
      outbox.carry(store, {
        conversationId: sending.conversationId,
        attachmentId: file?.id ?? ('' as never),
      }),
    ).rejects.toThrow('wrong-client');
    await beginForward(sending, id);
    const manner = { ...plain, forwarded: [noteId] };
    await expect(sendForward(sending, id, { manner })).rejects.toThrow('wrong-client');
    expect(
      outbox.quotation(store, { conversationId: id, kind: 'reply', manner: { ...plain, quote: 'thread' } }),
    ).not.toContain('Ours alone');
  });
});
