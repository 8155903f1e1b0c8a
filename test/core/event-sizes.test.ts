import { expect, test, vi } from 'vitest';
import { inHandsOf, lastOwnerOf } from '../../electron/core/features/assignment/queries.ts';
import { freeze } from '../../electron/core/features/quality/snapshot.ts';
import { readRunning } from '../../electron/core/features/service-levels/queries.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { ConversationId, SegmentId } from '../../electron/shared/ids.ts';
import { aMessage, aReplyTo } from '../support/a-message.ts';
import { aBatch, openDesk } from '../support/conversations-desk.ts';

const start = Date.UTC(2026, 1, 2, 9);
const minute = 60_000;

function planOf(store: ClientStore, sql: string, values: readonly unknown[] | object): string[] {
  const plan = store.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  const rows = Array.isArray(values) ? plan.all(...values) : plan.all(values);
  return rows.map((row) => (row as { detail: string }).detail);
}

/** How each statement about events that runs meanwhile would be worked out. */
function plansOf(store: ClientStore, work: () => void): Map<string, string[]> {
  const prepare = vi.spyOn(store, 'prepare');
  const all = vi.spyOn(store, 'all');
  work();
  const asked = [
    ...prepare.mock.calls.map(([sql]) => sql),
    ...all.mock.calls.map(([query]) => query.compile().sql),
  ];
  prepare.mockRestore();
  all.mockRestore();
  const ofEvents = asked.filter((sql) => /from "?events\b/i.test(sql));
  return new Map(ofEvents.map((sql) => [sql, planOf(store, sql, valuesFor(sql))]));
}

/** Any values: a plan does not depend on them. */
function valuesFor(sql: string): readonly null[] | Readonly<Record<string, null>> {
  const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]);
  if (names.length > 0) return Object.fromEntries(names) as Record<string, null>;
  return (sql.match(/\?/g) ?? []).map(() => null);
}

test('what happened in one conversation is looked for among its own events, never among all of a kind', () => {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const question = aMessage({ sentAt: start });
  const plans = plansOf(store, () => {
    desk.conversations.ingest(store, channelId, aBatch([question]));
    desk.conversations.ingest(store, channelId, aBatch([aReplyTo(question, { sentAt: start + minute })]));
    const { id, segment_id } = store.prepare('SELECT id, segment_id FROM conversations').get() as {
      id: ConversationId;
      segment_id: SegmentId;
    };
    const change = { id, at: start + 2 };
    desk.conversations.assign(store, desk.operator, { ...change, to: desk.operatorId });
    desk.conversations.setStatus(store, desk.operator, { ...change, status: 'resolved' });
    inHandsOf(store, desk.operatorId);
    expect(lastOwnerOf(store, id)).toBe(null);
    expect(readRunning(store, [id]).get(id)).toMatchObject({ openedAt: start });
    expect(freeze(store, { id: segment_id, conversationId: id }).subject).toBe(question.subject);
  });

  expect(plans.size).toBeGreaterThan(6);
  for (const [sql, plan] of plans)
    expect(
      plan.filter((line) => /events_by_(type|time)/.test(line)),
      sql,
    ).toEqual([]);
});

test('what happened in a span of time is still read off the index of its kind', () => {
  const { store } = openDesk().open('northwind');
  const plan = planOf(
    store,
    "SELECT conversation_id FROM events WHERE type = 'message-sent' AND at >= ? AND at < ?",
    [null, null],
  );
  expect(plan).toEqual([expect.stringContaining('events_by_type (type=? AND at>? AND at<?)')]);
});
