import { expect, test } from 'vitest';
import { restate } from '../../electron/core/features/conversations/history/history.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ConversationId, CorrectionId, MessageId } from '../../electron/shared/ids.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { replyOf } from '../support/brand-desk.ts';
import { conversationsOf } from '../support/conversations-desk.ts';
import { hashOfClient, openCorrectionsDesk, type CorrectionsDesk } from '../support/corrections-desk.ts';

/** Mulberry32: small, and the same everywhere, so that a failing seed can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Chance {
  readonly random: () => number;
  one<Item>(items: readonly Item[]): Item;
}

function chanceOf(seed: number): Chance {
  const random = randomFrom(seed);
  return {
    random,
    one(items) {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}

const hour = 3_600_000;
const people = ['amal', 'bruno', 'carla'].map((name) => ({ name, address: `${name}@customer.example` }));

/** A few customers, each with a few matters, answered or not. */
function someMail(desk: CorrectionsDesk, { random, one }: Chance): void {
  const start = desk.clock.now() - 60 * 24 * hour;
  for (let matter = 0; matter < 7; matter += 1) {
    let last: ReceivedMessage = aMessage({
      from: one(people),
      cc: random() < 0.3 ? [one(people)] : [],
      subject: `Matter ${matter} of importance`,
      text: `About the thing called ${one(['lamp', 'chair', 'desk'])} number ${matter}`,
      sentAt: start + Math.floor(random() * 900) * hour,
    });
    const thread = [last];
    for (let more = Math.floor(random() * 5); more > 0; more -= 1) {
      const sentAt = last.sentAt + Math.ceil(random() * 30 * hour);
      last =
        last.direction === 'inbound'
          ? aReplyTo(last, { sentAt, automatic: random() < 0.1 })
          : anAnswerTo(last, { sentAt, automatic: random() < 0.1 });
      thread.push(last);
    }
    desk.receive(...thread);
  }
}

const anyOf = (desk: CorrectionsDesk, { one }: Chance): ConversationId => one(conversationsOf(desk.store)).id;

/** What stands beside what was said: a colleague to name, and fields to fill in. */
function someOrder({ core, store }: CorrectionsDesk) {
  const { operators, fields } = core.services;
  operators.add({ name: 'Ben Ode', email: null, grants: [{ clientId: store.clientId, role: 'agent' }] });
  const text = { id: null, kind: 'text' as const, choices: [], required: false };
  fields.define(store, {
    fields: [
      { ...text, name: 'Order' },
      { ...text, name: 'Shop' },
    ],
    removed: [],
  });
}

/** One thing that an operator or a customer does: the `turn`th of all there are, so that each is done; then any. */
async function someWork(desk: CorrectionsDesk, chance: Chance, turn: number): Promise<void> {
  const { call, clientId, core, store, clock } = desk;
  clock.advance(1 + Math.floor(chance.random() * 3 * hour));
  const conversationId = anyOf(desk, chance);
  const colleagues = core.services.operators.list();
  const [ada] = colleagues;
  const fields = core.services.fields.list(store);
  const at = { clientId, conversationId };
  const deeds: (() => Promise<unknown>)[] = [
    () =>
      call.conversations.setStatus({
        ...at,
        status: chance.one(['open', 'waiting', 'on-hold', 'resolved', 'spam']),
      }),
    () => call.snoozes.set({ ...at, until: new Date(clock.now() + 48 * hour).toISOString() }),
    () => call.conversations.assign({ ...at, operatorId: chance.random() < 0.8 && ada ? ada.id : null }),
    () =>
      call.conversations.tag({
        ...at,
        tag: chance.one(['refund', 'vip', 'late']),
        on: chance.random() < 0.8,
      }),
    () => call.conversations.note({ ...at, text: 'Looked it up.' }),
    () => call.conversations.note({ ...at, text: '@Ben Ode knows it' }),
    () => desk.callAs(chance.one(colleagues).id).attention.follow({ ...at, on: true }),
    () => desk.callAs(chance.one(colleagues).id).attention.follow({ ...at, on: false }),
    () => call.fields.set({ ...at, fieldId: chance.one(fields).id, value: chance.one(['4711', '4712']) }),
    () => call.fields.set({ ...at, fieldId: chance.one(fields).id, value: null }),
    () => call.outbox.saveNote({ ...at, text: chance.one(['To be looked up', '']) }),
    () => forward(desk, conversationId),
    () => sendLater(desk, conversationId),
    () => call.conversations.handled({ ...at, milliseconds: 9_000 }),
    () => writeDraft(desk, conversationId),
  ];
  await (deeds[turn] ?? chance.one(deeds))();
  if (chance.random() < 0.2) {
    core.services.quality.recordSurvey(store, {
      conversationId,
      kind: 'csat',
      score: 4,
      comment: '',
      askedAt: clock.now(),
      answeredAt: clock.now(),
    });
  }
}

async function writeDraft(
  { call, clientId }: CorrectionsDesk,
  conversationId: ConversationId,
): Promise<void> {
  const { identity, recipients, subject } = await call.outbox.compose({ clientId, conversationId });
  const words = {
    clientId,
    conversationId,
    identity,
    recipients,
    subject,
    text: 'Half a sen',
    templateId: null,
  };
  await call.outbox.saveDraft(words);
}

/** Handed on to nobody yet; where a forward was begun already it stays as it is. */
async function forward({ call, clientId }: CorrectionsDesk, conversationId: ConversationId): Promise<void> {
  const drafts = await call.outbox.drafts({ clientId, conversationId });
  if (!drafts.some(({ kind }) => kind === 'forward'))
    await call.outbox.forward({ clientId, conversationId, messageId: null });
}

/** A reply that waits for its hour in the outbox. */
async function sendLater(desk: CorrectionsDesk, conversationId: ConversationId): Promise<void> {
  const { call, clientId, clock } = desk;
  const composer = await call.outbox.compose({ clientId, conversationId });
  const sendAt = new Date(clock.now() + 900 * hour).toISOString();
  await call.outbox.send(replyOf(composer, { sendAt }));
}

const messagesIn = (desk: CorrectionsDesk, id: ConversationId): MessageId[] =>
  desk.store
    .all(desk.store.sql.selectFrom('messages').select('id').where('conversation_id', '=', id).orderBy('seq'))
    .map((row) => row.id);

/** A split, a merge or a move of anything; null where the core says that it can't be. */
async function someCorrection(desk: CorrectionsDesk, chance: Chance): Promise<CorrectionId | null> {
  const { call, clientId, clock } = desk;
  clock.advance(60_000);
  const conversationId = anyOf(desk, chance);
  const messageIds = messagesIn(desk, conversationId).filter(() => chance.random() < 0.4);
  const other = anyOf(desk, chance);
  const deeds = [
    () => call.corrections.split({ clientId, conversationId, messageIds }),
    () => call.corrections.move({ clientId, conversationId, messageIds, intoId: other }),
    () =>
      call.corrections.merge({
        clientId,
        fromIds: [...new Set([conversationId, anyOf(desk, chance)])],
        intoId: other,
      }),
  ];
  try {
    return (await chance.one(deeds)()).correctionId;
  } catch (error) {
    const { cause } = error as Error;
    if (cause instanceof LiaisonError && /nothing-left|drafts-on-both|invalid-input/.test(cause.code))
      return null;
    if ((error as { code?: string }).code === 'BAD_REQUEST') return null;
    throw error;
  }
}

/** What must hold of every client at any time. */
function mustBeSound({ store, clock }: CorrectionsDesk): void {
  expect(store.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  const hash = hashOfClient(store);
  for (const { id, message_count: count } of conversationsOf(store)) {
    const mail = store
      .prepare("SELECT count(*) AS count FROM messages WHERE conversation_id = ? AND kind <> 'note'")
      .get(id);
    expect(mail).toEqual({ count });
    store.transaction(() => restate({ store, now: clock.now(), calendarVersion: 1 }, id));
  }
  // Told again, nothing is told otherwise.
  expect(hashOfClient(store)).toBe(hash);
}

async function aWorkedDesk(desk: CorrectionsDesk, chance: Chance): Promise<void> {
  someMail(desk, chance);
  someOrder(desk);
  for (let deed = 0; deed < 45; deed += 1) await someWork(desk, chance, deed);
  mustBeSound(desk);
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'splits, merges and moves in any order, undone one by one, leave every row as it was (seed %i)',
  async (seed) => {
    const chance = chanceOf(seed);
    const desk = await openCorrectionsDesk();
    await aWorkedDesk(desk, chance);
    const done: { id: CorrectionId; before: string }[] = [];
    for (let attempt = 0; attempt < 60 && done.length < 12; attempt += 1) {
      const before = hashOfClient(desk.store);
      const id = await someCorrection(desk, chance);
      if (id) done.push({ id, before });
      else expect(hashOfClient(desk.store)).toBe(before);
      mustBeSound(desk);
    }
    expect(done.length).toBeGreaterThanOrEqual(6);
    for (const { id, before } of done.toReversed()) {
      desk.clock.advance(60_000);
      await desk.call.corrections.undo({ clientId: desk.clientId, correctionId: id });
      expect(hashOfClient(desk.store)).toBe(before);
    }
    mustBeSound(desk);
  },
);

/** What the work has left behind: a table that stays empty would prove nothing. */
const tables = ['followers', 'mentions', 'field_values', 'snoozes', 'drafts', 'outbox', 'conversation_tags'];

test.each([11, 12, 13, 14])(
  'what was split off and merged back is as it was before, and taking that back splits it again (seed %i)',
  async (seed) => {
    const chance = chanceOf(seed);
    const desk = await openCorrectionsDesk();
    const { call, clientId, clock, store } = desk;
    await aWorkedDesk(desk, chance);
    for (const table of tables) {
      const { rows } = store.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number };
      expect(rows, table).toBeGreaterThan(0);
    }
    let splits = 0;
    for (const { id: conversationId } of conversationsOf(store)) {
      const messageIds = messagesIn(desk, conversationId).filter(() => chance.random() < 0.5);
      if (messageIds.length === 0) continue;
      const before = hashOfClient(store);
      const { intoId } = await call.corrections
        .split({ clientId, conversationId, messageIds })
        .catch(() => ({ intoId: null }));
      if (intoId === null) continue;
      const apart = hashOfClient(store);
      clock.advance(60_000);
      const { correctionId } = await call.corrections.merge({
        clientId,
        fromIds: [intoId],
        intoId: conversationId,
      });
      expect(hashOfClient(store)).toBe(before);
      mustBeSound(desk);
      await call.corrections.undo({ clientId, correctionId });
      expect(hashOfClient(store)).toBe(apart);
      await call.corrections.merge({ clientId, fromIds: [intoId], intoId: conversationId });
      expect(hashOfClient(store)).toBe(before);
      splits += 1;
    }
    expect(splits).toBeGreaterThan(0);
  },
);
