import { expect, test } from 'vitest';
import { listResolutions } from '../../electron/core/features/templates/use-queries.ts';
import { readForExport } from '../../electron/core/features/conversations/reading/export-queries.ts';
import { readPopulation } from '../../electron/core/features/metrics/service.ts';
import { segmentsResolved } from '../../electron/core/features/quality/queries.ts';
import type { ClientId, ConversationId, StatusId } from '../../electron/shared/ids.ts';
import { mostStatusNames } from '../../electron/shared/conversation-words.ts';
import { aClient } from '../support/a-client.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { openAutomationDesk, wholeOf, type AutomationDesk } from '../support/automation-desk.ts';
import { aBatch, eventsOf } from '../support/conversations-desk.ts';
import { hashOfClient, openCorrectionsDesk, type CorrectionsDesk } from '../support/corrections-desk.ts';
import { quickPace } from '../support/outbox-desk.ts';
import { startSending } from '../support/sending-desk.ts';
import { waitFor } from '../support/wait-for.ts';

const refused = (code: string, detail?: object) => ({
  cause: expect.objectContaining({ code, ...(detail ? { detail } : {}) }) as object,
});
const gone = refused('not-found', { what: 'status' });
const stranger = '0195c0de-0000-7000-8000-000000000001' as StatusId;

/** Names a status through the router, after those that the client has. */
async function nameStatus(
  { call }: Pick<CorrectionsDesk, 'call'>,
  clientId: ClientId,
  draft: { category: 'new' | 'open' | 'waiting' | 'on-hold' | 'resolved' | 'spam'; name: string },
): Promise<StatusId> {
  const known = await call.statuses.list({ clientId });
  await call.statuses.define({ clientId, statuses: [...known, { id: null, ...draft }] });
  const named = (await call.statuses.list({ clientId })).at(-1);
  if (!named) throw new Error('no status was named');
  return named.id;
}

/** A client with two conversations through the whole core, and a name for a status. */
async function aNamedDesk() {
  const desk = await openCorrectionsDesk();
  const asked = aMessage({ subject: 'Where is my lamp?' });
  const other = aMessage({ subject: 'A chair', from: { name: 'Dan', address: 'dan@customer.example' } });
  desk.receive(asked, other);
  const courier = await nameStatus(desk, desk.clientId, {
    category: 'on-hold',
    name: 'Waiting for the courier',
  });
  const at = { clientId: desk.clientId, conversationId: desk.whereIs(asked) };
  return { ...desk, desk, asked, other, courier, at, otherId: desk.whereIs(other) };
}

test('a client names statuses within categories, orders and renames them; a retired one stays where it stands', async () => {
  const { call, clientId, courier, at } = await aNamedDesk();
  await call.conversations.setStatus({ ...at, status: 'on-hold', statusId: courier });
  const named = { id: courier, name: 'Waiting for the courier' };
  expect(await call.conversations.read(at)).toMatchObject({ status: 'on-hold', named });
  const { contact } = await call.conversations.read(at);
  expect(await call.contacts.history({ clientId, contactId: contact.id })).toMatchObject({
    conversations: [{ id: at.conversationId, status: 'on-hold', named }],
  });
  const rows = async () => (await call.conversations.queue({ clientId, view: 'all' })).rows;
  expect((await rows()).map((row) => [row.status, row.named])).toEqual(
    expect.arrayContaining([
      ['on-hold', named],
      ['new', null],
    ]),
  );

  const defined = await call.statuses.define({
    clientId,
    statuses: [
      { id: null, category: 'resolved', name: 'Refunded' },
      { id: courier, category: 'spam', name: 'With the courier', retired: true },
    ],
  });
  expect(defined).toEqual(await call.statuses.list({ clientId }));
  expect(
    (await call.statuses.list({ clientId })).map(({ name, category, retired }) => [name, category, retired]),
  ).toEqual([
    ['Refunded', 'resolved', false],
    ['With the courier', 'on-hold', true],
  ]);
  const read = await call.conversations.read(at);
  expect(read.named).toEqual({ id: courier, name: 'With the courier' });
  // What was told is told with the name of that time.
  expect(read.events.map(({ body }) => body)).toContainEqual({
    ...{ type: 'status-changed', from: 'new', to: 'on-hold', named },
  });
  await call.conversations.setStatus({ ...at, status: 'on-hold' });
  expect((await call.conversations.read(at)).events.at(-1)?.body).toEqual({
    ...{ type: 'status-changed', from: 'on-hold', to: 'on-hold' },
    fromNamed: { id: courier, name: 'With the courier' },
  });
  await expect(
    call.conversations.setStatus({ ...at, status: 'on-hold', statusId: courier }),
  ).rejects.toMatchObject(gone);
});

test('two that are offered are not called the same, an id of nobody’s is refused, and what is left out stays', async () => {
  const { call, clientId, courier } = await aNamedDesk();
  const draft = (name: string, more: object = {}) => ({
    id: null,
    category: 'waiting' as const,
    name,
    ...more,
  });
  const define = (...statuses: { id: StatusId | null; category: 'waiting'; name: string }[]) =>
    call.statuses.define({ clientId, statuses });
  await expect(define(draft('Photos'), draft('PHOTOS'))).rejects.toMatchObject(refused('conflict'));
  await expect(define(draft('waiting for the courier'))).rejects.toMatchObject(refused('conflict'));
  await expect(define({ ...draft('Photos'), id: stranger })).rejects.toMatchObject(gone);
  // These and no other, in the order in which they were sent.
  expect(await define(draft('Photos'), draft('photos', { retired: true }))).toMatchObject([
    { name: 'Photos', retired: false },
    { name: 'photos', retired: true },
  ]);
  // Two are offered already, of which this form knew nothing.
  const many = Array.from({ length: mostStatusNames - 1 }, (_, n) => draft(`Status ${n}`));
  await expect(define(...many)).rejects.toMatchObject(refused('too-many'));
  await expect(define(...many, draft('One'), draft('Two'))).rejects.toMatchObject(refused('too-many'));
  const left = await call.statuses.list({ clientId });
  expect(left.map(({ name }) => name).toSorted()).toEqual(['Photos', 'Waiting for the courier', 'photos']);
  expect(left.find(({ id }) => id === courier)?.retired).toBe(false);
  // Of those that are offered no more there may be any number beside them.
  expect(await define(...many.slice(1))).toHaveLength(mostStatusNames - 2);
});

test('a status of one client is nothing in another, and none in another category', async () => {
  const { call, core, courier, at, desk } = await aNamedDesk();
  const { id: acorn } = await call.clients.add(aClient({ name: 'Acorn', mark: 'AC' }));
  const theirs = await nameStatus(desk, acorn, { category: 'on-hold', name: 'Their own' });
  for (const [status, statusId] of [
    ['on-hold', theirs],
    ['on-hold', stranger],
    ['waiting', courier],
  ] as const)
    await expect(call.conversations.setStatus({ ...at, status, statusId })).rejects.toMatchObject(gone);
  expect(await call.statuses.list({ clientId: acorn })).toHaveLength(1);
  expect(core.services.statuses.list(core.services.stores.of(acorn)).map(({ id }) => id)).toEqual([theirs]);
  expect(await call.conversations.read(at)).toMatchObject({ status: 'new', named: null });
});

test('a customer’s answer opens it again and the name is gone; one in an open category keeps it', async () => {
  const { call, clientId, asked, at, desk, clock } = await aNamedDesk();
  const photos = await nameStatus(desk, clientId, { category: 'waiting', name: 'Waiting for photos' });
  const urgent = await nameStatus(desk, clientId, { category: 'open', name: 'Urgent' });
  await call.conversations.setStatus({ ...at, status: 'waiting', statusId: photos });
  clock.advance(60_000);
  const reply = aReplyTo(asked, { sentAt: clock.now() - 1_000 });
  const answer = anAnswerTo(reply, { sentAt: clock.now() });
  desk.receive(reply, answer);
  expect(await call.conversations.read(at)).toMatchObject({ status: 'open', named: null });
  await call.conversations.setStatus({ ...at, status: 'open', statusId: urgent });
  clock.advance(60_000);
  desk.receive(anAnswerTo(reply, { sentAt: clock.now() }));
  expect(await call.conversations.read(at)).toMatchObject({ status: 'open', named: { name: 'Urgent' } });
});

test('search finds a name, a part of it, and all of a category; in every client that has one called so', async () => {
  const { call, core, clientId, courier, at, otherId, desk, clock } = await aNamedDesk();
  const { id: acorn } = await call.clients.add(aClient({ name: 'Acorn', mark: 'AC' }));
  await call.conversations.setStatus({ ...at, status: 'on-hold', statusId: courier });
  await call.conversations.setStatus({ clientId, conversationId: otherId, status: 'on-hold' });
  const found = async (text: string, where: ClientId | null = clientId) =>
    (await call.conversations.search({ clientId: where, text })).hits
      .map((hit) => hit.conversationId)
      .toSorted();
  const both = [at.conversationId, otherId].toSorted();
  expect(await found('status:"Waiting for the COURIER"')).toEqual([at.conversationId]);
  expect(await found('status:courier lamp')).toEqual([at.conversationId]);
  expect(await found('-status:courier')).toEqual([otherId]);
  expect(await found('status:on-hold')).toEqual(both);
  expect(await found('status:photos')).toEqual([]);
  expect(await call.conversations.searchCount({ clientId, text: 'status:courier' })).toMatchObject({
    count: 1,
  });

  const theirs = core.services.stores.of(acorn);
  const channel = core.services.channels.add(theirs, {
    name: 'Demo',
    identities: [{ name: 'Acorn', address: 'help@acorn.example' }],
    settings: { kind: 'demo' },
    secret: null,
  });
  const sentAt = clock.now();
  const [acornId] = core.services.conversations.ingest(theirs, channel.id, aBatch([aMessage({ sentAt })]))
    .conversationIds as [ConversationId];
  const statusId = await nameStatus(desk, acorn, { category: 'waiting', name: 'Courier asked' });
  await call.conversations.setStatus({
    clientId: acorn,
    conversationId: acornId,
    status: 'waiting',
    statusId,
  });
  expect(await found('status:courier', null)).toEqual([at.conversationId, acornId].toSorted());
  expect(await found('status:courier', acorn)).toEqual([acornId]);
  const offered = await call.searchSuggestions.values({ clientId, operator: 'status', text: 'cour' });
  expect(offered.map(({ value }) => value)).toEqual(['Waiting for the courier']);
  await call.statuses.define({
    clientId: acorn,
    statuses: [{ id: statusId, category: 'waiting', name: 'Courier asked', retired: true }],
  });
  expect(await found('status:courier', acorn)).toEqual([acornId]);
});

function aBulkDesk(count: number) {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const courier = desk.nameStatus(client.store, { category: 'on-hold', name: 'Waiting for the courier' });
  const photos = desk.nameStatus(client.store, { category: 'on-hold', name: 'Waiting for photos' });
  const ids = Array.from({ length: count }, (_, number) => desk.ask(client, { number }).id);
  return { desk, client, store: client.store, courier, photos, ids };
}
const retire = (
  { statuses }: AutomationDesk,
  store: Parameters<AutomationDesk['statuses']['list']>[0],
  id: StatusId,
) =>
  statuses.define(
    store,
    statuses.list(store).map((each) => ({ ...each, retired: each.retired || each.id === id })),
  );

test('a bulk action names the status of many, and its undo leaves them as they were', async () => {
  const { desk, store, courier, photos, ids } = aBulkDesk(45);
  for (const [index, id] of ids.entries()) {
    if (index % 3 === 0)
      desk.conversations.setStatus(store, desk.operator, { id, status: 'on-hold', statusId: photos });
    if (index % 3 === 1)
      desk.conversations.setStatus(store, desk.operator, { id, status: 'on-hold', statusId: courier });
  }
  const whole = () => ids.map((id) => wholeOf(store, id));
  const before = whole();
  const { batches } = desk.actions;
  const actions = [{ kind: 'status' as const, status: 'on-hold' as const, statusId: courier }];
  const { id } = batches.begin(store, desk.ada.id, { ids, actions });
  await batches.settled();
  expect(whole().every(({ row }) => row?.status === 'on-hold' && row.status_id === courier)).toBe(true);
  expect(batches.read(store, id)).toMatchObject({ same: 15, refused: 0, done: 45 });
  // What was done stays done, and undone is undone, also where the name is offered no more.
  retire(desk, store, courier);
  retire(desk, store, photos);
  batches.undo(store, id);
  await batches.settled();
  expect(batches.read(store, id)).toMatchObject({ kept: 0, done: 30 });
  expect(whole()).toEqual(before);
});

test('a macro sets a named status; retired, it is refused in the preview as in the run', () => {
  const { desk, store, courier, ids } = aBulkDesk(2);
  const [first, second] = ids as [ConversationId, ConversationId];
  const steps = [{ kind: 'status' as const, status: 'on-hold' as const, statusId: courier }];
  const macroId = desk.macros.save(store, { id: null, name: 'To the courier', actions: steps });
  desk.macros.run(store, desk.ada.id, { macroId, conversationId: first });
  expect(desk.conversations.read(store, first)).toMatchObject({ status: 'on-hold', named: { id: courier } });
  retire(desk, store, courier);
  const on = { macroId, conversationId: second };
  expect(desk.macros.preview(store, desk.ada.id, on).refusal).toMatchObject({ code: 'not-found' });
  expect(() => desk.macros.run(store, desk.ada.id, on)).toThrow('not-found');
  expect(desk.conversations.read(store, second)).toMatchObject({ status: 'new', named: null });
  // Where it stands so already, nothing is to be done and nothing is refused.
  expect(desk.macros.preview(store, desk.ada.id, { macroId, conversationId: first })).toMatchObject({
    refusal: null,
    effects: [{ changes: false }],
  });
});

test('a rule waits for a named status, not for its category, and is not set off by another name there', async () => {
  const { desk, store, courier, photos, ids } = aBulkDesk(3);
  const rule = (tag: string, to: (StatusId | 'on-hold')[]) =>
    desk.automations.save(store, {
      ...{ id: null, name: tag, enabled: true, condition: { kind: 'status', any: to } },
      ...{ trigger: { kind: 'status-changed', to }, actions: [{ kind: 'tag', tag }] },
    });
  rule('courier', [courier]);
  rule('held', ['on-hold']);
  const [first, second, third] = ids as [ConversationId, ConversationId, ConversationId];
  const set = async (id: ConversationId, statusId: StatusId | null) => {
    desk.conversations.setStatus(store, desk.operator, { id, status: 'on-hold', statusId });
    await desk.automations.work(store);
    return desk.conversations.read(store, id).tags;
  };
  expect(await set(first, courier)).toEqual(['courier', 'held']);
  expect(await set(second, photos)).toEqual(['held']);
  expect(await set(third, null)).toEqual(['held']);
  desk.conversations.tag(store, desk.operator, { id: third, tag: 'held', on: false });
  expect(await set(third, courier)).toEqual(['courier']);
});

test('a reply sets a named status as it leaves, also one that was retired meanwhile; a usual reply leaves the name', async () => {
  const { desk, conversationId } = await startSending({ desk: { pace: { ...quickPace, undo: 60_000 } } });
  const { outbox, store, operatorId, conversations } = desk;
  const statusId = stranger;
  const asked = { ...desk.reply(conversationId), thenStatus: 'on-hold' as const, thenStatusId: statusId };
  await expect(outbox.send(store, operatorId, asked)).rejects.toMatchObject({ code: 'not-found' });
  const row = { id: statusId, category: 'on-hold' as const, name: 'Courier', position: 0 };
  store.run(store.sql.insertInto('statuses').values({ ...row, retired: 0 }));
  const item = await outbox.send(store, operatorId, asked);
  store.run(store.sql.updateTable('statuses').set({ retired: 1 }));
  store.run(store.sql.updateTable('outbox').set({ not_before: 0 }).where('id', '=', item.id));
  desk.startLane();
  await waitFor(() => conversations.read(store, conversationId).named?.id === statusId, 'the reply to leave');
  expect(conversations.read(store, conversationId)).toMatchObject({
    status: 'on-hold',
    named: { name: 'Courier' },
  });
});

test('a merge is called as the part that asks most, a split as what it came from; undone, all is as it was', async () => {
  const { call, clientId, courier, at, otherId, asked, other, desk, store, clock } = await aNamedDesk();
  const refunded = await nameStatus(desk, clientId, { category: 'resolved', name: 'Refunded' });
  await call.conversations.setStatus({
    clientId,
    conversationId: otherId,
    status: 'resolved',
    statusId: refunded,
  });
  await call.conversations.setStatus({ ...at, status: 'on-hold', statusId: courier });
  const before = hashOfClient(store);
  const merged = await call.corrections.merge({ clientId, fromIds: [at.conversationId], intoId: otherId });
  expect(await call.conversations.read({ clientId, conversationId: otherId })).toMatchObject({
    status: 'on-hold',
    named: { id: courier },
  });
  await call.corrections.undo({ clientId, correctionId: merged.correctionId });
  expect(hashOfClient(store)).toBe(before);
  expect(await call.conversations.read(at)).toMatchObject({ named: { id: courier } });
  expect(await call.conversations.read({ clientId, conversationId: otherId })).toMatchObject({
    named: { id: refunded },
  });

  clock.advance(60_000);
  const more = anAnswerTo(aReplyTo(other), { subject: 'A chair', sentAt: clock.now() });
  desk.receive(more);
  await call.conversations.setStatus({
    clientId,
    conversationId: otherId,
    status: 'resolved',
    statusId: refunded,
  });
  const whole = hashOfClient(store);
  const messageIds = [desk.idOf(more)];
  const split = await call.corrections.split({ clientId, conversationId: otherId, messageIds });
  expect(await call.conversations.read({ clientId, conversationId: split.intoId })).toMatchObject({
    status: 'resolved',
    named: { id: refunded },
  });
  await call.corrections.undo({ clientId, correctionId: split.correctionId });
  expect(hashOfClient(store)).toBe(whole);
  expect(desk.whereIs(asked)).toBe(at.conversationId);
});

test('figures go by category: with names or without, they are the same', () => {
  const story = (isNamed: boolean) => {
    const desk = openAutomationDesk();
    const client = desk.openClient('northwind');
    const { store } = client;
    const start = desk.clock.now();
    const name = (category: 'waiting' | 'on-hold' | 'resolved' | 'spam') =>
      isNamed ? desk.nameStatus(store, { category, name: `A kind of ${category}` }) : null;
    const names = {
      waiting: name('waiting'),
      'on-hold': name('on-hold'),
      resolved: name('resolved'),
      spam: name('spam'),
    };
    const asked = [1, 2, 3].map((number) => desk.ask(client, { number }));
    for (const [index, { id, message }] of asked.entries()) {
      const set = (status: keyof typeof names) => {
        desk.clock.advance(60_000);
        // The plain status first, and after a while its name; then plainly again: an hour later, in another period.
        desk.conversations.setStatus(store, desk.operator, { id, status });
        desk.clock.advance(3_600_000);
        if (!isNamed) return;
        desk.conversations.setStatus(store, desk.operator, { id, status, statusId: names[status] });
        desk.conversations.setStatus(store, desk.operator, { id, status });
      };
      const mail = (from: typeof message) =>
        desk.conversations.ingest(store, client.channelId, aBatch([from]));
      desk.clock.advance(60_000);
      const reply = aReplyTo(message, { sentAt: desk.clock.now() });
      mail(reply);
      set('on-hold');
      set('waiting');
      set(index === 1 ? 'spam' : 'resolved');
      if (index === 2) mail(anAnswerTo(reply, { sentAt: desk.clock.now() }));
    }
    const hours = Array.from({ length: 24 }, (_, hour) => start + hour * 3_600_000);
    const facts = readPopulation(store, { from: start, to: start + 86_400_000 }).segments.map(
      // How it stood is told by name; no figure but the breakdown by status goes by that.
      ({ id: _id, conversationId: _c, channelId: _h, standings: _s, ...figures }) => figures,
    );
    return {
      named: asked.flatMap(({ id }) => eventsOf(store, id)).filter(({ body }) => 'named' in body).length,
      facts,
      resolved: hours.map((from) => segmentsResolved(store, { from, to: from + 3_600_000 }).length),
      resolutions: listResolutions(store).length,
    };
  };
  const { named, ...plain } = story(false);
  const { named: names, ...withNames } = story(true);
  expect([named, names]).toEqual([0, 9]);
  expect(withNames).toEqual(plain);
  expect(plain.facts).toHaveLength(4);
  expect(plain.resolved.filter(Boolean)).toEqual([1, 1]);
});

test('an export says what a status is called', async () => {
  const { call, at, courier, store } = await aNamedDesk();
  expect(readForExport(store, at.conversationId)).toMatchObject({ status: 'new', statusName: null });
  await call.conversations.setStatus({ ...at, status: 'on-hold', statusId: courier });
  expect(readForExport(store, at.conversationId)).toMatchObject({
    status: 'on-hold',
    statusName: 'Waiting for the courier',
    events: expect.arrayContaining([
      expect.objectContaining({ to: 'on-hold', named: { id: courier, name: 'Waiting for the courier' } }),
    ]) as unknown,
  });
});
