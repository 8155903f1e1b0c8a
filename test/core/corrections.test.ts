import { expect, test } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import { readPopulation } from '../../electron/core/features/metrics/service.ts';
import type { Change } from '../../electron/shared/changes.ts';
import type { ConversationId } from '../../electron/shared/ids.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aClient } from '../support/a-client.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { conversationsOf, eventsOf } from '../support/conversations-desk.ts';
import { hashOfClient, openCorrectionsDesk, type CorrectionsDesk } from '../support/corrections-desk.ts';

const hour = 3_600_000;
const day = 24 * hour;
const refused = (code: string) => ({ cause: { code } });

/** A customer's question that was answered, then another matter under the same subject, which was not. */
async function twoMatters() {
  const desk = await openCorrectionsDesk();
  const question = aMessage({ sentAt: desk.clock.now() - 3 * day });
  const reply = aReplyTo(question);
  const other = anAnswerTo(reply, { text: 'And my invoice is wrong.', sentAt: desk.clock.now() - hour });
  desk.receive(question, reply, other);
  return { ...desk, question, reply, other, from: desk.whereIs(question) };
}

const later = (
  message: ReceivedMessage,
  { clock }: CorrectionsDesk,
  details: Partial<ReceivedMessage> = {},
) => anAnswerTo(message, { sentAt: clock.now() + hour, receivedAt: clock.now() + hour, ...details });

const read = ({ call, clientId }: CorrectionsDesk, conversationId: ConversationId) =>
  call.conversations.read({ clientId, conversationId });

test('a split leaves two conversations, each as if only its own mail had come', async () => {
  const desk = await twoMatters();
  const { call, clientId, from, other, question } = desk;
  const [ada] = desk.core.services.operators.list();
  await call.conversations.assign({ clientId, conversationId: from, operatorId: ada?.id ?? null });
  const done = await call.corrections.split({
    clientId,
    conversationId: from,
    messageIds: [desk.idOf(other)],
  });
  const into = done.intoId;
  expect(await read(desk, into)).toMatchObject({
    status: 'new',
    assigneeId: ada?.id,
    messageCount: 1,
    waitingSince: new Date(other.sentAt).toISOString(),
    messages: [{ text: other.text }],
    contact: { name: 'Carla Customer' },
  });
  expect(await read(desk, from)).toMatchObject({ status: 'waiting', messageCount: 2, waitingSince: null });
  const told = { type: 'corrected', kind: 'split', correctionId: done.correctionId };
  expect((await read(desk, from)).events.at(-1)).toMatchObject({
    actor: { kind: 'operator', id: ada?.id },
    body: { ...told, role: 'from', otherId: into, count: 1 },
  });
  expect((await read(desk, into)).events.map(({ body }) => body)).toContainEqual(
    expect.objectContaining({ ...told, role: 'into', otherId: from, subject: question.subject }),
  );
  const { hits } = await call.conversations.search({ clientId, text: 'invoice' });
  expect(hits.map((hit) => hit.conversationId)).toEqual([into]);
});

test('mail that answers a message goes to where the message is now, and back with it', async () => {
  const desk = await twoMatters();
  const { call, clientId, from, other, reply } = desk;
  const { intoId, correctionId } = await call.corrections.split({
    clientId,
    conversationId: from,
    messageIds: [desk.idOf(other)],
  });
  const oursThere = aReplyTo(other, { sentAt: desk.clock.now() });
  const answer = later(oursThere, desk);
  const thanks = later(reply, desk, { text: 'It has come.' });
  desk.receive(oursThere, answer, thanks);
  expect([desk.whereIs(oursThere), desk.whereIs(answer), desk.whereIs(thanks)]).toEqual([
    intoId,
    intoId,
    from,
  ]);

  await call.corrections.undo({ clientId, correctionId });
  expect(conversationsOf(desk.store)).toMatchObject([{ id: from, message_count: 6, status: 'open' }]);
  await expect(read(desk, intoId)).rejects.toMatchObject({
    cause: { code: 'conversation-merged', detail: { into: from } },
  });
});

test('what is merged away is found under its old id, however often it moved on', async () => {
  const desk = await openCorrectionsDesk();
  const { call, clientId } = desk;
  const mails = ['First lamp', 'Second chair', 'Third desk'].map((subject) => aMessage({ subject }));
  desk.receive(...mails);
  const [one, two, three] = mails.map(desk.whereIs) as [ConversationId, ConversationId, ConversationId];
  const first = await call.corrections.merge({ clientId, fromIds: [one], intoId: two });
  const second = await call.corrections.merge({ clientId, fromIds: [two], intoId: three });
  await expect(read(desk, one)).rejects.toMatchObject({
    cause: { code: 'conversation-merged', detail: { into: three } },
  });
  expect(conversationsOf(desk.store)).toMatchObject([{ id: three, message_count: 3 }]);
  await expect(call.corrections.undo({ clientId, correctionId: first.correctionId })).rejects.toMatchObject(
    refused('corrected-since'),
  );
  await call.corrections.undo({ clientId, correctionId: second.correctionId });
  await call.corrections.undo({ clientId, correctionId: first.correctionId });
  expect(
    conversationsOf(desk.store)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([one, two, three].toSorted());
  await expect(call.corrections.undo({ clientId, correctionId: first.correctionId })).rejects.toMatchObject(
    refused('conflict'),
  );
  expect((await read(desk, one)).events.at(-1)?.body).toMatchObject({
    type: 'correction-undone',
    kind: 'merge',
  });
});

test('a merge forgets nobody who waits, keeps tags of both, and wakes when the first of them would', async () => {
  const desk = await openCorrectionsDesk();
  const { call, clientId, clock } = desk;
  const waits = aMessage({ subject: 'Still waiting', sentAt: clock.now() - 2 * day });
  const asked = aMessage({ subject: 'Was answered', sentAt: clock.now() - day });
  desk.receive(waits, asked, aReplyTo(asked));
  const [from, into] = [desk.whereIs(waits), desk.whereIs(asked)];
  const changes: Change[] = [];
  desk.core.services.changes.listen((change) => changes.push(change));
  await call.conversations.tag({ clientId, conversationId: from, tag: 'refund', on: true });
  await call.conversations.tag({ clientId, conversationId: into, tag: 'vip', on: true });
  await call.conversations.tag({ clientId, conversationId: from, tag: 'vip', on: true });
  const { correctionId } = await call.corrections.merge({ clientId, fromIds: [from], intoId: into });
  expect(await read(desk, into)).toMatchObject({
    status: 'new',
    subject: 'Was answered',
    waitingSince: new Date(waits.sentAt).toISOString(),
    tags: ['refund', 'vip'],
  });
  const told = changes.filter(({ topic }) => topic === 'conversations').map(({ id }) => id);
  expect(told).toEqual(expect.arrayContaining([from, into]));
  const queue = await call.conversations.queue({ clientId, view: 'unanswered' });
  expect(queue.rows.map(({ id }) => id)).toEqual([into]);
  await call.corrections.undo({ clientId, correctionId });
  const until = new Date(clock.now() + day).toISOString();
  await call.snoozes.set({ clientId, conversationId: from, until });
  await call.corrections.merge({ clientId, fromIds: [from], intoId: into });
  expect(await read(desk, into)).toMatchObject({ status: 'snoozed', snoozedUntil: until });
});

test('a word that ended a part ends not the whole, and a report counts it as one', async () => {
  const desk = await openCorrectionsDesk();
  const { call, clientId, clock, store } = desk;
  const one = aMessage({ subject: 'The same thing', sentAt: clock.now() - 3 * hour });
  const twin = aMessage({ subject: 'Is anybody there', sentAt: clock.now() - 2 * hour });
  desk.receive(one, twin);
  await call.conversations.setStatus({ clientId, conversationId: desk.whereIs(twin), status: 'resolved' });
  const span = { from: clock.now() - day, to: clock.now() + day };
  const before = readPopulation(store, span);
  expect(before.segments.map(({ state }) => state).toSorted()).toEqual(['open', 'resolved']);
  const { correctionId } = await call.corrections.merge({
    clientId,
    fromIds: [desk.whereIs(twin)],
    intoId: desk.whereIs(one),
  });
  const merged = readPopulation(store, span);
  expect(merged.segments).toMatchObject([{ state: 'open', openedAt: one.sentAt }]);
  expect(await read(desk, desk.whereIs(one))).toMatchObject({ status: 'new' });
  await call.corrections.undo({ clientId, correctionId });
  expect(readPopulation(store, span).hash).toBe(before.hash);
});

test('a message that waits for its answer wakes the conversation that it is moved to', async () => {
  const desk = await twoMatters();
  const { call, clientId, from, other } = desk;
  const old = aMessage({ subject: 'Invoice 7', sentAt: desk.clock.now() - 9 * day });
  desk.receive(old);
  const into = desk.whereIs(old);
  await call.conversations.setStatus({ clientId, conversationId: into, status: 'resolved' });
  const before = hashOfClient(desk.store);
  const done = await call.corrections.move({
    clientId,
    conversationId: from,
    messageIds: [desk.idOf(other)],
    intoId: into,
  });
  expect(done).toMatchObject({ kind: 'move', intoId: into });
  expect(await read(desk, into)).toMatchObject({
    status: 'open',
    waitingSince: new Date(other.sentAt).toISOString(),
    messageCount: 2,
  });
  expect(await read(desk, from)).toMatchObject({ status: 'waiting', messageCount: 2 });
  await call.corrections.undo({ clientId, correctionId: done.correctionId });
  expect(hashOfClient(desk.store)).toBe(before);
});

test('all mail of a conversation goes as a merge; to leave none on one side is refused', async () => {
  const desk = await twoMatters();
  const { call, clientId, from, question, reply, other } = desk;
  const old = aMessage({ subject: 'Invoice 7' });
  desk.receive(old);
  const all = [question, reply, other].map(desk.idOf);
  await expect(
    call.corrections.split({ clientId, conversationId: from, messageIds: all }),
  ).rejects.toMatchObject(refused('nothing-left'));
  const note = await call.conversations.note({ clientId, conversationId: from, text: 'Only a note' });
  await expect(
    call.corrections.split({ clientId, conversationId: from, messageIds: [note] }),
  ).rejects.toMatchObject(refused('nothing-left'));
  const done = await call.corrections.move({
    clientId,
    conversationId: from,
    messageIds: all,
    intoId: desk.whereIs(old),
  });
  expect(done.kind).toBe('merge');
  expect((await read(desk, desk.whereIs(old))).messages.map(({ text }) => text)).toContain('Only a note');
});

test('what is being written goes with the question that it answers; two drafts are never made one', async () => {
  const desk = await twoMatters();
  const { call, clientId, from, other } = desk;
  const write = async (conversationId: ConversationId, text: string) => {
    const { identity, recipients, subject } = await call.outbox.compose({ clientId, conversationId });
    await call.outbox.saveDraft({
      clientId,
      conversationId,
      identity,
      recipients,
      subject,
      text,
      templateId: null,
    });
  };
  const draftOf = async (conversationId: ConversationId) =>
    (await call.outbox.compose({ clientId, conversationId })).draft?.text;
  await write(from, 'About your invoice');
  const { intoId, correctionId } = await call.corrections.split({
    clientId,
    conversationId: from,
    messageIds: [desk.idOf(other)],
  });
  expect([await draftOf(from), await draftOf(intoId)]).toEqual([undefined, 'About your invoice']);
  await write(from, 'About your parcel');
  await expect(call.corrections.merge({ clientId, fromIds: [intoId], intoId: from })).rejects.toMatchObject(
    refused('drafts-on-both'),
  );
  await call.outbox.discardDraft({ clientId, conversationId: from });
  await write(intoId, 'About your invoice, at length');
  await call.corrections.undo({ clientId, correctionId });
  expect(await draftOf(from)).toBe('About your invoice, at length');
});

test('a reply that waits goes with what it answers; one that is leaving keeps everything in place', async () => {
  const desk = await twoMatters();
  const { call, clientId, from, other, store } = desk;
  const composer = await call.outbox.compose({ clientId, conversationId: from });
  const { identity, recipients, subject, channelId, revision } = composer;
  const item = await call.outbox.send({
    clientId,
    conversationId: from,
    channelId,
    identity,
    recipients,
    subject,
    text: 'The invoice is right.',
    templateId: null,
    revision,
    checked: [],
    sendAt: new Date(desk.clock.now() + day).toISOString(),
  });
  const of = { clientId, conversationId: from, messageIds: [desk.idOf(other)] };
  const before = hashOfClient(store);
  const { intoId, correctionId } = await call.corrections.split(of);
  expect((await call.outbox.list({ clientId, conversationId: intoId })).map(({ id }) => id)).toEqual([
    item.id,
  ]);
  expect(eventsOf(store, intoId).map(({ body }) => body.type)).toContain('send-queued');
  await call.corrections.undo({ clientId, correctionId });
  expect(hashOfClient(store)).toBe(before);
  store.prepare("UPDATE outbox SET state = 'sending', phase = 'data' WHERE id = ?").run(item.id);
  await expect(call.corrections.split(of)).rejects.toMatchObject(refused('reply-on-its-way'));
  expect(
    eventsOf(store, from).every(
      ({ body }) => body.type !== 'corrected' || body.correctionId === correctionId,
    ),
  ).toBe(true);
});

test('what is under review stays as it was frozen', async () => {
  const desk = await twoMatters();
  const { call, clientId, from, reply, store, clock } = desk;
  await call.conversations.setStatus({ clientId, conversationId: from, status: 'resolved' });
  const { quality } = desk.core.services;
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const period = { from: dayOf(clock.now() - 9 * day), to: dayOf(clock.now()) };
  const sample = quality.sample(store, { ...period, seed: 'a seed', size: 1 });
  const frozen = () => store.prepare('SELECT segment_id, snapshot FROM sample_items').all();
  const before = frozen();
  expect(before).toHaveLength(1);
  const old = aMessage({ subject: 'Invoice 7' });
  desk.receive(old);
  await call.corrections.move({
    clientId,
    conversationId: from,
    messageIds: [desk.idOf(reply)],
    intoId: desk.whereIs(old),
  });
  await call.corrections.merge({ clientId, fromIds: [from], intoId: desk.whereIs(old) });
  expect(frozen()).toEqual(before);
  expect(quality.prove(store, sample.id)).toEqual({ same: true, populationUnchanged: true });
  expect(quality.items(store, sample.id)).toMatchObject([{ conversationId: desk.whereIs(old) }]);
});

test('targets are of this client: the same customer first, or those with the words', async () => {
  const desk = await openCorrectionsDesk();
  const { call, clientId, clock } = desk;
  const stranger = { name: 'Ben', address: 'ben@x.example' };
  const mine = aMessage({ subject: 'My lamp', sentAt: clock.now() - day });
  const mine2 = aMessage({ subject: 'My chair', sentAt: clock.now() - 2 * day });
  const theirs = aMessage({ subject: 'Their lamp', from: stranger, sentAt: clock.now() - hour });
  desk.receive(mine, mine2, theirs);
  const at = { clientId, conversationId: desk.whereIs(mine) };
  const subjects = async (text: string) =>
    (await call.corrections.targets({ ...at, text })).map((each) => each.subject);
  expect(await subjects('')).toEqual(['My chair', 'Their lamp']);
  expect(await subjects('lamp')).toEqual(['Their lamp']);

  const { id: otherId } = await call.clients.add(aClient({ name: 'Acorn', mark: 'AC' }));
  const elsewhere = { ...at, clientId: otherId };
  await expect(call.corrections.targets({ ...elsewhere, text: '' })).rejects.toMatchObject(
    refused('not-found'),
  );
  const split = call.corrections.split({ ...elsewhere, messageIds: [desk.idOf(mine)] });
  await expect(split).rejects.toMatchObject(refused('not-found'));
  const merge = call.corrections.merge({
    clientId: otherId,
    fromIds: [at.conversationId],
    intoId: desk.whereIs(theirs),
  });
  await expect(merge).rejects.toMatchObject(refused('not-found'));
  await expect(
    call.corrections.merge({ clientId, fromIds: [newId<ConversationId>(0)], intoId: at.conversationId }),
  ).rejects.toMatchObject(refused('not-found'));
});

test('undone after more has happened, everything new is kept and stands where it belongs', async () => {
  const desk = await openCorrectionsDesk();
  const { call, clientId, clock } = desk;
  const lamp = aMessage({ subject: 'The lamp is broken', sentAt: clock.now() - 2 * day });
  const chair = aMessage({ subject: 'The chair is broken', sentAt: clock.now() - day });
  desk.receive(lamp, chair);
  const [from, into] = [desk.whereIs(lamp), desk.whereIs(chair)];
  const { correctionId } = await call.corrections.merge({ clientId, fromIds: [from], intoId: into });
  await call.conversations.note({ clientId, conversationId: into, text: 'Both at once' });
  const aboutLamp = later(lamp, desk, { from: lamp.from, to: lamp.to, subject: 'Re: The lamp is broken' });
  const aboutChair = later(chair, desk, {
    from: chair.from,
    to: chair.to,
    subject: 'Re: The chair is broken',
  });
  desk.receive(aboutLamp, aboutChair);
  expect([desk.whereIs(aboutLamp), desk.whereIs(aboutChair)]).toEqual([into, into]);
  await call.corrections.undo({ clientId, correctionId });
  expect([desk.whereIs(lamp), desk.whereIs(aboutLamp)]).toEqual([from, from]);
  expect([desk.whereIs(chair), desk.whereIs(aboutChair)]).toEqual([into, into]);
  expect((await read(desk, into)).messages.map(({ kind }) => kind)).toContain('note');
  expect(await read(desk, from)).toMatchObject({
    messageCount: 2,
    waitingSince: new Date(lamp.sentAt).toISOString(),
  });
});

test('a third party who joined keeps their place in Cc when the customer answers to us alone', async () => {
  const desk = await openCorrectionsDesk();
  const { call, clientId } = desk;
  const ben = { name: 'Ben', address: 'ben@x.example' };
  const question = aMessage();
  const reply = aReplyTo(question, { cc: [ben] });
  const alone = anAnswerTo(reply);
  desk.receive(question, reply, alone);
  const compose = () => call.outbox.compose({ clientId, conversationId: desk.whereIs(question) });
  expect((await compose()).recipients).toMatchObject({ to: [question.from], cc: [ben] });
  const fromBen = anAnswerTo(reply, { from: ben, cc: [question.from], sentAt: alone.sentAt + hour });
  desk.receive(fromBen);
  expect(desk.whereIs(fromBen)).toBe(desk.whereIs(question));
  expect((await compose()).recipients).toMatchObject({ to: [ben], cc: [question.from] });
});
