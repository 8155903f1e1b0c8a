import { expect, test } from 'vitest';
import { readView } from '../../electron/core/features/conversations/lists/view-pages.ts';
import { planView, type Sizes } from '../../electron/core/features/conversations/lists/view-plan-rules.ts';
import {
  lastLookedStatement,
  pageStatement,
  type Look,
  type ViewAsked,
} from '../../electron/core/features/conversations/lists/view-queries.ts';
import { sizesIn } from '../../electron/core/features/conversations/lists/view-sizes.ts';
import { atOnce } from '../../electron/core/slices.ts';
import type { QueuePage, QueueRow } from '../../electron/shared/conversations.ts';
import type { ChannelId, StatusId, ViewId } from '../../electron/shared/ids.ts';
import { ViewDraft, ViewFilter } from '../../electron/shared/views.ts';
import { createRandom } from '../bench/support/random.ts';
import { addChannel, aBatch } from '../support/conversations-desk.ts';
import { openAutomationDesk, type AutomationDesk, type DeskClient } from '../support/automation-desk.ts';
import { aReplyTo } from '../support/a-message.ts';

const minute = 60_000;
const filterOf = (filter: Partial<ViewFilter>): ViewFilter => ViewFilter.parse(filter);

const draftOf = (draft: Partial<ViewDraft>): ViewDraft => ({
  id: null,
  name: 'A view',
  audience: 'me',
  clientIds: null,
  filter: filterOf({}),
  sort: 'newest',
  columns: ['preview'],
  ...draft,
});

/** Every page of a view, however long the pages are. */
function rowsOf(
  desk: AutomationDesk,
  clients: readonly DeskClient[],
  view: ViewId,
  limit: number,
): QueueRow[] {
  const rows: QueueRow[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 200; page += 1) {
    const ask = { viewId: view, clientId: null, cursor, limit };
    const answer: { rows: readonly QueueRow[]; next: string | null } = desk.views.page(
      desk.reader(...clients),
      ask,
    );
    rows.push(...answer.rows);
    if (answer.next === null) return rows;
    cursor = answer.next;
  }
  throw new Error('the view never ends');
}

/** Two clients with conversations in every state, and the truth about them worked out without SQL. */
function aFullDesk() {
  const desk = openAutomationDesk();
  const clients = [desk.openClient('northwind'), desk.openClient('acme')];
  const second = addChannel(clients[0]!.store, { name: 'billing', now: desk.clock.now() });
  const random = createRandom(11);
  const start = desk.clock.now() - 3_000 * minute;
  const hal = desk.hire('Hal', [{ clientId: null, role: 'agent' }]);
  for (const [which, client] of clients.entries()) {
    const fields = desk.defineFields(client.store, [
      { name: 'Order', kind: 'text' },
      { name: 'Amount', kind: 'number' },
    ]);
    const names = {
      'on-hold': desk.nameStatus(client.store, { category: 'on-hold', name: 'Waiting for the courier' }),
      resolved: desk.nameStatus(client.store, { category: 'resolved', name: 'Refunded' }),
    };
    for (let number = 0; number < 90; number += 1) {
      const at = start + number * 20 * minute + which;
      const channelId: ChannelId = which === 0 && number % 3 === 0 ? second : client.channelId;
      const { id, message } = desk.ask({ ...client, channelId }, { number, at });
      const operator = desk.operator;
      if (random.chance(0.4))
        desk.conversations.assign(client.store, operator, {
          id,
          to: random.chance(0.5) ? desk.ada.id : hal.id,
        });
      for (const tag of ['vip', 'late', 'refund'])
        if (random.chance(0.3)) desk.conversations.tag(client.store, operator, { id, tag, on: true });
      if (random.chance(0.4))
        desk.fields.set(client.store, operator, {
          id,
          fieldId: fields.get('Amount')!,
          value: String(random.whole(200)),
        });
      if (random.chance(0.3))
        desk.fields.set(client.store, operator, {
          id,
          fieldId: fields.get('Order')!,
          value: `NW-${random.whole(9)}`,
        });
      if (random.chance(0.2)) {
        const reply = aReplyTo(message, { sentAt: at + 5 * minute });
        desk.conversations.ingest(client.store, channelId, aBatch([reply]));
      }
      const roll = random.next();
      const end =
        roll < 0.2
          ? 'resolved'
          : roll < 0.28
            ? 'spam'
            : roll < 0.44
              ? 'on-hold'
              : roll < 0.5
                ? 'snoozed'
                : null;
      if (end === 'snoozed') desk.snoozes.snooze(client.store, operator, { id, until: null });
      else if (end) {
        const statusId = end === 'spam' || number % 3 === 0 ? null : names[end];
        desk.conversations.setStatus(client.store, operator, { id, status: end, statusId });
      }
    }
  }
  for (const { store } of clients)
    desk.serviceLevels.define(store, { firstResponse: 1_000, nextResponse: null, resolution: 2_000 });
  for (const { store } of clients) atOnce(desk.serviceLevels.dueSteps(store));
  return { ...desk, desk, clients, second, hal };
}

/** What a person would say belongs into the view, going through everything by hand. */
function truth(
  full: ReturnType<typeof aFullDesk>,
  { filter, sort }: Pick<ViewDraft, 'filter' | 'sort'>,
): string[] {
  const { desk, clients } = full;
  const now = desk.clock.now();
  const all = clients.flatMap(({ store }) => {
    const rows = store.all(store.sql.selectFrom('conversations').selectAll());
    const clocks = desk.serviceLevels.clocksOf(
      store,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      row,
      due: clocks.get(row.id) ?? null,
      tags: store
        .all(store.sql.selectFrom('conversation_tags').select('tag').where('conversation_id', '=', row.id))
        .map(({ tag }) => tag),
      fields: desk.fields.values(store, row.id),
    }));
  });
  const keyOf = ({ row, due }: (typeof all)[number]): number | null => {
    if (sort === 'waiting') return row.waiting_since;
    if (sort === 'due') return due && Date.parse(due.dueAt);
    return sort === 'newest' ? -row.last_message_at : row.last_message_at;
  };
  const fits = ({ row, due, tags, fields }: (typeof all)[number]): boolean =>
    (filter.statuses.length > 0
      ? filter.statuses.some((each) => each === row.status || each === row.status_id)
      : row.status !== 'spam') &&
    (filter.tags.length === 0 || filter.tags.some((tag) => tags.includes(tag))) &&
    !filter.withoutTags.some((tag) => tags.includes(tag)) &&
    (filter.assignee === null ||
      (filter.assignee === 'nobody'
        ? row.assignee_id === null
        : filter.assignee === 'somebody'
          ? row.assignee_id !== null
          : row.assignee_id === (filter.assignee === 'me' ? desk.ada.id : filter.assignee))) &&
    (filter.waiting === null || (row.waiting_since !== null) === filter.waiting) &&
    (filter.waitingMinutes === null ||
      (row.waiting_since !== null && row.waiting_since <= now - filter.waitingMinutes * minute)) &&
    (filter.promise === null ||
      (due !== null &&
        (filter.promise === 'running' ||
          (filter.promise === 'overdue'
            ? Date.parse(due.dueAt) <= now
            : Date.parse(due.warnAt) <= now && Date.parse(due.dueAt) > now)))) &&
    (filter.channels.length === 0 || filter.channels.includes(row.channel_id)) &&
    filter.fields.every(({ fieldId, how, values }) => {
      const value = fields[fieldId];
      if (how === 'filled' || how === 'empty') return (value !== undefined) === (how === 'filled');
      if (value === undefined) return false;
      if (how === 'is') return values.includes(value);
      if (how === 'contains') return value.includes(values[0]!);
      return how === 'at-least' ? Number(value) >= Number(values[0]) : Number(value) <= Number(values[0]);
    });
  return all
    .flatMap((each) => {
      const key = keyOf(each);
      return key !== null && fits(each) ? [{ id: each.row.id, key }] : [];
    })
    .toSorted((a, b) => a.key - b.key || (sort === 'newest' ? -1 : 1) * (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Every page of a view of which each is late after a few rows, now and then without any. */
function inPieces(
  { desk, clients }: Pick<ReturnType<typeof aFullDesk>, 'desk' | 'clients'>,
  { filter, sort }: Pick<ViewDraft, 'filter' | 'sort'>,
): string[] {
  const random = createRandom(7);
  const asked = { filter, sort, operatorId: desk.ada.id, now: desk.clock.now() };
  const { clocksOf } = desk.serviceLevels;
  const stores = clients.map(({ store }) => store);
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 500; page += 1) {
    const pace = { isLate: () => random.chance(0.6), rowsAtOnce: 1 + random.whole(25) };
    const answer: Omit<QueuePage, 'missing'> = readView(stores, {
      ...{ ...asked, clocksOf, pace, cursor },
      limit: 1 + random.whole(20),
    });
    ids.push(...answer.rows.map(({ id }) => id));
    if (answer.next === null) return ids;
    cursor = answer.next;
  }
  throw new Error('the view never ends');
}

test('a view shows what it asks for and nothing else, in one order over its clients, whatever the page size', async () => {
  const full = aFullDesk();
  const { desk, clients, hal, second } = full;
  const amount = desk.fields.list(clients[0]!.store).find(({ name }) => name === 'Amount')!.id;
  const order = desk.fields.list(clients[0]!.store).find(({ name }) => name === 'Order')!.id;
  const one = [clients[0]!.store.clientId];
  const [courier, refunded] = desk.statuses.list(clients[0]!.store).map(({ id }) => id) as [
    StatusId,
    StatusId,
  ];
  const asked: Partial<ViewDraft>[] = [
    {},
    { filter: filterOf({ tags: ['vip'] }) },
    { filter: filterOf({ tags: ['vip', 'late'], withoutTags: ['refund'] }) },
    { filter: filterOf({ statuses: ['resolved'] }), sort: 'oldest' },
    { filter: filterOf({ statuses: ['new', 'open', 'on-hold'], assignee: 'me' }) },
    { filter: filterOf({ statuses: ['new', 'open'], assignee: 'nobody' }), sort: 'oldest' },
    { filter: filterOf({ assignee: hal.id, tags: ['late'] }), sort: 'waiting' },
    { filter: filterOf({ assignee: 'somebody', waiting: true }) },
    { filter: filterOf({ waiting: false }) },
    { filter: filterOf({ waitingMinutes: 1_500 }), sort: 'waiting' },
    { filter: filterOf({ promise: 'overdue' }), sort: 'due' },
    { filter: filterOf({ promise: 'soon' }), sort: 'newest' },
    { filter: filterOf({ promise: 'running', tags: ['refund'] }), sort: 'due' },
    { filter: filterOf({ statuses: ['spam', 'resolved'] }) },
    { clientIds: one, filter: filterOf({ statuses: [courier] }) },
    { clientIds: one, filter: filterOf({ statuses: [refunded, courier] }), sort: 'oldest' },
    { clientIds: one, filter: filterOf({ statuses: [courier, 'on-hold', refunded] }) },
    { clientIds: one, filter: filterOf({ statuses: ['open', courier], tags: ['vip', 'late'] }) },
    { clientIds: one, filter: filterOf({ statuses: ['new', courier] }), sort: 'waiting' },
    { clientIds: one, filter: filterOf({ statuses: ['new', courier], assignee: 'me' }), sort: 'due' },
    { clientIds: one, filter: filterOf({ channels: [second] }) },
    { clientIds: one, filter: filterOf({ fields: [{ fieldId: amount, how: 'at-least', values: ['90'] }] }) },
    { clientIds: one, filter: filterOf({ fields: [{ fieldId: amount, how: 'at-most', values: ['9'] }] }) },
    {
      clientIds: one,
      filter: filterOf({ fields: [{ fieldId: order, how: 'is', values: ['NW-3', 'NW-4'] }] }),
      sort: 'waiting',
    },
    { clientIds: one, filter: filterOf({ fields: [{ fieldId: order, how: 'contains', values: ['W-7'] }] }) },
    {
      clientIds: one,
      filter: filterOf({ fields: [{ fieldId: order, how: 'empty', values: [] }], tags: ['vip'] }),
    },
  ];
  let filled = 0;
  for (const part of asked) {
    const draft = draftOf(part);
    const view = desk.views.save(desk.reader(...clients), draft);
    const scope = draft.clientIds ? { ...full, clients: [clients[0]!] } : full;
    const expected = truth(scope, draft);
    for (const limit of [7, 200])
      expect(
        rowsOf(desk, clients, view.id, limit).map(({ id }) => id),
        JSON.stringify(part),
      ).toEqual(expected);
    expect(inPieces(scope, draft), JSON.stringify(part)).toEqual(expected);
    expect(await desk.views.tally(desk.reader(...clients), draft)).toEqual({
      count: expected.length,
      capped: false,
    });
    filled += Number(expected.length > 0);
  }
  expect(filled).toBeGreaterThan(asked.length - 4);
});

test('promises and their moments follow the conversations, the levels and the calendar', () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  desk.serviceLevels.define(store, { firstResponse: 60, nextResponse: null, resolution: null });
  const { id, message } = desk.ask(client, { number: 1 });
  const reader = desk.reader(client);
  const overdue = desk.views.save(reader, draftOf({ filter: filterOf({ promise: 'overdue' }), sort: 'due' }));
  const shown = () => rowsOf(desk, [client], overdue.id, 10).map((row) => row.id);
  expect(shown()).toEqual([]);
  desk.clock.advance(61 * minute);
  expect(shown()).toEqual([id]);
  desk.serviceLevels.define(store, { firstResponse: 600, nextResponse: null, resolution: null });
  expect(shown()).toEqual([]);
  desk.clock.advance(600 * minute);
  expect(shown()).toEqual([id]);
  desk.calendars.define(store, {
    timeZone: 'UTC',
    weeklyHours: [[], [], [{ from: '09:00', to: '10:00' }], [], [], [], []],
  });
  desk.clock.advance(1);
  const reply = aReplyTo(message, { sentAt: desk.clock.now() });
  desk.conversations.ingest(store, client.channelId, aBatch([reply]));
  expect(shown()).toEqual([]);
});

test('a view is for its maker, for the team of its one client, or for everybody; nobody sees what they may not read', () => {
  const desk = openAutomationDesk();
  const [northwind, acme] = [desk.openClient('northwind'), desk.openClient('acme')];
  const of = ({ store }: DeskClient) => store.clientId;
  desk.ask(northwind, { number: 1 });
  desk.ask(acme, { number: 2 });
  const hal = desk.hire('Hal', [{ clientId: of(northwind), role: 'agent' }]);
  const lea = desk.hire('Lea', [{ clientId: of(northwind), role: 'quality-lead' }]);
  const all = desk.reader(northwind, acme);
  const asHal = { operator: hal, clientIds: [of(northwind)], stores: [northwind.store] };
  const asLea = { ...asHal, operator: lea };
  const names = (reader: typeof all) =>
    desk.views.list(reader).map(({ name, mine }) => `${name}${mine ? '*' : ''}`);

  desk.views.save(all, draftOf({ name: 'Everything', audience: 'everyone' }));
  desk.views.save(all, draftOf({ name: 'Acme only', audience: 'team', clientIds: [of(acme)] }));
  desk.views.save(all, draftOf({ name: 'Both', audience: 'everyone', clientIds: [of(northwind), of(acme)] }));
  desk.views.save(asHal, draftOf({ name: 'My own', clientIds: [of(northwind)] }));
  const team = desk.views.save(
    asLea,
    draftOf({ name: 'Team', audience: 'team', clientIds: [of(northwind)] }),
  );

  expect(names(all)).toEqual(['Acme only*', 'Both*', 'Everything*', 'Team*']);
  expect(names(asHal)).toEqual(['Both', 'Everything', 'My own*', 'Team']);
  expect(desk.views.list(asHal).find(({ name }) => name === 'Both')?.clientIds).toEqual([of(northwind)]);
  const both = desk.views.list(asHal).find(({ name }) => name === 'Both')!;
  const seen = desk.views.page(asHal, { viewId: both.id, clientId: null, cursor: null, limit: 10 });
  expect(seen.rows.map((row) => row.clientId)).toEqual([of(northwind)]);

  expect(() => desk.views.save(asHal, draftOf({ audience: 'team', clientIds: [of(northwind)] }))).toThrow(
    'forbidden',
  );
  expect(() => desk.views.save(asLea, draftOf({ audience: 'everyone' }))).toThrow('forbidden');
  expect(() => desk.views.save(asHal, draftOf({ clientIds: [of(acme)] }))).toThrow('not-found');
  expect(() => desk.views.remove(asHal, team.id)).toThrow('forbidden');
  expect(() =>
    desk.views.page(asHal, { viewId: desk.views.list(all)[0]!.id, clientId: null, cursor: null, limit: 5 }),
  ).toThrow('not-found');

  // From one client's to several: it moves out of that client's store, and there is still one of it.
  const moved = desk.views.save(all, { ...draftOf({ name: 'Team' }), id: team.id, audience: 'everyone' });
  expect(moved.id).toBe(team.id);
  expect(desk.views.list(all).filter(({ id }) => id === team.id)).toHaveLength(1);
  desk.views.remove(all, team.id);
  expect(names(asLea)).toEqual(['Both', 'Everything']);
});

test('what only one client has can not stand in a view over several', () => {
  const fieldId = '0195c0de-0000-7000-8000-000000000001';
  const filter = { fields: [{ fieldId, how: 'filled' }] };
  const client = '0195c0de-0000-7000-8000-000000000002';
  const draft = { ...draftOf({}), filter };
  expect(ViewDraft.safeParse(draft).success).toBe(false);
  expect(ViewDraft.safeParse({ ...draft, clientIds: [client] }).success).toBe(true);
  expect(ViewDraft.safeParse({ ...draftOf({}), audience: 'team' }).success).toBe(false);
  const named = { ...draftOf({}), filter: { statuses: ['waiting', fieldId] } };
  expect(ViewDraft.safeParse(named).success).toBe(false);
  expect(ViewDraft.safeParse({ ...named, clientIds: [client] }).success).toBe(true);
});

const plans: readonly [name: string, asked: Partial<ViewAsked>, index: string][] = [
  ['everything', {}, 'conversations_by_age'],
  ['one status', { filter: filterOf({ statuses: ['resolved'] }) }, 'conversations_by_status'],
  [
    'a named status',
    { filter: filterOf({ statuses: ['0195c0de-0000-7000-8000-000000000003' as StatusId] }) },
    'conversations_by_status_id',
  ],
  ['who waits', { sort: 'waiting' }, 'conversations_waiting'],
  ['what falls due', { sort: 'due' }, 'dues_by_time'],
  ['mine', { filter: filterOf({ statuses: ['open'], assignee: 'me' }) }, 'conversations_mine'],
  [
    'what was mine',
    { filter: filterOf({ statuses: ['resolved'], assignee: 'me' }) },
    'conversations_of_assignee',
  ],
  [
    'what was somebody’s',
    { filter: filterOf({ statuses: ['resolved'], assignee: 'somebody' }) },
    'conversations_assigned',
  ],
  ['nobody’s', { filter: filterOf({ statuses: ['open'], assignee: 'nobody' }) }, 'conversations_unassigned'],
];

test.each(plans)('the page of %s is read off its index: nothing is sorted', (_, part, index) => {
  const desk = openAutomationDesk();
  const { store } = desk.openClient('northwind');
  const asked: ViewAsked = { filter: filterOf({}), sort: 'newest', operatorId: desk.ada.id, now: 0, ...part };
  expect(planOf(store, asked, sizesIn(store, asked))).toEqual(expect.stringContaining(index));
});

const passedBy: readonly [name: string, asked: Partial<ViewAsked>][] = [
  ['mine with a tag', { filter: filterOf({ statuses: ['open'], assignee: 'me', tags: ['vip'] }) }],
  ['resolved by somebody', { filter: filterOf({ statuses: ['resolved'], assignee: 'somebody' }) }],
  ['resolved by me', { filter: filterOf({ statuses: ['resolved'], assignee: 'me', waiting: true }) }],
  ['nobody’s and new', { filter: filterOf({ statuses: ['new'], assignee: 'nobody', waiting: true }) }],
  ['who waits for nobody', { filter: filterOf({ assignee: 'nobody', tags: ['vip'] }), sort: 'waiting' }],
];

test.each(passedBy)('what does not fit is passed by unread: %s', (_, part) => {
  const desk = openAutomationDesk();
  const { store } = desk.openClient('northwind');
  const asked: ViewAsked = { filter: filterOf({}), sort: 'newest', operatorId: desk.ada.id, now: 0, ...part };
  const sizes: Sizes = ({ set }) => (set === 'tags' || set === 'statuses' ? 4_000 : 3_000);
  expect(planOf(store, asked, sizes)).toMatch(/ c USING COVERING INDEX conversations_/);
});

test('a tag is read off its own index, newest first; by how long they wait, the few that bear it are sorted', () => {
  const desk = openAutomationDesk();
  const { store } = desk.openClient('northwind');
  const asked: ViewAsked = {
    filter: filterOf({ tags: ['vip'] }),
    sort: 'newest',
    operatorId: desk.ada.id,
    now: 0,
  };
  expect(planOf(store, asked, () => 5_000)).toEqual(expect.stringContaining('conversation_tags_by_place'));
  const waiting = { ...asked, sort: 'waiting' } as const;
  expect(planView(waiting, sizesIn(store, waiting))).toEqual([{ by: 'few-tagged' }]);
});

/** The way on which a plan reads, asserted to be in order by itself. */
function planOf(store: DeskClient['store'], asked: ViewAsked, sizes: ReturnType<typeof sizesIn>): string {
  const lines = planView(asked, sizes).flatMap((drive) => {
    const look: Look = { drive, after: [1, 'x'], rows: 200, limit: 50 };
    return [pageStatement(asked, look), lastLookedStatement(asked, look)].flatMap(({ sql, values }) =>
      store
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(values)
        .map((row) => (row as { detail: string }).detail),
    );
  });
  expect(lines.filter((line) => line.includes('TEMP B-TREE'))).toEqual([]);
  return lines.join('\n');
}
