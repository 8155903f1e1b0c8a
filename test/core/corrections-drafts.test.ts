import { expect, test } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import type { ConversationId, OperatorId, TemplateId } from '../../electron/shared/ids.ts';
import type { Composer } from '../../electron/shared/outbox.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { openWindow } from '../support/a-window.ts';
import { replyOf } from '../support/brand-desk.ts';
import { openCorrectionsDesk, type CorrectionsDesk } from '../support/corrections-desk.ts';
import { codeOf, settled } from '../support/people-desk.ts';

const hour = 3_600_000;

/** A question that was answered, the customer's newest, which is about something else, and what that belongs to. */
async function aQuestionAstray() {
  const desk = await openCorrectionsDesk();
  const { call, clientId, core, clock } = desk;
  const question = aMessage({ subject: 'The lamp is broken', sentAt: clock.now() - 30 * hour });
  const newest = anAnswerTo(aReplyTo(question), {
    references: [question.internetMessageId ?? ''],
    sentAt: clock.now() - hour,
  });
  const elsewhere = aMessage({ subject: 'Invoice 7', sentAt: clock.now() - 20 * hour });
  desk.receive(question, newest, elsewhere);
  const [from, into] = [desk.whereIs(question), desk.whereIs(elsewhere)];
  const moved = { clientId, conversationId: from, messageIds: [desk.idOf(newest)] };
  return {
    ...{ ...desk, from, into, newest },
    split: () => call.corrections.split(moved),
    move: () => call.corrections.move({ ...moved, intoId: into }),
    hire: (name: string): OperatorId =>
      core.services.operators.add({ name, email: null, grants: [{ clientId, role: 'agent' }] }).id,
  };
}

const composed = ({ call, clientId }: CorrectionsDesk, conversationId: ConversationId): Promise<Composer> =>
  call.outbox.compose({ clientId, conversationId });

const wordsIn = async (desk: CorrectionsDesk, conversationId: ConversationId) =>
  (await composed(desk, conversationId)).draft?.text;

async function write(desk: CorrectionsDesk, conversationId: ConversationId, text: string): Promise<void> {
  const { identity, recipients, subject } = await composed(desk, conversationId);
  const addressed = { identity, recipients, subject, templateId: null };
  await desk.call.outbox.saveDraft({ clientId: desk.clientId, conversationId, ...addressed, text });
}

/** As a rule does it, with one file; gives its id. */
function fill({ core, store }: CorrectionsDesk, conversationId: ConversationId, text = 'Thank you') {
  const { outbox } = core.services;
  const templateId = newId<TemplateId>(0);
  const copyFiles = () => [
    outbox.attach(store, {
      conversationId,
      name: 'map.pdf',
      type: 'application/pdf',
      bytes: Buffer.from('%'),
    }),
  ];
  expect(outbox.fillDraft(store, { conversationId, text, templateId, copyFiles })).toBe(true);
  return outbox.compose(store, conversationId).draft?.attachmentIds[0] ?? '';
}

/** Whether a file that was put to a reply is kept; row and bytes live and go together. */
function isKept({ store }: CorrectionsDesk, id: string): boolean {
  const row = store.prepare('SELECT 1 FROM outgoing_attachments WHERE id = ?').get(id) !== undefined;
  if (row) expect(store.files.read(id)).toHaveLength(1);
  else expect(() => store.files.read(id)).toThrow();
  return row;
}

test.each(['split', 'move'] as const)(
  'words that come back where another draft was begun are never lost: %s',
  async (kind) => {
    const desk = await aQuestionAstray();
    const { call, clientId, from } = desk;
    await write(desk, from, 'About your invoice');
    const { correctionId, intoId } = await desk[kind]();
    await write(desk, from, 'About your lamp');
    expect(await codeOf(call.corrections.undo({ clientId, correctionId }))).toBe('drafts-on-both');
    expect([await wordsIn(desk, from), await wordsIn(desk, intoId)]).toEqual([
      'About your lamp',
      'About your invoice',
    ]);
    // One that says nothing any more gives way.
    await write(desk, from, ' \n');
    await call.corrections.undo({ clientId, correctionId });
    expect(await wordsIn(desk, from)).toBe('About your invoice');
  },
);

test('what a rule has filled meanwhile gives way to words that come back, with its files', async () => {
  const desk = await aQuestionAstray();
  const { call, clientId, from } = desk;
  await write(desk, from, 'About your invoice');
  const { correctionId } = await desk.move();
  const file = fill(desk, from);
  expect(isKept(desk, file)).toBe(true);
  await call.corrections.undo({ clientId, correctionId });
  expect(await wordsIn(desk, from)).toBe('About your invoice');
  expect(isKept(desk, file)).toBe(false);
});

test('a draft that comes back is not taken for the reply that was sent there meanwhile', async () => {
  const desk = await aQuestionAstray();
  const { call, clientId, clock, from } = desk;
  await write(desk, from, 'About your invoice');
  const { revision } = await composed(desk, from);
  const { correctionId } = await desk.move();
  const sendAt = new Date(clock.now() + hour).toISOString();
  await call.outbox.send(replyOf(await composed(desk, from), { text: 'About your lamp', sendAt, revision }));
  await call.corrections.undo({ clientId, correctionId });
  const item = await call.outbox.send(replyOf(await composed(desk, from), { text: 'About your invoice' }));
  expect(item.text).toBe('About your invoice');
  expect(await call.outbox.list({ clientId, conversationId: from })).toHaveLength(2);
});

test('a draft that comes back brings the files that were put to it since', async () => {
  const desk = await aQuestionAstray();
  const { call, clientId, from } = desk;
  await write(desk, from, 'About your invoice');
  const { correctionId, intoId: conversationId } = await desk.move();
  const file = { clientId, conversationId, name: 'a.txt', type: 'text/plain', base64: 'YQ==' };
  const { id } = await call.outbox.attach(file);
  const { identity, recipients, subject } = await composed(desk, conversationId);
  const addressed = { identity, recipients, subject, templateId: null, attachmentIds: [id] };
  await call.outbox.saveDraft({ clientId, conversationId, ...addressed, text: 'As attached' });
  await call.corrections.undo({ clientId, correctionId });
  expect(await composed(desk, from)).toMatchObject({ draft: { text: 'As attached' }, attachments: [{ id }] });
});

test('a move is not undone under the composer of somebody else', async () => {
  const desk = await aQuestionAstray();
  const { call, clientId, core, from, into } = desk;
  await write(desk, from, 'About your invoice');
  const { correctionId } = await desk.move();
  const held = openWindow(core, desk.hire('Ben Ode')).listen('claims.hold', {
    clientId,
    conversationId: from,
  });
  await settled();
  await expect(call.corrections.undo({ clientId, correctionId })).rejects.toMatchObject({
    cause: { code: 'claimed', detail: { name: 'Ben Ode' } },
  });
  expect([await wordsIn(desk, from), await wordsIn(desk, into)]).toEqual([undefined, 'About your invoice']);
  held.stop();
  await settled();
  await call.corrections.undo({ clientId, correctionId });
  expect([await wordsIn(desk, from), await wordsIn(desk, into)]).toEqual(['About your invoice', undefined]);
});

test('a draft stays where it is when mail that came since goes back to where somebody writes', async () => {
  const desk = await aQuestionAstray();
  const { call, clientId, clock, core, from, into, newest } = desk;
  const { correctionId } = await desk.move();
  const since = anAnswerTo(aReplyTo(newest), {
    references: [newest.internetMessageId ?? ''],
    sentAt: clock.now() + hour,
    receivedAt: clock.now() + hour,
  });
  clock.advance(hour);
  desk.receive(since);
  expect(desk.whereIs(since)).toBe(into);
  await write(desk, into, 'About your invoice');
  openWindow(core, desk.hire('Ben Ode')).listen('claims.hold', { clientId, conversationId: from });
  await settled();
  await call.corrections.undo({ clientId, correctionId });
  expect(desk.whereIs(since)).toBe(from);
  expect([await wordsIn(desk, from), await wordsIn(desk, into)]).toEqual([undefined, 'About your invoice']);
});

test('two replies that a rule has filled do not stand in the way of a merge: the target keeps its own', async () => {
  const desk = await aQuestionAstray();
  const { call, clientId, from, into } = desk;
  const [theirs, ours] = [fill(desk, from, 'Thank you for the lamp'), fill(desk, into)];
  await call.corrections.merge({ clientId, fromIds: [from], intoId: into });
  expect(await wordsIn(desk, into)).toBe('Thank you');
  expect([isKept(desk, theirs), isKept(desk, ours)]).toEqual([false, true]);
});

test('a forward whose original somebody has trimmed is their work, though it says nothing itself', async () => {
  const desk = await aQuestionAstray();
  const { call, clientId, from, into } = desk;
  for (const conversationId of [from, into]) {
    await call.outbox.forward({ clientId, conversationId, messageId: null });
    const composer = await call.outbox.compose({ clientId, conversationId, kind: 'forward' });
    const forwarded = [...(composer.draft?.manner.forwarded ?? [])];
    const manner = { signed: false, quote: null, forwarded, original: 'Only this' };
    const { identity, recipients, subject } = composer;
    const words = { identity, recipients, subject, text: '', templateId: null };
    await call.outbox.saveDraft({ clientId, conversationId, kind: 'forward', ...words, manner });
  }
  const merged = call.corrections.merge({ clientId, fromIds: [from], intoId: into });
  expect(await codeOf(merged)).toBe('drafts-on-both');
});

test.each(['from', 'into'] as const)(
  'a merge keeps the words of a person before those of a rule: %s',
  async (side) => {
    const desk = await aQuestionAstray();
    const { call, clientId, from, into } = desk;
    const persons = side === 'from' ? from : into;
    const rules = side === 'from' ? into : from;
    await write(desk, persons, 'Half a sentence');
    const file = fill(desk, rules);
    const { correctionId } = await call.corrections.merge({ clientId, fromIds: [from], intoId: into });
    expect(await wordsIn(desk, into)).toBe('Half a sentence');
    expect(isKept(desk, file)).toBe(false);
    await write(desk, into, 'Half a sentence, and the rest');
    await call.corrections.undo({ clientId, correctionId });
    expect(await composed(desk, persons)).toMatchObject({
      draft: { text: 'Half a sentence, and the rest', operatorId: expect.any(String) },
    });
    // Its files are gone, and it promised them.
    expect(await wordsIn(desk, rules)).toBeUndefined();
  },
);
