import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createDueWork } from '../../electron/core/features/service-levels/due-work.ts';
import { dueForList } from '../../electron/core/features/service-levels/service.ts';
import { atOnce } from '../../electron/core/slices.ts';
import type { ConversationStatus } from '../../electron/shared/conversations.ts';
import type { ConversationId } from '../../electron/shared/ids.ts';
import { ViewDraft, ViewFilter } from '../../electron/shared/views.ts';
import { createRandom } from '../bench/support/random.ts';
import { aReplyTo } from '../support/a-message.ts';
import { openAutomationDesk, type AutomationDesk, type DeskClient } from '../support/automation-desk.ts';
import { aBatch } from '../support/conversations-desk.ts';
import { waitFor } from '../support/wait-for.ts';

const minute = 60_000;
const levels = { firstResponse: 60, nextResponse: 90, resolution: 600 };

const kept = ({ store }: DeskClient) =>
  store.all(store.sql.selectFrom('dues').selectAll().orderBy('conversation_id'));

/** What falls due, each conversation looked at by itself. */
function truth({ serviceLevels }: AutomationDesk, { store }: DeskClient) {
  const ids = store.all(store.sql.selectFrom('conversations').select('id').orderBy('id')).map(({ id }) => id);
  return [...serviceLevels.clocksOf(store, ids)].map(([id, { kind, dueAt, warnAt }]) => ({
    conversation_id: id,
    kind,
    due_at: Date.parse(dueAt),
    warn_at: Date.parse(warnAt),
  }));
}

test('whatever happens to conversations, promises and the calendar, what is kept is what falls due', () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store, channelId } = client;
  const random = createRandom(23);
  const anyOf = <Item>(items: readonly Item[]): Item => items[random.whole(items.length)]!;
  const asked: ReturnType<typeof desk.ask>[] = [];
  const statuses: readonly ConversationStatus[] = ['new', 'open', 'waiting', 'on-hold', 'resolved', 'spam'];
  const steps: (() => void)[] = [
    () => void asked.push(desk.ask(client, { number: asked.length })),
    () => void asked.push(desk.ask(client, { number: asked.length })),
    () => {
      const { message } = anyOf(asked);
      const reply = aReplyTo(message, { sentAt: desk.clock.now() });
      desk.conversations.ingest(store, channelId, aBatch([reply]));
    },
    () =>
      desk.conversations.setStatus(store, desk.operator, {
        id: anyOf(asked).id,
        status: anyOf(statuses),
      }),
    () => desk.snoozes.snooze(store, desk.operator, { id: anyOf(asked).id, until: null }),
    () => atOnce(desk.serviceLevels.dueSteps(store)),
    () =>
      random.chance(0.3)
        ? desk.serviceLevels.define(store, { ...levels, firstResponse: 1 + random.whole(500) })
        : desk.serviceLevels.makeDue(store, random.whole(5)),
    () => {
      if (random.chance(0.8)) return;
      const weeklyHours = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }]);
      desk.calendars.define(store, { timeZone: 'UTC', weeklyHours });
    },
  ];
  asked.push(desk.ask(client, { number: 0 }));
  let filled = 0;
  for (let round = 0; round < 300; round += 1) {
    desk.clock.advance(random.whole(30) * minute + 1);
    anyOf(steps)();
    if (round % 10 > 0) continue;
    atOnce(desk.serviceLevels.dueSteps(store));
    expect(kept(client)).toEqual(truth(desk, client));
    filled += kept(client).length;
  }
  expect(filled).toBeGreaterThan(300);
  const none = { firstResponse: null, nextResponse: null, resolution: null };
  desk.serviceLevels.define(store, none);
  atOnce(desk.serviceLevels.dueSteps(store));
  expect(kept(client)).toEqual([]);
});

function aBusyClient(conversations: number) {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const ids = Array.from({ length: conversations }, (_, number) => desk.ask(client, { number }).id);
  const reader = desk.reader(client);
  const overdue = desk.views.save(
    reader,
    ViewDraft.parse({
      ...{ id: null, name: 'Overdue', audience: 'me', clientIds: null, columns: [] },
      ...{ filter: ViewFilter.parse({ promise: 'overdue' }), sort: 'due' },
    }),
  );
  const shown = (): ConversationId[] =>
    desk.views
      .page(reader, { viewId: overdue.id, clientId: null, cursor: null, limit: 200 })
      .rows.map(({ id }) => id);
  const work = createDueWork({
    stores: { all: () => [client.store] },
    serviceLevels: desk.serviceLevels,
    changes: desk.changes,
    log: pino({ level: 'silent' }),
  });
  onTestFinished(() => work.close());
  return { desk, client, ids, shown };
}

test('a list that is opened works out what was changed just now, and leaves a heap to the background', async () => {
  const { desk, client, ids, shown } = aBusyClient(3 * dueForList);
  desk.serviceLevels.define(client.store, levels);
  desk.clock.advance(61 * minute);
  expect(shown()).toEqual([]);
  const told: (string | null)[] = [];
  desk.changes.listen(({ topic, id }) => topic === 'conversations' && told.push(id));
  await waitFor(() => told.length > 0, 'the list to be told of what falls due');
  expect(told).toEqual([null]);
  expect(shown().toSorted()).toEqual(ids.toSorted());

  const [first, second] = ids as [ConversationId, ConversationId];
  desk.conversations.setStatus(client.store, desk.operator, { id: first, status: 'resolved' });
  expect(shown()).not.toContain(first);
  expect(shown()).toContain(second);
});

test('a list that works out only a part of what was changed is told when the rest is', async () => {
  const { desk, client, ids, shown } = aBusyClient(1);
  desk.serviceLevels.define(client.store, levels);
  atOnce(desk.serviceLevels.dueSteps(client.store));
  const more = Array.from({ length: dueForList + 5 }, (_, number) => desk.ask(client, { number }).id);
  desk.clock.advance(61 * minute);
  expect(shown()).toHaveLength(ids.length + dueForList);
  let isTold = false;
  desk.changes.listen(({ topic }) => (isTold ||= topic === 'conversations'));
  await waitFor(() => isTold, 'the list to be told of the rest');
  expect(shown().toSorted()).toEqual([...ids, ...more].toSorted());
});

test('nobody has to ask: after a change what falls due is worked out soon', async () => {
  const { desk, client, ids } = aBusyClient(3);
  desk.serviceLevels.define(client.store, levels);
  await waitFor(() => kept(client).length === ids.length, 'promises to be worked out');
  desk.conversations.setStatus(client.store, desk.operator, { id: ids[0]!, status: 'resolved' });
  await waitFor(() => kept(client).length === ids.length - 1, 'a kept promise to be forgotten');
  expect(kept(client)).toEqual(truth(desk, client));
});
