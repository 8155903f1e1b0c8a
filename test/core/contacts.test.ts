import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HistoryPlace } from '../../electron/shared/contacts.ts';
import { mostContactFields } from '../../electron/shared/field-words.ts';
import type { ContactId, ConversationId } from '../../electron/shared/ids.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage } from '../support/a-message.ts';
import { replyOf, startBrandDesk, type BrandDesk, type DeskBrand } from '../support/brand-desk.ts';

let desk: BrandDesk;
let ours: DeskBrand;
let theirs: DeskBrand;
beforeEach(async () => {
  desk = await startBrandDesk(['Quillmark', 'Bluefinch Travel'], { conversations: 0 });
  [ours, theirs] = desk.brands as [DeskBrand, DeskBrand];
});

const storeOf = ({ clientId }: DeskBrand) => desk.started.core.services.stores.of(clientId);

/** A mail from that address; gives its conversation. */
function mailFrom(brand: DeskBrand, address: string, details: Partial<ReceivedMessage> = {}): ConversationId {
  const message = aMessage({
    from: { name: '', address },
    to: [{ name: brand.name, address: `help@${brand.domain}` }],
    sentAt: desk.started.clock.now() - 60_000,
    ...details,
  });
  const batch = { messages: [message], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
  const { conversationIds } = desk.started.core.services.conversations.ingest(
    storeOf(brand),
    brand.channelId,
    batch,
  );
  const [id] = conversationIds;
  if (!id) throw new Error('no conversation');
  return id;
}

async function contactOf(brand: DeskBrand, conversationId: ConversationId): Promise<ContactId> {
  const { clientId } = brand;
  return (await desk.started.call.conversations.read({ clientId, conversationId })).contact.id;
}

async function newContact(brand: DeskBrand, address: string, details: Partial<ReceivedMessage> = {}) {
  return contactOf(brand, mailFrom(brand, address, details));
}

/** Everything that a merge could touch; not the log of what was merged and taken back. */
function hashOf(brand: DeskBrand): string {
  const tables = [
    'contacts',
    'identities',
    'conversations',
    'messages',
    'contact_time_zones',
    'contact_phones',
  ];
  const more = ['contact_notes', 'contact_field_values', 'events', 'conversation_tags'];
  const rows = [...tables, ...more].map((table) =>
    storeOf(brand).prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  );
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

describe('a person', () => {
  test('is every address, name and conversation of the contacts merged into them', async () => {
    const { call } = desk.started;
    const { clientId } = ours;
    const first = mailFrom(ours, 'carla@customer.example', {
      from: { name: 'Carla', address: 'carla@customer.example' },
    });
    const contactId = await contactOf(ours, first);
    const otherId = await newContact(ours, 'c.smith@work.example', {
      from: { name: 'C. Smith', address: 'c.smith@work.example' },
    });
    const { mergeId } = await call.contacts.merge({ clientId, contactId, otherId });
    const person = await call.contacts.read({ clientId, contactId: otherId });
    expect(person).toMatchObject({
      id: contactId,
      name: 'Carla',
      otherNames: ['C. Smith'],
      addresses: ['c.smith@work.example', 'carla@customer.example'],
      merged: [{ mergeId, name: 'C. Smith', addresses: ['c.smith@work.example'] }],
      changes: [{ type: 'merged', other: 'C. Smith' }],
    });
    // The queue and the search show one person, and so does the mail that comes now.
    const later = mailFrom(ours, 'c.smith@work.example', { subject: 'A new matter' });
    const queue = await call.conversations.queue({ clientId, view: 'all' });
    expect(queue.rows.map((row) => row.contactName)).toEqual(['Carla', 'Carla', 'Carla']);
    const found = await call.conversations.search({ clientId, text: 'matter' });
    expect(found.hits.map((hit) => hit.contactName)).toEqual(['Carla']);
    const history = await call.contacts.history({ clientId, contactId });
    expect(history.conversations.map(({ id }) => id)).toContain(later);
    expect(history.conversations).toHaveLength(3);

    // Taken apart, each has its own again, the mail that came in between too.
    await call.contacts.unmerge({ clientId, mergeId });
    expect(await contactOf(ours, later)).toBe(otherId);
    const apart = await call.contacts.read({ clientId, contactId: otherId });
    expect(apart).toMatchObject({
      id: otherId,
      name: 'C. Smith',
      addresses: ['c.smith@work.example'],
      merged: [],
    });
    expect((await call.contacts.history({ clientId, contactId: otherId })).conversations).toHaveLength(2);
    await expect(call.contacts.unmerge({ clientId, mergeId })).rejects.toMatchObject({
      cause: { code: 'not-found' },
    });
  });

  test('has pages of history, the last touched first, with no conversation twice or left out', async () => {
    const { call, clock } = desk.started;
    const { clientId } = ours;
    const ids = Array.from({ length: 7 }, (_, index) =>
      mailFrom(ours, 'carla@customer.example', {
        subject: `Matter ${index}`,
        sentAt: clock.now() - (index % 3),
      }),
    );
    const contactId = await contactOf(ours, ids[0] as ConversationId);
    const seen: ConversationId[] = [];
    let cursor: HistoryPlace | null = null;
    do {
      const page: Awaited<ReturnType<typeof call.contacts.history>> = await call.contacts.history({
        ...{ clientId, contactId, limit: 2 },
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.conversations.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  test('is written about: name, language, zone, phones, notes and the fields of this client, each change told', async () => {
    const { call } = desk.started;
    const { clientId } = ours;
    const contactId = await newContact(ours, 'carla@customer.example', {
      text: 'I have not seen my order and the shop is closed. Can you help me?',
    });
    const at = { clientId, contactId };
    const [plan] = await call.contacts.saveFields({
      clientId,
      fields: [
        { id: null, name: 'Plan' },
        { id: null, name: 'Shop' },
      ],
    });
    if (!plan) throw new Error('no field');
    await call.contacts.edit({
      ...at,
      edit: { name: 'Carla C.', language: 'es', timeZone: 'Europe/Madrid' },
    });
    await call.contacts.setPhone({ ...at, number: '+34 600 123 456', on: true });
    await call.contacts.setField({ ...at, fieldId: plan.id, value: 'Gold' });
    await call.contacts.note({ ...at, text: 'Prefers the afternoon.' });
    const many = Array.from({ length: mostContactFields + 1 }, (_, n) => ({ id: null, name: `Field ${n}` }));
    await expect(call.contacts.saveFields({ clientId, fields: many })).rejects.toMatchObject({
      cause: { code: 'too-many', detail: { most: mostContactFields } },
    });
    const person = await call.contacts.read(at);
    expect(person).toMatchObject({
      name: 'Carla C.',
      language: { value: 'es', by: 'set' },
      timeZone: { value: 'Europe/Madrid', by: 'set' },
      phones: ['+34 600 123 456'],
      fields: [
        { name: 'Plan', value: 'Gold' },
        { name: 'Shop', value: '' },
      ],
      notes: [{ text: 'Prefers the afternoon.' }],
    });
    expect(person.changes.map(({ type }) => type)).toEqual([
      'note-added',
      'field',
      'phone',
      'time-zone',
      'language',
      'name',
    ]);
    const [note] = person.notes;
    if (!note) throw new Error('no note');
    await call.contacts.removeNote({ clientId, noteId: note.id });
    await call.contacts.edit({ ...at, edit: { language: '', timeZone: '' } });
    await call.contacts.saveFields({ clientId, fields: [{ id: plan.id, name: 'Contract' }] });
    expect(await call.contacts.read(at)).toMatchObject({
      notes: [],
      language: { by: 'mail' },
      timeZone: { value: 'Europe/Madrid', by: 'phone' },
      fields: [{ name: 'Contract', value: 'Gold' }],
    });
    await expect(call.contacts.edit({ ...at, edit: { timeZone: 'Nowhere/Land' } })).rejects.toMatchObject({
      cause: { code: 'invalid-input' },
    });
  });

  test('is guessed to speak and live as their mail says, and shown as a guess', async () => {
    const { call, clock } = desk.started;
    const sent = (offset: string) =>
      Buffer.from(`Date: Tue, 3 Mar 2026 10:00:00 ${offset}\r\nSubject: x\r\n\r\nx\r\n`);
    const text = 'Hola, no he recibido mi pedido y la tienda no me responde. Gracias por la ayuda.';
    const contactId = await newContact(ours, 'carla@customer.example', { text, source: sent('+0200') });
    mailFrom(ours, 'carla@customer.example', { text, source: sent('+0000'), sentAt: clock.now() });
    const person = await call.contacts.read({ clientId: ours.clientId, contactId });
    expect(person).toMatchObject({
      language: { value: 'es', by: 'mail' },
      timeZone: { value: '+02:00', by: 'mail' },
    });
  });
});

describe('a merge', () => {
  test('any order of merges and undos leaves the same bytes as before', async () => {
    const { services } = desk.started.core;
    const { contacts } = services;
    const store = storeOf(ours);
    const actor = { kind: 'operator', id: services.operators.list()[0]?.id } as never;
    const ids: ContactId[] = [];
    for (let index = 0; index < 9; index += 1) {
      const id = await newContact(ours, `person${index}@of-${index}.example`, {
        from: {
          name: index % 3 === 0 ? '' : `Person ${index}`,
          address: `person${index}@of-${index}.example`,
        },
      });
      mailFrom(ours, `person${index}@of-${index}.example`, { subject: `Another of ${index}` });
      contacts.note(store, actor, { id, text: `about ${index}` });
      ids.push(id);
    }
    let seed = 20_261_122;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const before = hashOf(ours);
    let [merges, undos] = [0, 0];
    for (let round = 0; round < 25; round += 1) {
      const open: string[] = [];
      /** The hash by which merges hold: the same edges, made in whatever order, give the same state. */
      for (let step = 0; step < 14; step += 1) {
        if (open.length > 0 && random(3) === 0) {
          const [mergeId] = open.splice(random(open.length), 1);
          contacts.unmerge(store, actor, mergeId as never);
          undos += 1;
          continue;
        }
        const [id, other] = [ids[random(ids.length)], ids[random(ids.length)]];
        if (!id || !other || contacts.read(store, id).id === contacts.read(store, other).id) continue;
        const held = hashOf(ours);
        const mergeId = contacts.merge(store, actor, { id, other });
        merges += 1;
        if (random(2) === 0) {
          contacts.unmerge(store, actor, mergeId);
          undos += 1;
          expect(hashOf(ours)).toBe(held);
        } else open.push(mergeId);
        const people = new Set(ids.map((each) => contacts.read(store, each).id));
        const addresses = [...people].flatMap((each) => contacts.read(store, each).addresses);
        expect(addresses.toSorted()).toEqual(ids.map((_, index) => `person${index}@of-${index}.example`));
      }
      for (const mergeId of open.toSorted(() => random(3) - 1))
        contacts.unmerge(store, actor, mergeId as never);
      undos += open.length;
      expect(hashOf(ours)).toBe(before);
    }
    console.log(`contacts: ${merges} merges and ${undos} undos, every state restored`);
    expect(merges).toBeGreaterThan(150);
    expect(undos).toBe(merges);
  });

  test('takes nothing from a composer that is open, nor from the addressee of a begun conversation', async () => {
    const { call } = desk.started;
    const { clientId, channelId } = ours;
    const conversationId = mailFrom(ours, 'zoe@customer.example', {
      from: { name: 'Zoe', address: 'zoe@customer.example' },
    });
    const contactId = await newContact(ours, 'another@customer.example');
    const composer = await call.outbox.compose({ clientId, conversationId });
    const { identity } = composer;
    const recipients = { to: [{ name: '', address: 'zoe@customer.example' }], cc: [], bcc: [] };
    const words = { identity, recipients, subject: 'An offer', text: 'Shall we?' };
    const begun = await call.outbox.begin({ clientId, channelId, ...words });
    const otherId = await contactOf(ours, conversationId);
    await call.contacts.merge({ clientId, contactId, otherId });
    await expect(call.outbox.send(replyOf(composer, { text: 'It is on its way.' }))).resolves.toBeDefined();
    const opened = await call.outbox.compose({ clientId, conversationId: begun.conversationId });
    expect(opened.recipients.to.map(({ address }) => address)).toEqual(['zoe@customer.example']);
  });

  test('knows one client only', async () => {
    const { call } = desk.started;
    const contactId = await newContact(ours, 'carla@customer.example');
    const foreign = await newContact(theirs, 'carla@customer.example', {
      from: { name: 'Foreign Carla', address: 'carla@customer.example' },
    });
    const { clientId } = ours;
    const [before, beforeTheirs] = [hashOf(ours), hashOf(theirs)];
    for (const attempt of [
      call.contacts.merge({ clientId, contactId, otherId: foreign }),
      call.contacts.merge({ clientId, contactId: foreign, otherId: contactId }),
      call.contacts.keepApart({ clientId, contactId, otherId: foreign }),
      call.contacts.read({ clientId, contactId: foreign }),
      call.contacts.history({ clientId, contactId: foreign }),
      call.contacts.duplicates({ clientId, contactId: foreign }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ cause: { code: 'not-found' } });
    }
    expect(await call.contacts.duplicates({ clientId, contactId })).toEqual([]);
    expect(await call.contacts.find({ clientId, text: 'Foreign' })).toEqual([]);
    expect((await call.contacts.find({ clientId, text: 'carla' })).map(({ id }) => id)).toEqual([contactId]);
    expect([hashOf(ours), hashOf(theirs)]).toEqual([before, beforeTheirs]);
  });
});

test('duplicates are found by name, phone, plus-address and slips, until somebody says they are two', async () => {
  const { call } = desk.started;
  const { clientId } = ours;
  const named = (name: string, address: string) => newContact(ours, address, { from: { name, address } });
  const contactId = await named('Carlotta Stone', 'carlotta@customer.example');
  const namesake = await named('Carlotta Stone', 'sales.stone@customer.example');
  const plus = await named('', 'carlotta+shop@customer.example');
  const slip = await named('', 'carlota@customer.example');
  const caller = await named('Mobile', 'someone@else.example');
  await named('Carlotta Stone', 'c.stone@elsewhere.example');
  await named('Other', 'other@customer.example');
  for (const each of [contactId, caller])
    await call.contacts.setPhone({
      clientId,
      contactId: each,
      number: each === caller ? '0170 1234567' : '+49 170 1234567',
      on: true,
    });
  const found = await call.contacts.duplicates({ clientId, contactId });
  expect(new Map(found.map((each) => [each.id, each.because]))).toEqual(
    new Map([
      [namesake, ['name-and-domain']],
      [slip, ['typing-error']],
      [plus, ['plus-address']],
      [caller, ['phone']],
    ]),
  );
  await call.contacts.keepApart({ clientId, contactId, otherId: slip });
  await call.contacts.merge({ clientId, contactId, otherId: plus });
  const left = await call.contacts.duplicates({ clientId, contactId });
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([namesake, caller]));
});
