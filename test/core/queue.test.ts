import { expect, test } from 'vitest';
import { pageSql, type CommonView } from '../../electron/core/features/conversations/lists/queue-queries.ts';
import { queueViews, type QueueRow, type QueueView } from '../../electron/shared/conversations.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { aMessage, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, openDesk, type Desk } from '../support/conversations-desk.ts';

const minute = 60_000;
const start = Date.UTC(2026, 1, 2, 9);

/** A customer of their own for every number, so that nothing threads together. */
const question = (number: number) =>
  aMessage({
    from: { name: `Customer ${number}`, address: `customer-${number}@customer.example` },
    subject: `Question number ${number}`,
    sentAt: start + number * minute,
  });

function pages(
  desk: Desk,
  stores: readonly ClientStore[],
  ask: { view: QueueView; limit: number },
): QueueRow[] {
  const rows: QueueRow[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 100; page += 1) {
    const answer = desk.conversations.queue(stores, {
      clientId: null,
      cursor,
      operatorId: desk.operatorId,
      ...ask,
    });
    expect(answer.rows.length).toBeLessThanOrEqual(ask.limit);
    rows.push(...answer.rows);
    if (answer.next === null) return rows;
    cursor = answer.next;
  }
  throw new Error('the list never ends');
}

test('the blended queue is in one order over all clients, whatever the page size, and names nobody twice', () => {
  const desk = openDesk();
  const clients = ['northwind', 'acme', 'bluebird'].map((name) => desk.open(name));
  clients.forEach(({ store, channelId }, client) => {
    const numbers = Array.from({ length: 12 }, (_, at) => at * 3 + client);
    desk.conversations.ingest(store, channelId, aBatch(numbers.map(question)));
  });
  /** The same moment in two clients: the order must still be one. */
  for (const { store, channelId } of clients)
    desk.conversations.ingest(store, channelId, aBatch([question(100)]));
  const stores = clients.map((client) => client.store);

  const whole = pages(desk, stores, { view: 'unanswered', limit: 200 });
  expect(whole).toHaveLength(39);
  expect(whole.slice(0, 36).map((row) => row.subject)).toEqual(
    Array.from({ length: 36 }, (_, number) => `Question number ${number}`),
  );
  for (const limit of [1, 5, 13, 39])
    expect(pages(desk, stores, { view: 'unanswered', limit })).toEqual(whole);
  const newest = pages(desk, stores, { view: 'all', limit: 7 });
  expect(newest.map((row) => row.lastMessageAt)).toEqual(whole.map((row) => row.lastMessageAt).toReversed());
  expect(new Set(newest.map((row) => row.id)).size).toBe(39);
});

test('each view shows its own, and the counts say the same', () => {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const { conversations, operator, operatorId } = desk;
  const asked = [0, 1, 2, 3, 4, 5, 6].map(question);
  conversations.ingest(
    store,
    channelId,
    aBatch([...asked, aReplyTo(asked[1]!, { sentAt: start + 30 * minute })]),
  );
  const id = (number: number) =>
    conversationsOf(store).find((row) => row.subject === `Question number ${number}`)!.id;
  conversations.assign(store, operator, { id: id(0), to: operatorId });
  conversations.setStatus(store, operator, { id: id(2), status: 'resolved' });
  conversations.setStatus(store, operator, { id: id(3), status: 'spam' });
  conversations.setStatus(store, operator, { id: id(4), status: 'on-hold' });
  conversations.setStatus(store, operator, { id: id(6), status: 'snoozed', until: null });
  conversations.tag(store, operator, { id: id(5), tag: 'vip', on: true });
  conversations.tag(store, operator, { id: id(5), tag: 'late', on: true });

  const shown = Object.fromEntries(
    queueViews.map((view) => [
      view,
      pages(desk, [store], { view, limit: 50 }).map((row) => Number(row.subject.slice(-1))),
    ]),
  );
  expect(shown).toEqual({
    unanswered: [0, 5],
    mine: [0],
    mentions: [],
    following: [],
    unassigned: [1, 5, 4],
    waiting: [1],
    snoozed: [6],
    resolved: [2],
    spam: [3],
    all: [1, 6, 5, 4, 2, 0],
  });
  expect(conversations.counts(store, operatorId)).toEqual({
    clientId: store.clientId,
    unanswered: 2,
    mine: 1,
    unassigned: 3,
    forMe: 2,
    mentions: 0,
  });
  expect(pages(desk, [store], { view: 'unanswered', limit: 9 })[1]).toEqual({
    clientId: store.clientId,
    id: id(5),
    contactName: 'Customer 5',
    contactAddress: 'customer-5@customer.example',
    subject: 'Question number 5',
    preview: 'I ordered a week ago and nothing has come.',
    snoozedUntil: null,
    due: null,
    status: 'new',
    named: null,
    assigneeId: null,
    channelId,
    tags: ['late', 'vip'],
    messageCount: 1,
    hasAttachments: false,
    lastMessageAt: new Date(start + 5 * minute).toISOString(),
    waitingSince: new Date(start + 5 * minute).toISOString(),
  });
});

test('a cursor that we did not write is refused', () => {
  const desk = openDesk();
  const { store } = desk.open('northwind');
  for (const cursor of ['', 'x', 'bnVsbA', Buffer.from('["1","2"]').toString('base64url'), 'W10']) {
    const ask = { clientId: null, view: 'all' as const, limit: 5, cursor, operatorId: desk.operatorId };
    expect(() => desk.conversations.queue([store], ask)).toThrow('invalid-input');
  }
});

const indexes: Record<CommonView, string> = {
  unanswered: 'conversations_unanswered',
  mine: 'conversations_mine',
  unassigned: 'conversations_unassigned',
  waiting: 'conversations_by_status',
  snoozed: 'conversations_by_status',
  resolved: 'conversations_by_status',
  spam: 'conversations_by_status',
  all: 'conversations_by_age',
};

test.each(Object.keys(indexes) as CommonView[])(
  'the page of %s is read off its index: nothing is sorted, nothing scanned',
  (view) => {
    const { store } = openDesk().open('northwind');
    for (const after of [false, true]) {
      const plan = store
        .prepare(`EXPLAIN QUERY PLAN ${pageSql(view, after)}`)
        .all({
          limit: 50,
          ...(view === 'mine' ? { operator: 'x' } : {}),
          ...(after ? { key: 1, id: 'x' } : {}),
        })
        .map((row) => (row as { detail: string }).detail);
      expect(plan.filter((line) => /conversations (?:USING|\b)/.test(line))).toEqual([
        expect.stringMatching(`USING (?:COVERING )?INDEX ${indexes[view]}\\b`),
      ]);
      expect(plan.some((line) => line.startsWith('SEARCH conversations ')) || !after).toBe(true);
      expect(plan.filter((line) => /USE TEMP B-TREE FOR ORDER BY/.test(line))).toEqual([]);
    }
  },
);

test.each(['mentions', 'following'] as const)(
  'the page of %s looks only at what is the operator’s own',
  (view) => {
    const { store } = openDesk().open('northwind');
    for (const after of [false, true]) {
      const plan = store
        .prepare(`EXPLAIN QUERY PLAN ${pageSql(view, after)}`)
        .all({ limit: 50, operator: 'x', ...(after ? { key: 1, id: 'x' } : {}) })
        .map((row) => (row as { detail: string }).detail);
      const looks = plan.filter((line) => /^(SEARCH|SCAN) (?!\(subquery)/.test(line));
      expect(looks).toHaveLength(2);
      expect(looks[0]).toMatch(/^SEARCH [nf] USING PRIMARY KEY \(operator_id=\?\)/);
      expect(looks[1]).toMatch(/^SEARCH [mc] USING .*INDEX .* \(id=\?\)/);
    }
  },
);
