import { beforeEach, expect, test } from 'vitest';
import { aMessage } from '../support/a-message.ts';
import { startBrandDesk, type BrandDesk, type DeskBrand } from '../support/brand-desk.ts';

let desk: BrandDesk;
let ours: DeskBrand;
let theirs: DeskBrand;
beforeEach(async () => {
  desk = await startBrandDesk(['Quillmark', 'Bluefinch Travel'], { conversations: 0 });
  [ours, theirs] = desk.brands as [DeskBrand, DeskBrand];
  await mail(ours, { name: 'Carlotta Stone', address: 'carlotta@customer.example' }, [
    'urgent',
    'order late',
  ]);
  await mail(ours, { name: '', address: 'carl@other.example' }, ['urgent']);
  await mail(theirs, { name: 'Carla Foreign', address: 'carla@foreign.example' }, ['urgent', 'unpaid']);
});

async function mail(brand: DeskBrand, from: { name: string; address: string }, tags: readonly string[]) {
  const { conversations, stores } = desk.started.core.services;
  const message = aMessage({ from, to: [{ name: '', address: `help@${brand.domain}` }] });
  const batch = { messages: [message], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
  const store = stores.of(brand.clientId);
  const [conversationId] = conversations.ingest(store, brand.channelId, batch).conversationIds;
  if (!conversationId) throw new Error('no conversation');
  for (const tag of tags)
    await desk.started.call.conversations.tag({ clientId: brand.clientId, conversationId, tag, on: true });
}

const values = async (input: Parameters<typeof desk.started.call.searchSuggestions.values>[0]) =>
  (await desk.started.call.searchSuggestions.values(input)).map(
    ({ operator, value }) => `${operator}:${value}`,
  );

test('values are those of the client that is searched, and of no other', async () => {
  const { clientId } = ours;
  expect(await values({ clientId, operator: 'tag', text: '' })).toEqual(['tag:order late', 'tag:urgent']);
  expect(await values({ clientId, operator: 'tag', text: 'UR' })).toEqual(['tag:urgent']);
  expect(await values({ clientId, operator: 'from', text: 'carl' })).toEqual([
    'from:carlotta@customer.example',
    'from:carl@other.example',
  ]);
  expect(await values({ clientId, operator: 'from', text: '' })).toEqual([]);
  expect(await values({ clientId, operator: 'assignee', text: 'ad' })).toEqual(['assignee:Ada']);
  expect(await values({ clientId, operator: 'channel', text: '' })).toHaveLength(1);
  expect(await values({ clientId, operator: null, text: 'or' })).toEqual(['tag:order late']);
});

test('fields are offered by name, then with what can be chosen, of those clients that the operator may see', async () => {
  const { call } = desk.started;
  const field = { id: null, choices: [], required: false };
  await call.fields.define({
    clientId: ours.clientId,
    fields: [
      { ...field, name: 'Order number', kind: 'text' },
      { ...field, name: 'Reason', kind: 'choice', choices: ['Late', 'Broken', 'Late again'] },
      { ...field, name: 'Angry', kind: 'yes-no' },
    ],
  });
  await call.fields.define({
    clientId: theirs.clientId,
    fields: [{ ...field, name: 'Reason', kind: 'choice', choices: ['Lost'] }],
  });
  const offered = (text: string, clientId: DeskBrand['clientId'] | null = ours.clientId) =>
    values({ clientId, operator: 'field', text });
  expect(await offered('')).toEqual(['field:Order number=', 'field:Reason=', 'field:Angry=']);
  expect(await offered('re')).toEqual(['field:Reason=']);
  expect(await offered('reason=la')).toEqual(['field:Reason=Late', 'field:Reason=Late again']);
  expect(await offered('Angry=')).toEqual(['field:Angry=yes', 'field:Angry=no']);
  expect(await offered('Order number=')).toEqual([]);
  expect(await offered('reason=l', null)).toEqual([
    'field:Reason=Late',
    'field:Reason=Lost',
    'field:Reason=Late again',
  ]);
  const agent = desk.started.callAs(desk.hire('agent', ['Quillmark']));
  const seen = await agent.searchSuggestions.values({ clientId: null, operator: 'field', text: 'reason=lo' });
  expect(seen).toEqual([]);
});

test('over all clients a value of several is offered once, and one of a single client names it', async () => {
  const tags = await desk.started.call.searchSuggestions.values({
    clientId: null,
    operator: 'tag',
    text: 'u',
  });
  expect(tags.map(({ value, clientId }) => [value, clientId])).toEqual([
    ['urgent', null],
    ['unpaid', theirs.clientId],
  ]);
  const agent = desk.hire('agent', ['Quillmark']);
  const seen = await desk.started
    .callAs(agent)
    .searchSuggestions.values({ clientId: null, operator: 'from', text: 'carl' });
  expect(seen.map(({ clientId }) => clientId)).toEqual([ours.clientId, ours.clientId]);
});

test('a merged person is offered as one', async () => {
  const { call } = desk.started;
  const { clientId } = ours;
  const [one, other] = await call.contacts.find({ clientId, text: 'carl' });
  if (!one || !other) throw new Error('no contacts');
  await call.contacts.merge({ clientId, contactId: one.id, otherId: other.id });
  expect(await values({ clientId, operator: 'from', text: 'carl' })).toHaveLength(1);
});

test("a search is kept with the client it led to, for the operator who searched, and the workspace's own file holds none of it", async () => {
  const { call, clock, core } = desk.started;
  const recent = async (clientId: DeskBrand['clientId'] | null, as = call) =>
    (await as.searchSuggestions.recent({ clientId })).map(({ text }) => text);
  await call.searchSuggestions.remember({ clientId: ours.clientId, text: 'secret lantern' });
  clock.advance(1_000);
  await call.searchSuggestions.remember({ clientId: theirs.clientId, text: 'blue ticket' });
  expect(await recent(ours.clientId)).toEqual(['secret lantern']);
  expect(await recent(null)).toEqual(['blue ticket', 'secret lantern']);
  const agent = desk.started.callAs(desk.hire('agent', ['Quillmark']));
  expect(await recent(null, agent)).toEqual([]);
  for (let index = 0; index < 40; index += 1) {
    clock.advance(1_000);
    await call.searchSuggestions.remember({ clientId: ours.clientId, text: `lantern ${index}` });
  }
  const kept = core.services.stores
    .of(ours.clientId)
    .prepare('SELECT count(*) AS count FROM recent_searches')
    .get();
  expect(kept).toEqual({ count: 30 });
  expect(await recent(ours.clientId)).toHaveLength(6);
  await call.searchSuggestions.forget({ clientId: ours.clientId });
  expect(await recent(null)).toEqual(['blue ticket']);
});
