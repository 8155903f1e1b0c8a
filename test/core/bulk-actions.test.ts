import { expect, test } from 'vitest';
import type { BulkAction, MacroAction } from '../../electron/shared/actions.ts';
import type { ConversationId } from '../../electron/shared/ids.ts';
import { createRandom } from '../bench/support/random.ts';
import { anAnswerTo, aReplyTo } from '../support/a-message.ts';
import {
  openAutomationDesk,
  wholeOf,
  type AutomationDesk,
  type DeskClient,
} from '../support/automation-desk.ts';
import { aBatch } from '../support/conversations-desk.ts';

const hour = 3_600_000;

/** A client with conversations in many states. */
function aWorkedDesk(count: number) {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const fields = desk.defineFields(client.store, [{ name: 'Order', kind: 'text' }]);
  const random = createRandom(3);
  const ids: ConversationId[] = [];
  for (let number = 0; number < count; number += 1) {
    const { id, message } = desk.ask(client, { number, at: desk.clock.now() - (count - number) * 60_000 });
    ids.push(id);
    const { conversations, operator } = desk;
    if (random.chance(0.4)) conversations.tag(client.store, operator, { id, tag: 'vip', on: true });
    if (random.chance(0.4)) conversations.assign(client.store, operator, { id, to: desk.ada.id });
    if (random.chance(0.3))
      conversations.ingest(
        client.store,
        client.channelId,
        aBatch([aReplyTo(message, { sentAt: message.sentAt + 1_000 })]),
      );
    const end = random.of(['resolved', 'snoozed', 'snoozed', 'on-hold', null, null] as const);
    if (end === 'snoozed')
      desk.snoozes.snooze(client.store, operator, { id, until: desk.clock.now() + hour });
    else if (end) conversations.setStatus(client.store, operator, { id, status: end });
  }
  return { ...desk, desk, client, store: client.store, ids, order: fields.get('Order')! };
}

const everything = (order: string): BulkAction[] => [
  { kind: 'tag', tag: 'late' },
  { kind: 'untag', tag: 'vip' },
  { kind: 'field', fieldId: order as never, value: 'NW-1' },
  { kind: 'note', text: 'Done in one go.' },
  { kind: 'assign', to: 'me' },
  { kind: 'status', status: 'resolved' },
];

async function doAndUndo(
  desk: AutomationDesk,
  client: DeskClient,
  what: { ids: ConversationId[]; actions: BulkAction[] },
) {
  const { batches } = desk.actions;
  const { id } = batches.begin(client.store, desk.ada.id, what);
  await batches.settled();
  const done = batches.read(client.store, id);
  batches.undo(client.store, id);
  await batches.settled();
  return { done, undone: batches.read(client.store, id) };
}

test('a bulk action does all of it to all of them, and its undo leaves everything as it was', async () => {
  const { desk, client, store, ids, order } = aWorkedDesk(70);
  const whole = () => ids.map((id) => wholeOf(store, id));
  const before = whole();
  const { id } = desk.actions.batches.begin(store, desk.ada.id, { ids, actions: everything(order) });
  expect(desk.actions.batches.read(store, id)).toMatchObject({ state: 'running', total: 70 });
  await desk.actions.batches.settled();
  expect(desk.actions.batches.read(store, id)).toMatchObject({
    ...{ state: 'done', total: 70, done: 70, refused: 0, undoable: true },
  });
  for (const { row, tags, values } of whole()) {
    expect(row).toMatchObject({ status: 'resolved', assignee_id: desk.ada.id, waiting_since: null });
    expect(tags.map(({ tag }) => tag)).toEqual(['late']);
    expect(values.map(({ value }) => value)).toEqual(['NW-1']);
  }
  const found = (text: string) =>
    desk.conversations.search([store], { clientId: null, text, cursor: null, limit: 100 }).hits;
  expect(found('"one go"')).toHaveLength(70);
  desk.actions.batches.undo(store, id);
  await desk.actions.batches.settled();
  expect(whole()).toEqual(before);
  expect(found('"one go"')).toEqual([]);
  expect(desk.actions.batches.read(store, id)).toMatchObject({
    state: 'undone',
    done: 70,
    kept: 0,
    undoable: false,
  });
  const again = await doAndUndo(desk, client, { ids, actions: [{ kind: 'snooze', hours: 3 }] });
  expect(again.done).toMatchObject({ done: 70, refused: 0 });
  expect(whole()).toEqual(before);
});

test('each random list of actions is undone exactly', async () => {
  const { desk, client, store, ids, order } = aWorkedDesk(12);
  const random = createRandom(17);
  const one = (): BulkAction =>
    random.of([
      {
        kind: 'status',
        status: random.of(['new', 'open', 'waiting', 'on-hold', 'resolved', 'spam'] as const),
      },
      { kind: 'snooze', hours: random.of([1, 24, null] as const) },
      { kind: 'tag', tag: random.of(['vip', 'late', 'odd'] as const) },
      { kind: 'untag', tag: random.of(['vip', 'late', 'odd'] as const) },
      { kind: 'assign', to: random.of(['me', 'nobody'] as const) },
      { kind: 'field', fieldId: order, value: random.of(['a', 'b', null] as const) },
      { kind: 'note', text: 'A note.' },
    ] as const);
  for (let round = 0; round < 30; round += 1) {
    const before = ids.map((id) => wholeOf(store, id));
    const actions = Array.from({ length: 1 + random.whole(5) }, one);
    const { undone } = await doAndUndo(desk, client, { ids, actions });
    expect(undone).toMatchObject({ state: 'undone', kept: 0, refused: 0 });
    expect(
      ids.map((id) => wholeOf(store, id)),
      JSON.stringify(actions),
    ).toEqual(before);
  }
});

test('what somebody has changed since stays, and is counted', async () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  const { batches } = desk.actions;
  const [retagged, answered, untouched] = [1, 2, 3].map((number) => desk.ask(client, { number }));
  const ids = [retagged!.id, answered!.id, untouched!.id];
  const before = wholeOf(store, untouched!.id);
  const actions: BulkAction[] = [
    { kind: 'tag', tag: 'late' },
    { kind: 'status', status: 'resolved' },
  ];
  const { id } = batches.begin(store, desk.ada.id, { ids, actions });
  await batches.settled();
  desk.clock.advance(60_000);
  desk.conversations.tag(store, desk.operator, { id: retagged!.id, tag: 'late', on: false });
  const answer = anAnswerTo(aReplyTo(answered!.message), { sentAt: desk.clock.now() });
  desk.conversations.ingest(store, client.channelId, aBatch([answer]));
  batches.undo(store, id);
  await batches.settled();
  expect(batches.read(store, id)).toMatchObject({ state: 'undone', done: 3, kept: 2 });
  expect(wholeOf(store, retagged!.id)).toMatchObject({ row: { status: 'new' }, tags: [] });
  // The customer came back after it: that cycle stands, and only the tag is gone.
  expect(wholeOf(store, answered!.id)).toMatchObject({ row: { status: 'open' }, tags: [] });
  expect(wholeOf(store, untouched!.id)).toEqual(before);
});

test('one that refuses is named and takes no other with it, and nothing of its own is done', async () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  const [full, empty] = [1, 2].map((number) => desk.ask(client, { number }).id);
  const order = desk.defineFields(store, [{ name: 'Order', kind: 'text', required: true }]).get('Order')!;
  desk.fields.set(store, desk.operator, { id: full!, fieldId: order, value: '7' });
  const before = wholeOf(store, empty!);
  const { id } = desk.actions.batches.begin(store, desk.ada.id, {
    ids: [empty!, full!, empty!],
    actions: [
      { kind: 'tag', tag: 'late' },
      { kind: 'status', status: 'resolved' },
    ],
  });
  await desk.actions.batches.settled();
  expect(desk.actions.batches.read(store, id)).toMatchObject({
    ...{ state: 'done', total: 2, done: 2, refused: 1 },
    refusal: { code: 'fields-missing', detail: { names: 'Order' } },
  });
  expect(wholeOf(store, empty!)).toEqual(before);
  expect(wholeOf(store, full!).row?.status).toBe('resolved');
});

test('cancelled in the middle it stops, and what was done is undone; interrupted it goes on at the next start', async () => {
  const { desk, store, ids } = aWorkedDesk(60);
  const before = ids.map((id) => wholeOf(store, id));
  const { batches } = desk.actions;
  const actions: BulkAction[] = [{ kind: 'tag', tag: 'seen' }];
  const tagged = () => ids.filter((id) => wholeOf(store, id).tags.some(({ tag }) => tag === 'seen')).length;

  const { id } = batches.begin(store, desk.ada.id, { ids, actions });
  await new Promise(setImmediate);
  batches.cancel(store, id);
  await batches.settled();
  expect(batches.read(store, id).state).toBe('cancelled');
  expect(tagged()).toBeGreaterThan(0);
  expect(tagged()).toBeLessThan(60);
  expect(batches.read(store, id).done).toBe(tagged());
  batches.undo(store, id);
  await batches.settled();
  expect(ids.map((each) => wholeOf(store, each))).toEqual(before);

  const interrupted = batches.begin(store, desk.ada.id, { ids, actions });
  await batches.close();
  expect(tagged()).toBeLessThan(60);
  const next = openAutomationDesk();
  next.adopt(store);
  next.actions.batches.resume();
  await next.actions.batches.settled();
  expect(next.actions.batches.read(store, interrupted.id)).toMatchObject({ state: 'done', done: 60 });
  expect(tagged()).toBe(60);
  expect(
    wholeOf(store, ids[0]!).events.filter(({ body }) => body.type === 'tagged' && body.tag === 'seen'),
  ).toHaveLength(1);
});

test('after an hour it is no slip of the hand any more', async () => {
  const { desk, store, ids, clock } = aWorkedDesk(3);
  const { id } = desk.actions.batches.begin(store, desk.ada.id, {
    ids,
    actions: [{ kind: 'tag', tag: 'seen' }],
  });
  await desk.actions.batches.settled();
  clock.advance(hour + 1);
  expect(desk.actions.batches.read(store, id).undoable).toBe(false);
  expect(() => desk.actions.batches.undo(store, id)).toThrow('undo-too-late');
});

test('what nobody can take back any more is forgotten, and what still runs is not', async () => {
  const { desk, store, ids, order } = aWorkedDesk(3);
  const { batches } = desk.actions;
  const begin = () => batches.begin(store, desk.ada.id, { ids, actions: everything(order) }).id;
  const first = begin();
  await batches.settled();
  desk.clock.advance(23 * hour);
  const second = begin();
  await batches.settled();
  expect(batches.read(store, first)).toMatchObject({ state: 'done', undoable: false });
  desk.clock.advance(2 * hour);
  begin();
  await batches.settled();
  expect(() => batches.read(store, first)).toThrow('not-found');
  expect(batches.read(store, second).state).toBe('done');
  expect(store.prepare('SELECT count(*) AS count FROM batch_items').get()).toEqual({ count: 6 });
});

test('all of a list means all of it, in its order', () => {
  const { desk, store, ids } = aWorkedDesk(40);
  const shown = desk.conversations.queue([store], {
    ...{ clientId: null, view: 'unanswered', cursor: null, limit: 200, operatorId: desk.ada.id },
  });
  const list = { queue: 'unanswered', operatorId: desk.ada.id } as const;
  expect(desk.conversations.idsOf(store, list, 1_000)).toEqual(shown.rows.map((row) => row.id));
  expect(shown.rows.length).toBeLessThan(ids.length);
});

test('a macro is previewed, done as one and undone as one; refused it does nothing at all', async () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  const { id } = desk.ask(client, { number: 1 });
  const order = desk.defineFields(store, [{ name: 'Order', kind: 'number', required: true }]).get('Order')!;
  const templateId = await desk.writeTemplate(client, 'Sorry', 'We are sorry.');
  const steps: MacroAction[] = [
    { kind: 'template', templateId },
    { kind: 'tag', tag: 'late' },
    { kind: 'note', text: 'Apologised.' },
    { kind: 'assign', to: 'me' },
    { kind: 'status', status: 'resolved' },
  ];
  const macroId = desk.macros.save(store, { id: null, name: 'Late parcel', actions: steps });
  const at = { macroId, conversationId: id };
  const before = wholeOf(store, id);
  expect(desk.macros.preview(store, desk.ada.id, at).refusal).toMatchObject({ code: 'fields-missing' });
  expect(() => desk.macros.run(store, desk.ada.id, at)).toThrow('fields-missing');
  expect(wholeOf(store, id)).toEqual(before);

  const filled: MacroAction[] = [{ kind: 'field', fieldId: order, value: '07,0' }, ...steps];
  desk.macros.save(store, { id: macroId, name: 'Late parcel', actions: filled });
  desk.conversations.tag(store, desk.operator, { id, tag: 'late', on: true });
  const ready = wholeOf(store, id);
  expect(desk.macros.preview(store, desk.ada.id, at)).toMatchObject({
    refusal: null,
    effects: [true, true, false, true, true, true].map((changes) => ({ changes })),
  });
  const { batchId, templates } = desk.macros.run(store, desk.ada.id, at);
  expect(templates).toEqual([templateId]);
  expect(desk.fields.values(store, id)).toEqual({ [order]: '7' });
  expect(wholeOf(store, id)).toMatchObject({ row: { status: 'resolved', assignee_id: desk.ada.id } });
  desk.actions.batches.undo(store, batchId);
  await desk.actions.batches.settled();
  expect(wholeOf(store, id)).toEqual(ready);

  desk.templates.remove(store, desk.ada.id, templateId);
  expect(desk.macros.preview(store, desk.ada.id, at).refusal).toMatchObject({ code: 'not-found' });
  expect(() => desk.macros.run(store, desk.ada.id, at)).toThrow('not-found');
  expect(wholeOf(store, id)).toEqual(ready);
});
