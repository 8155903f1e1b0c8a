import { existsSync, readdirSync } from 'node:fs';
import { Socket } from 'node:net';
import dns from 'node:dns';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { RuleDraft } from '../../electron/shared/automations.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { startCore, type TestCore } from '../support/start-core.ts';

const day = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Opened once for everything that only looks. */
let demo: TestCore & { stores: ClientStore[] };
let close: () => Promise<void>;
beforeAll(async () => {
  const core = await startCore({ closeLater: (work) => (close = work) });
  await core.call.demo.open();
  const clients = await core.call.clients.list();
  demo = { ...core, stores: clients.map((client) => core.core.services.stores.of(client.id)) };
});
afterAll(() => close());

const rows = <Row>(store: ClientStore, sql: string): Row[] => store.prepare(sql).all() as Row[];
const one = (store: ClientStore, sql: string): number => rows<{ n: number }>(store, sql)[0]?.n ?? 0;

it('holds three clients that nobody could mix up, and some 300 conversations of eight weeks', async () => {
  const { core, call, stores, clock } = demo;
  const clients = await call.clients.list();
  const differ = (values: readonly unknown[]) => new Set(values).size === 3;
  expect(clients.map((client) => client.name)).toEqual([
    'Casa Retama',
    'Zumurrud Books',
    'Kestrel Fork Outdoor',
  ]);
  expect(clients.every((client) => client.demo && client.state.kind === 'ready')).toBe(true);
  for (const key of ['mark', 'colour', 'pattern', 'timeZone'] as const) {
    expect(differ(clients.map((client) => client[key]))).toBe(true);
  }
  expect(
    differ(stores.map((store) => JSON.stringify(core.services.calendars.current(store).weeklyHours))),
  ).toBe(true);

  const total = stores.reduce((sum, store) => sum + one(store, 'SELECT count(*) n FROM conversations'), 0);
  expect(total).toBeGreaterThanOrEqual(290);
  for (const store of stores) {
    const first = one(store, 'SELECT min(created_at) n FROM conversations');
    expect(clock.now() - first).toBeGreaterThan(45 * day);
    expect(clock.now() - first).toBeLessThan(66 * day);
    for (const table of ['messages', 'events']) {
      const column = table === 'messages' ? 'sent_at' : 'at';
      expect(one(store, `SELECT max(${column}) n FROM ${table}`)).toBeLessThanOrEqual(clock.now());
    }
    expect(one(store, 'SELECT max(message_count) n FROM conversations')).toBeGreaterThanOrEqual(6);
    expect(one(store, 'SELECT count(DISTINCT status) n FROM conversations')).toBeGreaterThanOrEqual(4);
    expect(one(store, 'SELECT count(*) n FROM messages WHERE has_html = 1')).toBeGreaterThan(5);
    expect(one(store, 'SELECT count(*) n FROM messages WHERE automatic = 1')).toBeGreaterThan(0);
    expect(one(store, "SELECT count(*) n FROM messages WHERE kind = 'note'")).toBeGreaterThan(3);
    expect(one(store, "SELECT count(*) n FROM messages WHERE quote <> ''")).toBeGreaterThan(20);
    expect(one(store, 'SELECT count(*) n FROM attachments')).toBeGreaterThan(5);
    const mine = core.services.conversations.counts(
      store,
      core.services.operators.list()[0]?.id ?? ('' as never),
    );
    expect(mine.unanswered).toBeGreaterThanOrEqual(8);
    expect(mine.mine).toBe(2);
  }
});

it('tells no conversation twice, and belongs to nobody real', () => {
  const { stores } = demo;
  for (const store of stores) {
    const threads = rows<{ words: string }>(
      store,
      `SELECT group_concat(body, char(10)) words FROM (SELECT * FROM messages ORDER BY seq) GROUP BY conversation_id`,
    );
    expect(new Set(threads.map((thread) => thread.words)).size).toBe(threads.length);
    const addresses = rows<{ from_address: string; recipients: string }>(
      store,
      "SELECT from_address, recipients FROM messages WHERE kind <> 'note'",
    );
    for (const { from_address, recipients } of addresses) {
      expect(from_address).toMatch(/\.example$/);
      for (const { address } of (JSON.parse(recipients) as { to: { address: string }[] }).to) {
        expect(address).toMatch(/\.example$/);
      }
    }
  }
});

it('has a value for every figure of the last four weeks', async () => {
  const { call, clock } = demo;
  for (const { id, name } of await call.clients.list()) {
    const period = { from: dayOf(clock.now() - 27 * day), to: dayOf(clock.now()) };
    const report = await call.reports.build({ clientId: id, ...period });
    const empty = report.figures.filter((figure) => figure.value === null).map((figure) => figure.id);
    expect({ name, empty }).toEqual({ name, empty: [] });
  }
});

it('keeps to the voices it teaches, and to files that open', async () => {
  const { core, call, stores } = demo;
  for (const store of stores) {
    const { voice } = core.services;
    const replies = rows<{ body: string }>(store, "SELECT body FROM messages WHERE kind = 'outbound'");
    const broken = replies
      .flatMap((reply) => voice.check(store, reply.body))
      .filter((f) => f.severity === 'error');
    expect(broken.map((finding) => `${finding.check}: ${finding.match}`)).toEqual([]);
    expect(voice.guide(store).rules.length).toBeGreaterThanOrEqual(4);
    expect(await call.templates.list({ clientId: store.clientId })).toHaveLength(3);
    expect(await call.quality.scorecard({ clientId: store.clientId })).toMatchObject({
      version: 1,
      locked: true,
    });

    const starts: Record<string, string> = {
      'image/png': '\x89PNG',
      'application/pdf': '%PDF-1.4',
      'text/csv': 'article',
    };
    for (const [type, start] of Object.entries(starts)) {
      const id = rows<{ id: never }>(store, `SELECT id FROM attachments WHERE type = '${type}' LIMIT 1`)[0]
        ?.id;
      if (!id) throw new Error(`no ${type}`);
      const { bytes } = await core.services.conversations.attachment(store, id);
      expect(Buffer.from(bytes).toString('latin1').startsWith(start)).toBe(true);
    }
    for (const sample of await call.quality.samples({ clientId: store.clientId })) {
      const proof = await call.quality.prove({ clientId: store.clientId, sampleId: sample.id });
      expect(proof).toEqual({ same: true, populationUnchanged: true });
    }
  }
});

it('offers no template that its own client’s guide finds fault with', async () => {
  const { core, call, stores } = demo;
  let looked = 0;
  for (const store of stores) {
    const { clientId } = store;
    const templates = await call.templates.list({ clientId });
    for (const { source, locale } of templates.flatMap((each) => [each, ...each.variants])) {
      const { text } = await call.templates.preview({ clientId, source, locale });
      // As it is filled, and with what stands in for a name that nobody knows.
      for (const words of [text, source]) {
        expect([words, core.services.voice.check(store, words)]).toEqual([words, []]);
        looked += 1;
      }
    }
  }
  expect(looked).toBeGreaterThanOrEqual(2 * 9);
});

it('offers no template that an awkward customer could take amiss', async () => {
  const { call, stores } = demo;
  for (const { clientId } of stores) {
    const { renders, lines } = await call.templates.preflight({ clientId });
    expect(renders).toBeGreaterThanOrEqual(30);
    // An order is the operator's to fill in.
    expect(lines.filter(({ kind }) => kind !== 'placeholder')).toEqual([]);
  }
});

it('knows what its operators have asked, and has macros that run and rules that find something to do', async () => {
  const { core, call, stores } = demo;
  for (const { clientId } of stores) {
    const store = core.services.stores.of(clientId);
    const fields = await call.fields.list({ clientId });
    for (const { id, name, required } of fields) {
      const held = rows<{ value: string }>(store, `SELECT value FROM field_values WHERE field_id = '${id}'`);
      expect([name, required, held.length > 5]).toEqual([name, false, true]);
      expect(held.filter(({ value }) => /[{}#]/.test(value))).toEqual([]);
    }
    const {
      rows: [waiting],
    } = await call.conversations.queue({ clientId, view: 'unanswered' });
    const macros = await call.macros.list({ clientId });
    expect(macros).toHaveLength(3);
    for (const { id: macroId, name } of macros) {
      const conversationId = waiting?.id ?? ('' as never);
      const { effects, refusal } = await call.macros.preview({ clientId, conversationId, macroId });
      expect([name, refusal, effects.some(({ changes }) => changes)]).toEqual([name, null, true]);
    }
    const { rules } = await call.automations.book({ clientId });
    expect(rules.length).toBeGreaterThanOrEqual(2);
    for (const { runs: _, failure, ...rule } of rules) {
      expect(failure).toBeNull();
      const { hits } = await call.automations.dryRun({ clientId, rule: RuleDraft.parse(rule) });
      const refused = hits.filter(({ refusal }) => refusal !== null);
      expect([rule.name, hits.length > 0, refused]).toEqual([rule.name, true, []]);
    }
  }
});

it('opens once, opens no connection, and leaves nothing behind', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect');
  const lookup = vi.spyOn(dns, 'lookup');
  const { core, call, data } = await startCore();
  await call.demo.open();
  core.start();
  await Promise.all([call.demo.open(), call.demo.open()]);
  const clients = await call.clients.list();
  expect(clients).toHaveLength(3);
  expect(await call.operators.list()).toHaveLength(10);
  expect(connect).not.toHaveBeenCalled();
  expect(lookup).not.toHaveBeenCalled();

  await call.demo.remove();
  expect(await call.clients.list()).toEqual([]);
  expect((await call.operators.list()).map((operator) => operator.name)).toEqual(['Ada']);
  for (const client of clients) expect(existsSync(join(data, 'clients', client.id))).toBe(false);
  expect(existsSync(join(data, 'clients')) ? readdirSync(join(data, 'clients')) : []).toEqual([]);

  await call.demo.open();
  expect(await call.clients.list()).toHaveLength(3);
});
