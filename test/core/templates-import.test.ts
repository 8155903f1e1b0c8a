import { expect, test } from 'vitest';
import type { ImportSource } from '../../electron/shared/template-import.ts';
import { aTalk, aTemplate, startTemplateDesk } from '../support/template-desk.ts';

/** Written for these tests in the shapes of the providers' own documentation. */
const zendesk = {
  macros: [
    {
      id: 11,
      title: 'Orders::Refunds::Late parcel',
      active: true,
      description: 'When it is late',
      restriction: null,
      actions: [
        { field: 'comment_value', value: ['channel:all', 'Hi {{ticket.requester.first_name}}'] },
        {
          field: 'comment_value_html',
          value:
            '<p>Hi {{ticket.requester.first_name}},</p><p>your parcel is <b>late</b>: <a href="https://x.example/t">track it</a>.</p>',
        },
        { field: 'current_tags', value: 'late_parcel wismo' },
        { field: 'status', value: 'pending' },
      ],
    },
    {
      id: 12,
      title: 'Goodwill',
      active: false,
      actions: [
        { field: 'comment_value', value: 'A voucher of {{ticket.ticket_field_99}} for {{dc.shop}}.' },
      ],
    },
    { id: 13, title: 'Only tags', active: true, actions: [{ field: 'set_tags', value: 'x' }] },
    { id: 14, active: true, actions: [] },
    {
      id: 15,
      title: 'Language',
      active: true,
      actions: [
        { field: 'comment_value', value: "{% if ticket.requester.language == 'es' %}Hola{% else %}Hello" },
      ],
    },
  ],
};
const gorgias = {
  data: [
    {
      id: 21,
      name: 'Order status',
      intent: 'order/status',
      language: 'es',
      actions: [
        {
          name: 'setResponseText',
          title: 'Add response text',
          type: 'user',
          arguments: {
            body_html:
              '<div>Hola {{ticket.customer.firstname}},</div><br><div>tu pedido {{ticket.customer.integrations.shopify.orders[0].name}} llega el {{ticket.customer.integrations.shopify.orders[0].created_at|datetime_format("L")}}.</div>',
            body_text: 'Hola',
          },
        },
        { name: 'addTags', title: 'Add tags', type: 'user', arguments: { tags: 'question, order-status' } },
        {
          name: 'addAttachments',
          type: 'user',
          arguments: { attachments: [{ name: 'map.png', url: 'https://x.example/m' }] },
        },
        { name: 'setStatus', type: 'user', arguments: { status: 'closed' } },
      ],
    },
  ],
};
const chatwoot = [
  {
    id: 31,
    account_id: 1,
    short_code: 'greeting',
    content: "Hey {{ contact.first_name || 'there' }}, {{agent.name}} here.",
  },
  { id: 32, account_id: 1, short_code: 'Bye Bye!', content: 'Bye, {{ contact.custom_attribute.tier }}' },
];
const front = {
  _results: [
    {
      id: 'rsp_41',
      name: 'Thanks',
      subject: 'Thank you',
      body: '<div>Dear {{recipient.name}},<br><br>thank you.&nbsp;{{survey}}</div>',
      attachments: [{ filename: 'terms.pdf', url: 'https://x.example/t', size: 9 }],
      is_available_for_all_inboxes: false,
      inbox_ids: ['inb_1'],
    },
  ],
};
const csv = [
  'Title;Shortcut;Category;Body;Language;Labels;Owner',
  'Late;/late;Orders;"Dear [First Name], order %order_number% is late because of [reason].";en;late, parcel;Ana',
  'Tarde;late;;Hola {{ customer.first_name }};es;;',
  'Same;again;;"Dear  [First Name], order %order_number% is late because of [reason].";en;;',
  'Other;late;;=SUM(A1:A9) is what it costs;en;;',
  'Odd;odd;;x;Klingon (tlh!);;',
  'Strange;strange;;y;en-us-gb;;',
].join('\r\n');

const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');

async function startPlanning() {
  const desk = await startTemplateDesk();
  const file = (source: ImportSource, value: unknown) => ({
    clientId: desk.clientId,
    source,
    base64: base64(value),
  });
  return { ...desk, file };
}

test('Zendesk: folders, tags, text of the markup; what has no word here is listed, and nothing is missed', async () => {
  const { call, clientId, file } = await startPlanning();
  const plan = await call.templates.planImport(file('zendesk', zendesk));
  expect(plan.counts).toEqual({ new: 3, renamed: 0, same: 0, empty: 1, refused: 1 });
  expect(plan.lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(plan.lines[0]).toMatchObject({
    ...{
      name: 'Late parcel',
      folder: 'Orders/Refunds',
      shortcut: 'late-parcel',
      locale: 'en',
      state: 'published',
    },
    source: 'Hi {{ customer.first_name }},\n\nyour parcel is late: track it (https://x.example/t).',
    tags: ['late_parcel', 'wismo'],
    mapped: [{ from: 'ticket.requester.first_name', to: 'customer.first_name' }],
    unmapped: [],
  });
  expect(plan.lines[0]?.left).toEqual([
    'current_tags: late_parcel wismo',
    'status: pending',
    'comment_value: Hi {{ticket.requester.first_name}}',
    'description: When it is late',
  ]);
  expect(plan.lines[1]).toMatchObject({
    state: 'draft',
    source: 'A voucher of {{ fill.ticket_ticket_field_99 }} for {{ fill.dc_shop }}.',
  });
  expect(plan.lines[2]).toMatchObject({ outcome: 'empty', left: ['set_tags: x'] });
  expect(plan.lines[3]).toMatchObject({ outcome: 'refused', left: [expect.stringContaining('title')] });
  // Its condition is never closed, so that it would not be a template: it becomes placeholders.
  expect(plan.lines[4]).toMatchObject({ outcome: 'new', state: 'draft' });
  expect(plan.lines[4]?.source).toMatch(
    /^\{\{ fill\.if_ticket_requester_language_es \}\}Hola\{\{ fill\.else \}\}Hello$/,
  );
  expect(plan.unmapped.map(({ original }) => original)).toContain('ticket.ticket_field_99');
  // A plan changes nothing.
  expect(await call.templates.list({ clientId })).toEqual([]);
});

test('Gorgias: the macro’s language, its tags, and files and other actions listed', async () => {
  const { call, file } = await startPlanning();
  const { lines } = await call.templates.planImport(file('gorgias', gorgias));
  expect(lines).toMatchObject([
    {
      ...{ name: 'Order status', locale: 'es', shortcut: 'order-status', state: 'draft' },
      source: 'Hola {{ customer.first_name }},\n\ntu pedido {{ order.number }} llega el {{ order.date }}.',
      tags: ['question', 'order-status', 'order status'],
      unmapped: [{ original: '| datetime_format("L")', becomes: '{{ order.date }}' }],
    },
  ]);
  expect(lines[0]?.left).toEqual([
    'addTags: {"tags":"question, order-status"}',
    'setStatus: {"status":"closed"}',
    'file: {"name":"map.png","url":"https://x.example/m"}',
  ]);
});

test('Chatwoot and Front: short codes, fall-backs, subjects, files and inboxes', async () => {
  const { call, file } = await startPlanning();
  const chat = await call.templates.planImport(file('chatwoot', chatwoot));
  expect(chat.lines).toMatchObject([
    {
      ...{ shortcut: 'greeting', state: 'published' },
      source: "Hey {{ customer.first_name | default: 'there' }}, {{ operator.name }} here.",
    },
    { shortcut: 'bye-bye', state: 'draft', source: 'Bye, {{ fill.contact_custom_attribute_tier }}' },
  ]);
  expect((await call.templates.planImport(file('chatwoot', { payload: chatwoot }))).lines).toHaveLength(2);
  const { lines } = await call.templates.planImport(file('front', front));
  expect(lines).toMatchObject([
    { name: 'Thanks', state: 'draft', source: 'Dear {{ customer.name }},\n\nthank you. {{ fill.survey }}' },
  ]);
  expect(lines[0]?.left).toEqual([
    'subject: Thank you',
    'file: {"filename":"terms.pdf","url":"https://x.example/t","size":9}',
    'inbox_ids: ["inb_1"]',
  ]);
});

test('CSV: any order of columns, brackets of one’s own, duplicates and taken shortcuts told', async () => {
  const { call, clientId, file, store } = await startPlanning();
  const plan = await call.templates.planImport(file('csv', csv));
  expect(
    plan.lines.map(({ name, shortcut, locale, outcome, state, twin }) => [
      name,
      shortcut,
      locale,
      outcome,
      state,
      twin,
    ]),
  ).toEqual([
    ['Late', 'late', 'en', 'new', 'draft', null],
    ['Tarde', 'late', 'es', 'new', 'published', null],
    ['Same', 'again', 'en', 'same', 'draft', 'Late'],
    ['Other', 'late-2', 'en', 'renamed', 'published', 'Late'],
    ['Odd', 'odd', 'en', 'new', 'published', null],
    ['Strange', 'strange', 'en', 'new', 'published', null],
  ]);
  expect(plan.lines[0]).toMatchObject({
    source: 'Dear {{ customer.first_name }}, order {{ order.number }} is late because of {{ fill.reason }}.',
    folder: 'Orders',
    tags: ['late', 'parcel'],
    left: ['Owner: Ana'],
  });
  expect(plan.lines[4]?.left).toEqual(['language: Klingon (tlh!)']);
  expect(plan.lines[5]?.left).toEqual(['language: en-us-gb']);

  expect(await call.templates.import(file('csv', csv))).toEqual(plan);
  const listed = await call.templates.list({ clientId });
  expect(listed.map(({ name, state }) => [name, state])).toEqual([
    ['Late', 'draft'],
    ['Odd', 'published'],
    ['Other', 'published'],
    ['Strange', 'published'],
    ['Tarde', 'published'],
  ]);
  const [late] = listed;
  if (!late) throw new Error('nothing came in');
  expect((await call.templates.history({ clientId, id: late.id })).map(({ step }) => step)).toEqual([
    'imported',
  ]);
  // What the operator must fill keeps the reply from being sent.
  await call.templates.decide({ clientId, id: late.id, publish: true });
  const inserted = await call.templates.insert({
    clientId,
    templateId: late.id,
    conversationId: aTalk(store),
  });
  expect(inserted).toMatchObject({
    text: 'Dear Zoë, order [order.number] is late because of [fill.reason].',
    unfilled: ['order.number', 'fill.reason'],
  });
  // A second time everything is there.
  expect((await call.templates.import(file('csv', csv))).counts).toMatchObject({
    new: 0,
    renamed: 0,
    same: 6,
  });
  expect(await call.templates.list({ clientId })).toHaveLength(5);
});

test('what stands there already counts, in every language of it', async () => {
  const { call, clientId, file } = await startPlanning();
  await call.templates.save({
    clientId,
    id: null,
    body: aTemplate('Hello', {
      name: 'Mine',
      shortcut: 'tarde',
      variants: [{ locale: 'es', channel: null, source: 'Hola  {{ customer.first_name }}' }],
    }),
  });
  const { lines } = await call.templates.planImport(
    file('csv', 'name,text,language\nTarde,Hola {{contact.first_name}},es\nTarde,Adiós,es'),
  );
  expect(lines.map(({ outcome, twin, shortcut }) => [outcome, twin, shortcut])).toEqual([
    ['same', 'Mine', 'tarde'],
    ['renamed', 'Mine', 'tarde-2'],
  ]);
});

test.each<[ImportSource, string, string]>([
  ['zendesk', 'not json', 'json'],
  ['zendesk', '{"tickets":[]}', 'macros'],
  ['front', '"text"', '_results'],
  ['csv', 'a,b\n1,2', 'text'],
  ['gorgias', '', 'json'],
])('a file that is not what it is said to be is refused: %s %j', async (source, text, reason) => {
  const { call, file } = await startPlanning();
  await expect(call.templates.import(file(source, text))).rejects.toMatchObject({
    cause: { code: 'file-unreadable', detail: { reason } },
  });
});

test('hostile exports bring in texts and nothing else', async () => {
  const { call, clientId, file } = await startPlanning();
  const hostile = `{"macros":[
    {"id":1,"title":"__proto__","__proto__":{"polluted":true},"actions":[{"field":"comment_value","value":"{{ ''.constructor.constructor('x')() }}"}]},
    {"id":2,"title":"loop","actions":[{"field":"comment_value","value":"{% for i in (1..100000000) %}x{% endfor %}"}]},
    {"id":3,"title":"include","actions":[{"field":"comment_value","value":"{% include '/etc/passwd' %} \\u0000\\u0007 {% raw %}{{"}]},
    {"id":4,"title":"${'n'.repeat(4000)}","actions":[{"field":"comment_value","value":"long name"}]},
    {"id":5,"title":"long","actions":[{"field":"comment_value","value":"${'x'.repeat(60_000)}"}]}]}`;
  const { lines } = await call.templates.import(file('zendesk', hostile));
  expect(lines.map(({ outcome, state }) => [outcome, state])).toEqual([
    ['new', 'draft'],
    ['new', 'draft'],
    ['new', 'draft'],
    ['new', 'published'],
    ['refused', 'published'],
  ]);
  expect(lines[3]).toMatchObject({ name: 'n'.repeat(120), left: [expect.stringMatching(/^name: n{4000}$/)] });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(JSON.stringify(lines)).not.toMatch(/root:|\\u0000/);
  expect(await call.templates.list({ clientId })).toHaveLength(4);
});

test('an export of UTF-16 and one of Windows are read as they are', async () => {
  const { call, clientId } = await startPlanning();
  const text = 'name,text\nOlé,¿Qué tal?';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  for (const bytes of [utf16, Buffer.from(text, 'latin1')]) {
    const { lines } = await call.templates.planImport({
      clientId,
      source: 'csv',
      base64: bytes.toString('base64'),
    });
    expect(lines).toMatchObject([{ name: 'Olé', shortcut: 'olé', source: '¿Qué tal?' }]);
  }
});
