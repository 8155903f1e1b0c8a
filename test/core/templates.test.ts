import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { createRenderThread } from '../../electron/core/features/templates/render-thread.ts';
import type {
  RenderAnswer,
  RenderContext,
  RenderJob,
} from '../../electron/core/features/templates/render-job.ts';
import type { ChannelId, ContactId, ConversationId, SegmentId } from '../../electron/shared/ids.ts';
import type { TemplateInput } from '../../electron/shared/templates.ts';
import { newId } from '../../electron/core/ids.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { aClient } from '../support/a-client.ts';
import { startCore } from '../support/start-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const aTemplate = (source: string, body: Partial<TemplateInput> = {}): TemplateInput => ({
  name: 'Delay',
  shortcut: 'delay',
  locale: 'en',
  source,
  ...body,
});

/** A conversation with a customer of this name, in the fewest rows. */
function aConversation(store: ClientStore, customerName: string): ConversationId {
  const id = newId<ConversationId>(0);
  const channelId = newId<ChannelId>(0);
  const contactId = newId<ContactId>(0);
  const channel = {
    id: channelId,
    kind: 'mail',
    name: 'Support',
    identities: '[]',
    settings: '{}',
    created_at: 0,
  } as const;
  store.run(store.sql.insertInto('channels').values(channel));
  store.run(store.sql.insertInto('contacts').values({ id: contactId, name: customerName, created_at: 0 }));
  store.run(
    store.sql
      .insertInto('identities')
      .values({ kind: 'email', address: 'zoe@example.com', contact_id: contactId }),
  );
  store.run(
    store.sql.insertInto('conversations').values({
      id,
      contact_id: contactId,
      channel_id: channelId,
      subject: 'Broken mug',
      status: 'open',
      segment_id: newId<SegmentId>(0),
      preview: '',
      message_count: 1,
      has_attachments: 0,
      last_message_at: 0,
      created_at: Date.UTC(2026, 2, 1, 23, 30),
    }),
  );
  return id;
}

async function startWithClient() {
  const started = await startCore();
  const { id: clientId } = await started.call.clients.add(aClient({ timeZone: 'Europe/Madrid' }));
  return { ...started, clientId, store: started.core.services.stores.of(clientId) };
}

test('a template is saved, listed, changed and removed, each as a new version', async () => {
  const { call, clientId, store } = await startWithClient();
  const first = await call.templates.save({ clientId, id: null, body: aTemplate('Hello') });
  expect(first).toMatchObject({ version: 1, source: 'Hello' });
  const second = await call.templates.save({ clientId, id: first.id, body: aTemplate('Hello again') });
  expect(second).toMatchObject({ id: first.id, version: 2 });
  expect(await call.templates.list({ clientId })).toEqual([second]);
  await call.templates.remove({ clientId, id: first.id });
  expect(await call.templates.list({ clientId })).toEqual([]);
  expect(store.all(store.sql.selectFrom('templates').select('version'))).toHaveLength(3);
  await expect(call.templates.remove({ clientId, id: first.id })).rejects.toMatchObject({
    cause: { code: 'not-found' },
  });
});

test('a shortcut belongs to one template of a language', async () => {
  const { call, clientId } = await startWithClient();
  await call.templates.save({ clientId, id: null, body: aTemplate('Hello') });
  await expect(call.templates.save({ clientId, id: null, body: aTemplate('Hi') })).rejects.toMatchObject({
    cause: { code: 'conflict' },
  });
  const spanish = await call.templates.save({
    clientId,
    id: null,
    body: aTemplate('Hola', { locale: 'es' }),
  });
  expect(spanish.version).toBe(1);
});

test.each([
  ['Hi\n{{ customer.frist_name }}', 'unknown-variable', 2, 'customer.frist_name'],
  ['{{ secret }}', 'unknown-variable', 1, 'secret'],
  ['{{ clients[0].name }}', 'unknown-variable', 1, 'clients[0].name'],
  ['{% if customer.name.size > 3 %}a{% endif %}', 'unknown-variable', 1, 'customer.name.size'],
  ['a\n\n{% include "x" %}', 'unknown-tag', 3, 'include'],
  ['{% render "x" %}', 'unknown-tag', 1, 'render'],
  ['{% layout "x" %}', 'unknown-tag', 1, 'layout'],
  ['{% for i in (1..3) %}{{ i }}{% endfor %}', 'unknown-tag', 1, 'for'],
  ['{{ customer.name | shout }}', 'unknown-filter', 1, 'shout'],
  ['{% if customer.name %}', 'syntax', 1, 'tag {% if customer.name %} not closed'],
  ['{{ "now" | date: "%9999999999d" }}', 'limit', 1, 'memory alloc'],
  [
    '{% if false %}{% assign customer = "x" %}{% endif %}{{ customer.frist_name }}',
    'syntax',
    1,
    'assign customer',
  ],
  ['{% assign who = customer.name %}\n{{ who.frist_name }}', 'unknown-variable', 2, 'who.frist_name'],
])('%j is refused: %s', async (...[source, reason, line, detail]) => {
  const { call, clientId } = await startWithClient();
  await expect(call.templates.save({ clientId, id: null, body: aTemplate(source) })).rejects.toMatchObject({
    cause: { code: 'template-invalid', detail: { reason, line, detail } },
  });
  expect(await call.templates.list({ clientId })).toEqual([]);
});

test('a template is filled with what is known of the customer, in the client’s zone and its own language', async () => {
  const { call, clientId, store } = await startWithClient();
  const source = [
    'Hola {{ customer.first_name }} ({{ customer.email | upcase }}),',
    '{{ conversation.subject }}: {{ conversation.created_at | date: "%A %-d de %B, %H:%M" }}',
    '{{ operator.first_name }}, {{ client.name }}',
  ].join('\n');
  const template = await call.templates.save({
    clientId,
    id: null,
    body: aTemplate(source, { locale: 'es' }),
  });
  const conversationId = aConversation(store, 'García, Zoë');
  expect(await call.templates.insert({ clientId, templateId: template.id, conversationId })).toEqual({
    text: 'Hola Zoë (ZOE@EXAMPLE.COM),\nBroken mug: lunes 2 de marzo, 00:30\nAda, Northwind',
    unfilled: [],
    attachments: [],
  });
});

test('what is missing leaves a placeholder, is false in a condition, and gives way to a default', async () => {
  const { call, clientId, store } = await startWithClient();
  const source = [
    'Hello {{ customer.first_name }}, or {{ customer.first_name | upcase }}, or {{ customer.name | default: "there" }}.',
    '{% if customer.name %}named{% else %}nameless{% endif %} {% unless order.number %}none{% endunless %}',
    '{% assign who = customer.first_name %}{{ who }} {{ order.number }} {{ order.number | append: "!" }}',
    '{% case customer.language %}{% when "es" %}Hola{% else %}{{ order.tracking_number }}{% endcase %}',
  ].join('\n');
  const template = await call.templates.save({ clientId, id: null, body: aTemplate(source) });
  const conversationId = aConversation(store, 'zoe@example.com');
  expect(await call.templates.insert({ clientId, templateId: template.id, conversationId })).toEqual({
    text: [
      'Hello [customer.first_name], or [customer.first_name], or there.',
      'nameless none',
      '[customer.first_name] [order.number] [order.number]',
      '[order.tracking_number]',
    ].join('\n'),
    unfilled: ['customer.first_name', 'order.number', 'order.tracking_number'],
    attachments: [],
  });
});

test('a preview fills an unsaved template for a made-up customer', async () => {
  const { call, clientId } = await startWithClient();
  const source = 'Hello {{ customer.first_name }}, {{ order.number }} {{ "now" | date: "%Y-%m-%d" }}';
  expect(await call.templates.preview({ clientId, source, locale: 'en' })).toEqual({
    text: 'Hello Zoë, [order.number] 2026-03-04',
    unfilled: ['order.number'],
  });
});

test('an agent fills templates and does not change them', async () => {
  const { call, callAs, clientId, store } = await startWithClient();
  const template = await call.templates.save({
    clientId,
    id: null,
    body: aTemplate('Hello {{ operator.name }}'),
  });
  const agent = await call.operators.add({
    name: 'Bo Li',
    email: null,
    grants: [{ clientId, role: 'agent' }],
  });
  const conversationId = aConversation(store, 'Zoë');
  const filled = await callAs(agent.id).templates.insert({
    clientId,
    templateId: template.id,
    conversationId,
  });
  expect(filled.text).toBe('Hello Bo Li');
  await expect(
    callAs(agent.id).templates.save({ clientId, id: template.id, body: aTemplate('Bye') }),
  ).rejects.toMatchObject({ cause: { code: 'forbidden' } });
});

const entry = new URL('../../electron/core/features/templates/render-worker.ts', import.meta.url);
const aJob = (job: Partial<RenderJob>): RenderJob => ({
  source: '',
  context: {},
  locale: 'en',
  timeZone: 'UTC',
  now: 0,
  format: 'text',
  strict: false,
  ...job,
});

function startThread(worker: URL, limit?: number) {
  const thread = createRenderThread(worker, limit);
  onTestFinished(() => thread.close());
  return thread;
}

test('a thread that overruns is ended, says so, and the next template is filled by a new one', async () => {
  const worker = `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, job }) => {
      while (job.source === 'forever') {}
      parentPort.postMessage({ id, answer: { kind: 'rendered', text: job.source, unfilled: [] } });
    });
    parentPort.postMessage({ id: 0 });
  `)}`;
  const thread = startThread(new URL(worker), 200);
  const answers = await Promise.all(
    ['one', 'forever', 'two'].map((source) => thread.render(aJob({ source }))),
  );
  expect(answers).toMatchObject([
    { kind: 'rendered', text: 'one' },
    { kind: 'failed', problem: { reason: 'limit', detail: 'time' } },
    { kind: 'rendered', text: 'two' },
  ]);
});

test('a thread that could not start is started again for the next template', async () => {
  const file = join(temporaryFolder(), 'worker.mjs');
  const thread = startThread(pathToFileURL(file));
  await expect(thread.render(aJob({ source: 'one' }))).rejects.toThrow();
  writeFileSync(file, `export * from ${JSON.stringify(entry.href)};`);
  expect(await thread.render(aJob({ source: 'two' }))).toMatchObject({ text: 'two' });
});

interface LiquidCorpus {
  readonly items: readonly {
    readonly id: string;
    readonly template: string;
    readonly want: string;
    readonly data?: RenderContext;
  }[];
}
const corpus = join(import.meta.dirname, '../../../shared/corpus/templates/liquid.json');
const { items } = existsSync(corpus)
  ? (JSON.parse(readFileSync(corpus, 'utf8')) as LiquidCorpus)
  : { items: [] };

test.skipIf(items.length === 0)(
  'corpus/templates is here (skipped: no shared folder beside the project)',
  () => {
    expect(items).toHaveLength(20);
  },
);

const corpusThread = createRenderThread(entry);
afterAll(() => corpusThread.close());

const textOf = (answer: RenderAnswer) => (answer.kind === 'rendered' ? answer.text : '');

/** What an attack may come to, by the corpus' own words. A refusal fills in nothing: stricter than an empty text. */
const accepted: Readonly<Record<string, (answer: RenderAnswer) => boolean>> = {
  limit: ({ kind }) => kind === 'failed',
  error: ({ kind }) => kind === 'failed',
  ok: ({ kind }) => kind === 'rendered',
  empty: (answer) => textOf(answer) === '',
  'error-or-empty': (answer) => textOf(answer) === '',
  'error-or-ok': (answer) => ['', 'y'].includes(textOf(answer)),
  escape: (answer) => textOf(answer) !== '' && !/[<\r\n]/.test(textOf(answer)),
  'warn: unresolved placeholder must block sending': (answer) =>
    answer.kind === 'rendered' && answer.unfilled.includes('customer.first_name'),
};

test.each(items)('corpus/templates $id: $want', async ({ template, want, data = {} }) => {
  const answer = await corpusThread.render(aJob({ source: template, context: data, format: 'html' }));
  expect({ answer, accepted: accepted[want]?.(answer) }).toMatchObject({ accepted: true });
});

test('a reply in plain text keeps a name as it is written', async () => {
  const context = { customer: { name: "O'Neil & <Söhne>" } };
  const answer = await corpusThread.render(aJob({ source: '{{ customer.name }}', context }));
  expect(answer).toEqual({ kind: 'rendered', text: "O'Neil & <Söhne>", unfilled: [] });
});
