import { expect, test } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import type { ConversationId, TemplateId } from '../../electron/shared/ids.ts';
import { aMessage } from '../support/a-message.ts';
import { replyOf } from '../support/brand-desk.ts';
import { openCorrectionsDesk, type CorrectionsDesk } from '../support/corrections-desk.ts';

const hour = 3_600_000;

/** A reply that leaves in an hour; meanwhile the customer writes and a rule fills the next one, with a file. */
async function aReplyOvertaken() {
  const desk = await openCorrectionsDesk();
  const { call, clientId, clock, core, store } = desk;
  const question = aMessage({ sentAt: clock.now() - hour });
  desk.receive(question);
  const conversationId = desk.whereIs(question);
  const composer = await call.outbox.compose({ clientId, conversationId });
  const sendAt = new Date(clock.now() + hour).toISOString();
  const item = await call.outbox.send({ ...replyOf(composer, { text: 'It is on its way.' }), sendAt });
  const { outbox } = core.services;
  const file = { conversationId, name: 'map.pdf', type: 'application/pdf', bytes: Buffer.from('%') };
  const templateId = newId<TemplateId>(0);
  const copyFiles = () => [outbox.attach(store, file)];
  outbox.fillDraft(store, { conversationId, text: 'Thank you', templateId, copyFiles });
  return { ...desk, conversationId, item };
}

const filesOf = ({ store }: CorrectionsDesk): unknown[] =>
  store.prepare('SELECT id FROM outgoing_attachments').all();

async function draftOf({ call, clientId }: CorrectionsDesk, conversationId: ConversationId) {
  return (await call.outbox.compose({ clientId, conversationId })).draft;
}

test('a reply that is taken back comes to its draft, though a rule has filled the next one meanwhile', async () => {
  const desk = await aReplyOvertaken();
  const { call, clientId, conversationId, item } = desk;
  expect(await draftOf(desk, conversationId)).toMatchObject({ text: 'Thank you', operatorId: null });
  expect(filesOf(desk)).toHaveLength(1);
  await call.outbox.cancel({ clientId, outboxId: item.id });
  expect(await draftOf(desk, conversationId)).toMatchObject({ text: 'It is on its way.', attachmentIds: [] });
  expect(filesOf(desk)).toEqual([]);
});

test('so does one that is given up; what somebody has begun is left alone', async () => {
  const desk = await aReplyOvertaken();
  const { call, clientId, conversationId, item, store } = desk;
  store.prepare("UPDATE outbox SET state = 'failed' WHERE id = ?").run(item.id);
  const asDraft = () => call.outbox.decide({ clientId, outboxId: item.id, as: 'draft' });
  const { identity, recipients, subject } = await call.outbox.compose({ clientId, conversationId });
  const begun = { clientId, conversationId, identity, recipients, subject, templateId: null };
  await call.outbox.saveDraft({ ...begun, text: 'Begun' });
  await expect(asDraft()).rejects.toMatchObject({ cause: { code: 'conflict' } });
  await call.outbox.discardDraft({ clientId, conversationId });
  const { outbox } = desk.core.services;
  const templateId = newId<TemplateId>(0);
  outbox.fillDraft(store, { conversationId, text: 'Thank you', templateId, copyFiles: () => [] });
  await asDraft();
  expect(await draftOf(desk, conversationId)).toMatchObject({ text: 'It is on its way.' });
});
