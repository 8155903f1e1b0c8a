import { expect, test } from 'vitest';
import { appRouter } from '../../electron/core/rpc/router.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { aMessage } from '../support/a-message.ts';
import { replyOf, startBrandDesk, type BrandDesk, type DeskBrand } from '../support/brand-desk.ts';

/** Stands in everything that one client's people and customers wrote. */
const canaryOf = (brand: DeskBrand) => `canary${brand.domain.split('.')[0]}`;

/** Answers that are about the workspace and name every client on purpose. */
const acrossClients = new Set([
  'clients.list',
  'channels.health',
  'conversations.counts',
  'operators.list',
  'outbox.counts',
  'workspace.state',
  'vault.state',
]);
/** Never ends. */
const endless = new Set(['changes.watch']);

type Call = (input: unknown) => Promise<unknown>;
const isQuery = (path: string) => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  return procedures[path]?._def.type === 'query';
};
const queries = Object.keys(appRouter._def.procedures as object)
  .filter((path) => isQuery(path) && !acrossClients.has(path) && !endless.has(path))
  .toSorted();

/** Everything that a client can hold, each with the client's canary in it. */
async function fill(desk: BrandDesk, brand: DeskBrand): Promise<Record<string, unknown>> {
  const { call, core, clock } = desk.started;
  const { clientId, channelId } = brand;
  const canary = canaryOf(brand);
  const store = core.services.stores.of(clientId);
  const asked = aMessage({
    internetMessageId: `${canary}@of-${brand.domain}`,
    from: { name: `Customer ${canary}`, address: `${canary}@of-${brand.domain}` },
    to: [{ name: brand.name, address: `help@${brand.domain}` }],
    subject: `About ${canary}`,
    text: `The words of ${canary} about a parcel`,
    html: `<p>The words of ${canary}</p>`,
    sentAt: clock.now() - 60_000,
  });
  const batch = { messages: [asked], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
  const [conversationId] = core.services.conversations.ingest(store, channelId, batch).conversationIds;
  if (!conversationId) throw new Error('no conversation');
  const at = { clientId, conversationId };
  await call.conversations.tag({ ...at, tag: canary, on: true });
  await call.conversations.note({ ...at, text: `a note on ${canary}` });
  const body = { name: canary, shortcut: canary, locale: 'en', source: `Hello from ${canary}` };
  const template = await call.templates.save({ clientId, id: null, body });
  const guide = await call.voice.guide({ clientId });
  await call.voice.save({
    clientId,
    briefing: { tone: canary, dos: [canary], donts: [canary] },
    rules: [],
    checklist: [{ id: 'one', text: canary, required: false }],
    errorsBlockSending: guide.errorsBlockSending,
  });
  const expiresAt = new Date(clock.now() + 3_600_000).toISOString();
  await call.brandSafety.setNote({ clientId, text: canary, expiresAt });
  await call.brandSafety.allow({ clientId, phrase: canary, reason: canary });
  await call.brandSafety.switched({ ...at, toFirstKey: 1_000, toSend: null });
  const composer = await call.outbox.compose(at);
  const sent = await call.outbox.send(replyOf(composer, { text: `We write about ${canary}` }));
  const again = await call.outbox.compose(at);
  const { identity, recipients, subject } = again;
  const draft = { ...at, identity, recipients, subject, text: `A draft on ${canary}`, templateId: null };
  await call.outbox.saveDraft(draft);
  await call.outbox.saveNote({ ...at, text: `A note begun on ${canary}` });
  const anybody = { id: null, operatorId: null, address: null, channelId: null };
  await call.signatures.save({ ...anybody, clientId, text: `The people of ${canary}` });
  const read = await call.conversations.read(at);
  await call.contacts.note({ clientId, contactId: read.contact.id, text: canary });
  await call.contacts.setPhone({ clientId, contactId: read.contact.id, number: '+49 170 1234567', on: true });
  await call.contacts.saveFields({ clientId, fields: [{ id: null, name: canary }] });
  await call.statuses.define({ clientId, statuses: [{ id: null, category: 'waiting', name: canary }] });
  await call.searchSuggestions.remember({ clientId, text: canary });
  const days = { from: '2026-03-01', to: '2026-03-31' };
  return {
    ...at,
    channelId,
    id: template.id,
    templateId: template.id,
    outboxId: sent.id,
    messageId: read.messages[0]?.id,
    contactId: read.contact.id,
    ...{
      view: 'all',
      query: 'canary*',
      text: 'words',
      source: 'Hello',
      locale: 'en',
      rules: [],
      subject: '',
    },
    ...{ kind: 'reply', manner: { signed: true, quote: 'thread', forwarded: [] } },
    ...{ since: new Date(0).toISOString(), email: `a@${brand.domain}`, ...days },
    ...{ period: days, timeZone: 'UTC', language: 'en' },
    address: `help@${brand.domain}`,
  };
}

/** Every id that stands anywhere in a client's store. */
function idsIn(store: ClientStore): Set<string> {
  const tables = store
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'message_search%' AND name NOT LIKE 'message_words%'",
    )
    .all() as { name: string }[];
  const rows = tables.flatMap(({ name }) => store.prepare(`SELECT * FROM "${name}"`).all());
  const text = JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? null : value));
  return new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g));
}

async function answersTo(desk: BrandDesk, input: Record<string, unknown>): Promise<Map<string, string>> {
  const caller = desk.started.call as unknown as Record<string, Record<string, Call>>;
  const answers = new Map<string, string>();
  for (const path of queries) {
    const [noun = '', verb = ''] = path.split('.');
    const answer = await caller[noun]?.[verb]?.(input).catch((error: unknown) => {
      const { code, cause } = error as { code?: string; cause?: { code?: string; detail?: object } };
      // What can't be asked this way says so; what refuses must not tell either.
      return code === 'BAD_REQUEST' ? undefined : { refused: cause?.code, detail: cause?.detail };
    });
    if (answer !== undefined) answers.set(path, JSON.stringify(answer));
  }
  return answers;
}

async function twoFull() {
  const desk = await startBrandDesk(['Quillmark', 'Bluefinch Travel']);
  const [ours, theirs] = desk.brands;
  if (!ours || !theirs) throw new Error('no clients');
  const [a, b] = [await fill(desk, ours), await fill(desk, theirs)];
  const { stores } = desk.started.core.services;
  const own = idsIn(stores.of(ours.clientId));
  const foreignIds = [...idsIn(stores.of(theirs.clientId)), theirs.clientId].filter((id) => !own.has(id));
  return { desk, ours, theirs, a, b, foreignIds };
}

/** Procedures whose answer holds a word or an id of the other client. */
const leaks = (answers: ReadonlyMap<string, string>, words: readonly string[]) =>
  [...answers].flatMap(([path, answer]) => {
    const word = words.find((each) => answer.includes(each));
    return word === undefined ? [] : [`${path}: ${word}`];
  });

test('no answer about one client holds a word or an id of another, whatever is asked with it', async () => {
  const { desk, ours, theirs, a, b, foreignIds } = await twoFull();
  const words = [canaryOf(theirs), theirs.domain, ...foreignIds];
  const answers = await answersTo(desk, a);
  expect(leaks(answers, words)).toEqual([]);
  const mixed = await answersTo(desk, { ...b, clientId: ours.clientId });
  // What was asked with may come back.
  const asked = JSON.stringify(b);
  const told = words.filter((word) => !asked.includes(word));
  expect(leaks(mixed, told)).toEqual([]);
  // The other client's own answers hold its words: the search above would have found them.
  const control = leaks(await answersTo(desk, b), [canaryOf(theirs)]);
  console.log(
    `client walls: ${answers.size} of ${queries.length} queries answered, ${control.length} of them with the client's words; not asked: ${queries.filter((path) => !answers.has(path)).join(', ') || 'none'}`,
  );
  expect(answers.size).toBeGreaterThanOrEqual(30);
  expect(control.length).toBeGreaterThanOrEqual(10);
});

test("no client's store holds another's words, though every reply is compared with them", async () => {
  const { desk, ours, theirs } = await twoFull();
  const { call, core } = desk.started;
  const [conversationId] = ours.conversationIds;
  if (!conversationId) throw new Error('no conversation');
  const at = { clientId: ours.clientId, conversationId };
  const text = `${theirs.name} and ${canaryOf(theirs)}@of-${theirs.domain}`;
  await call.brandSafety.check({ ...at, text });
  await call.brandSafety.weigh({ ...at, text });
  await call.brandSafety.decide({ ...at, text, as: 'stripped' });
  await call.outbox.send(replyOf(await call.outbox.compose(at), { text })).catch(() => undefined);
  const store = core.services.stores.of(ours.clientId);
  const tables = store.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
  }[];
  for (const { name } of tables.filter((table) => !table.name.startsWith('message_words'))) {
    const rows = store.prepare(`SELECT * FROM "${name}"`).all();
    const held = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect([name, held.includes(canaryOf(theirs)) || held.includes('Bluefinch')]).toEqual([name, false]);
  }
});
