import { expect, test } from 'vitest';
import type { Change } from '../../electron/shared/changes.ts';
import type { ConversationId, OperatorId } from '../../electron/shared/ids.ts';
import type { ClaimStanding } from '../../electron/shared/people.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { openWindow } from '../support/a-window.ts';
import { replyOf } from '../support/brand-desk.ts';
import { conversationsOf } from '../support/conversations-desk.ts';
import { openCorrectionsDesk, type CorrectionsDesk } from '../support/corrections-desk.ts';
import { codeOf, settled } from '../support/people-desk.ts';

const day = 24 * 3_600_000;
const carla = { name: 'Carla Customer', address: 'carla@customer.example' };
const carlaAtWork = { name: 'Carla C.', address: 'carla@work.example' };

/** Two conversations with two addresses, which may be one person. */
async function twoConversations() {
  const desk = await openCorrectionsDesk();
  const lamp = aMessage({ subject: 'The lamp is broken', from: carla });
  const chair = aMessage({ subject: 'The chair is broken', from: carlaAtWork });
  desk.receive(lamp, chair);
  const { operators } = desk.core.services;
  const hire = (name: string): OperatorId =>
    operators.add({ name, email: null, grants: [{ clientId: desk.clientId, role: 'agent' }] }).id;
  const [from, into] = [desk.whereIs(lamp), desk.whereIs(chair)];
  const { call, clientId } = desk;
  return {
    ...{ ...desk, lamp, chair, from, into, hire },
    read: (conversationId: ConversationId) => call.conversations.read({ clientId, conversationId }),
    merge: () => call.corrections.merge({ clientId, fromIds: [from], intoId: into }),
  };
}

const merged = (into: ConversationId) => ({ cause: { code: 'conversation-merged', detail: { into } } });

async function write(
  { callAs, clientId }: CorrectionsDesk,
  { by, at, text }: { by: OperatorId; at: ConversationId; text: string },
) {
  const composer = await callAs(by).outbox.compose({ clientId, conversationId: at });
  const { identity, recipients, subject } = composer;
  const draft = { clientId, conversationId: at, identity, recipients, subject, text, templateId: null };
  await callAs(by).outbox.saveDraft(draft);
  return { composer, draft };
}

test('contacts found to be one person after a merge are one when it is undone, and two again when they are taken apart', async () => {
  const desk = await twoConversations();
  const { call, clientId, from, into, read, merge } = desk;
  const [one, other] = [(await read(from)).contact.id, (await read(into)).contact.id];
  const { correctionId } = await merge();
  const { mergeId } = await call.contacts.merge({ clientId, contactId: other, otherId: one });
  await call.corrections.undo({ clientId, correctionId });
  expect((await read(from)).contact).toMatchObject({ id: other });
  const past = await call.contacts.history({ clientId, contactId: one });
  expect(past.conversations.map(({ id }) => id).toSorted()).toEqual([from, into].toSorted());
  await call.contacts.unmerge({ clientId, mergeId });
  expect((await read(from)).contact).toMatchObject({ id: one, identities: [{ address: carla.address }] });
  expect((await read(into)).contact.id).toBe(other);
});

test('one person taken apart after a merge is two when it is undone', async () => {
  const desk = await twoConversations();
  const { call, clientId, from, into, read, merge } = desk;
  const [one, other] = [(await read(from)).contact.id, (await read(into)).contact.id];
  const { mergeId } = await call.contacts.merge({ clientId, contactId: other, otherId: one });
  const { correctionId } = await merge();
  await call.contacts.unmerge({ clientId, mergeId });
  await call.corrections.undo({ clientId, correctionId });
  expect([(await read(from)).contact.id, (await read(into)).contact.id]).toEqual([one, other]);
});

test('a stranger whose only conversation was merged away is not forgotten with a message that is never sent', async () => {
  const desk = await twoConversations();
  const { call, clientId, channelId, from, read, merge, lamp } = desk;
  const { correctionId } = await merge();
  const { identity } = await call.outbox.compose({ clientId, conversationId: desk.into });
  const recipients = { to: [carla], cc: [], bcc: [] };
  const begun = await call.outbox.begin({
    ...{ clientId, channelId, identity, recipients },
    ...{ subject: 'About you', text: 'Good day' },
  });
  await call.outbox.discardDraft({ clientId, conversationId: begun.conversationId });
  await call.corrections.undo({ clientId, correctionId });
  expect(await read(from)).toMatchObject({ subject: lamp.subject, contact: { name: carla.name } });
});

test('followers, mentions and fields of both stand in the one, and each in its own again afterwards', async () => {
  const desk = await twoConversations();
  const { call, callAs, clientId, core, store, from, into, hire, merge } = desk;
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  const [order, shop] = core.services.fields
    .define(store, {
      fields: [
        { id: null, name: 'Order', kind: 'text', choices: [], required: false },
        { id: null, name: 'Shop', kind: 'text', choices: [], required: false },
      ],
      removed: [],
    })
    .map(({ id }) => id);
  if (!order || !shop) throw new Error('no fields');
  const set = (conversationId: ConversationId, fieldId: typeof order, value: string) =>
    call.fields.set({ clientId, conversationId, fieldId, value });
  await set(from, order, '4711');
  await set(from, shop, 'Harbour');
  await set(into, order, '4712');
  await callAs(ana).attention.follow({ clientId, conversationId: from, on: true });
  await callAs(ben).attention.follow({ clientId, conversationId: into, on: true });
  await call.conversations.note({ clientId, conversationId: from, text: 'Does @Ana Ruiz know?' });
  const stands = async (conversationId: ConversationId) => ({
    fields: await call.fields.read({ clientId, conversationId }),
    ...(await callAs(ana).attention.of({ clientId, conversationId })),
  });
  const before = [await stands(from), await stands(into)];
  expect(before).toMatchObject([
    { fields: { [order]: '4711', [shop]: 'Harbour' }, followers: [ana], unseenMentions: 1 },
    { fields: { [order]: '4712' }, followers: [ben], unseenMentions: 0 },
  ]);
  const { correctionId } = await merge();
  const whole = await stands(into);
  expect(whole).toMatchObject({ fields: { [order]: '4712', [shop]: 'Harbour' }, unseenMentions: 1 });
  expect(whole.followers.toSorted()).toEqual([ana, ben].toSorted());
  await call.corrections.undo({ clientId, correctionId });
  expect([await stands(from), await stands(into)]).toEqual(before);
});

test('whoever writes in what is merged away is told where it went, finds the words there and goes on with them', async () => {
  const desk = await twoConversations();
  const { call, callAs, clientId, core, from, into, hire, merge } = desk;
  const ana = hire('Ana Ruiz');
  const window = openWindow(core, ana);
  const changes = window.listen<Change>('changes.watch', undefined);
  window.listen<ClaimStanding>('claims.hold', { clientId, conversationId: from });
  await settled();
  const { composer, draft } = await write(desk, { by: ana, at: from, text: 'We send you a' });
  await call.conversations.note({ clientId, conversationId: from, text: 'Ana writes' });
  await merge();
  await settled();
  expect(changes.said).toContainEqual(expect.objectContaining({ topic: 'conversations', id: from }));

  const asAna = callAs(ana);
  const there = { clientId, conversationId: from };
  const file = { ...there, name: 'a.txt', type: 'text/plain', base64: 'YQ==' };
  const refused = [
    asAna.outbox.compose(there),
    asAna.outbox.saveDraft({ ...draft, text: 'We send you a new one' }),
    asAna.outbox.saveNote({ ...there, text: 'Ask' }),
    asAna.outbox.attach(file),
    asAna.outbox.send(replyOf(composer, { text: 'We send you a new one' })),
  ];
  for (const each of refused) await expect(each).rejects.toMatchObject(merged(into));

  const after = await asAna.outbox.compose({ clientId, conversationId: into });
  expect(after.draft).toMatchObject({ operatorId: ana, text: 'We send you a' });
  const { revision } = await asAna.outbox.saveDraft({
    ...draft,
    conversationId: into,
    text: 'We send you a new one',
  });
  const sent = replyOf(after, { ...draft, conversationId: into, text: 'We send you a new one', revision });
  expect(await asAna.outbox.send(sent)).toMatchObject({
    conversationId: into,
    text: 'We send you a new one',
  });
});

test('mail that makes two conversations one leads whoever looks at the other there', async () => {
  const desk = await openCorrectionsDesk();
  const first = aMessage({ subject: 'One lamp', sentAt: desk.clock.now() - 20 * day });
  const reply = aReplyTo(first);
  const last = anAnswerTo(reply, {
    references: [reply.internetMessageId ?? ''],
    sentAt: desk.clock.now(),
  });
  desk.receive(first, last);
  const both = [first, last].map(desk.whereIs);
  expect(conversationsOf(desk.store)).toHaveLength(2);
  // What we said in between holds them together.
  desk.receive(reply);
  const [left, ...others] = conversationsOf(desk.store);
  if (!left || others.length > 0) throw new Error('they are not one');
  const gone = both.find((id) => id !== left.id);
  const looking = desk.call.conversations.read({ clientId: desk.clientId, conversationId: gone ?? left.id });
  await expect(looking).rejects.toMatchObject(merged(left.id));
});

test('two people who write are never made one; who is alone at it keeps the words', async () => {
  const desk = await twoConversations();
  const { call, callAs, clientId, core, from, into, hire, merge } = desk;
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  const hold = (operatorId: OperatorId, conversationId: ConversationId) =>
    openWindow(core, operatorId).listen<ClaimStanding>('claims.hold', { clientId, conversationId });
  const anas = hold(ana, from);
  const bens = hold(ben, into);
  await settled();
  await expect(merge()).rejects.toMatchObject({ cause: { code: 'claimed' } });
  await write(desk, { by: ana, at: from, text: 'Half a sentence' });
  anas.stop();
  await settled();
  // Ben's open composer would save over her words.
  await expect(merge()).rejects.toMatchObject({ cause: { code: 'claimed', detail: { name: 'Ben Ode' } } });
  expect(await codeOf(callAs(ben).corrections.merge({ clientId, fromIds: [from], intoId: into }))).toBe(
    'drafts-on-both',
  );
  bens.stop();
  hold(ana, from);
  await settled();
  await merge();
  expect((await call.outbox.compose({ clientId, conversationId: into })).draft?.text).toBe('Half a sentence');
});

test('a draft stays where it is when its question is moved to where somebody else writes', async () => {
  const desk = await twoConversations();
  const { call, clientId, clock, core, lamp, from, into, hire } = desk;
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  const again = anAnswerTo(aReplyTo(lamp), {
    references: [lamp.internetMessageId ?? ''],
    sentAt: clock.now(),
  });
  desk.receive(again);
  const draftIn = async (conversationId: ConversationId) =>
    (await call.outbox.compose({ clientId, conversationId })).draft?.text;
  await write(desk, { by: ana, at: from, text: 'Half a sentence' });
  const messageIds = [desk.idOf(again)];
  const moved = { clientId, conversationId: from, messageIds, intoId: into };
  const held = openWindow(core, ben).listen('claims.hold', { clientId, conversationId: into });
  await settled();
  const { correctionId } = await call.corrections.move(moved);
  expect([await draftIn(from), await draftIn(into)]).toEqual(['Half a sentence', undefined]);
  await call.corrections.undo({ clientId, correctionId });
  held.stop();
  await settled();
  await call.corrections.move(moved);
  expect([await draftIn(from), await draftIn(into)]).toEqual([undefined, 'Half a sentence']);
});

test('a target is found by whose it is', async () => {
  const desk = await twoConversations();
  const { call, callAs, clientId, from, into, hire } = desk;
  const ana = hire('Ana Ruiz');
  await call.conversations.assign({ clientId, conversationId: into, operatorId: ana });
  const found = async (by: OperatorId, text: string) =>
    (await callAs(by).corrections.targets({ clientId, conversationId: from, text })).map(({ id }) => id);
  expect(await found(ana, 'assignee:me')).toEqual([into]);
  expect(await found(ana, 'assignee:ruiz')).toEqual([into]);
  expect(await found(hire('Ben Ode'), 'assignee:me')).toEqual([]);
});

test('how a reply sounded when it was sent is known where it stands now', async () => {
  const desk = await twoConversations();
  const { call, clientId, core, store, clock, lamp, into, merge } = desk;
  const reply = aReplyTo(lamp);
  desk.receive(reply);
  const [ada] = core.services.operators.list();
  if (!ada || reply.internetMessageId === null) throw new Error('nobody to say it');
  store.run(
    store.sql.insertInto('voice_scores').values({
      internet_message_id: reply.internetMessageId,
      conversation_id: desk.from,
      operator_id: ada.id,
      guide_version: 3,
      words: 40,
      issues: 2,
      checks: '[]',
      ignored: '[]',
      overridden: 0,
      at: clock.now(),
    }),
  );
  await merge();
  await call.conversations.setStatus({ clientId, conversationId: into, status: 'resolved' });
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const period = { from: dayOf(clock.now() - 30 * day), to: dayOf(clock.now()) };
  const { quality } = core.services;
  const { id: sampleId } = quality.sample(store, { ...period, seed: 'a seed', size: 1 });
  const { messages } = quality.task(store, { sampleId, position: 0 }).snapshot;
  expect(messages.find(({ id }) => id === desk.idOf(reply))?.voice).toMatchObject({
    guideVersion: 3,
    words: 40,
    issues: 2,
  });
});
