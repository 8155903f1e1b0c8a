import { expect, test } from 'vitest';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import { aTalk, aTemplate, aUse, startTemplateDesk } from '../support/template-desk.ts';

const hour = 3_600_000;

async function startWithShelf() {
  const desk = await startTemplateDesk();
  const save = async (shortcut: string, source: string, rest: object = {}) => {
    const body = aTemplate(source, { name: shortcut, shortcut, ...rest });
    return (await desk.call.templates.save({ clientId: desk.clientId, id: null, body })).id;
  };
  return { ...desk, save };
}

test('the customer’s language and channel choose the text, in the list and in what is put in', async () => {
  const { call, clientId, store, save } = await startWithShelf();
  await save('hi', 'Hello', {
    variants: [
      { locale: 'es', channel: null, source: 'Hola {{ customer.first_name }}' },
      { locale: 'es', channel: 'demo', source: 'Ey {{ customer.first_name }}' },
      { locale: 'ar', channel: 'demo', source: 'مرحبا' },
    ],
  });
  const seen = async (talk: Parameters<typeof aTalk>[1]) => {
    const conversationId = aTalk(store, talk);
    const [offer] = await call.templates.offered({ clientId, conversationId });
    if (!offer) throw new Error('nothing is offered');
    const { text } = await call.templates.insert({ clientId, conversationId, templateId: offer.id });
    return [text, offer.locale, offer.reason];
  };
  expect(await seen({ language: 'es' })).toEqual(['Hola Zoë', 'es', 'locale']);
  expect(await seen({ language: 'es-MX', channel: 'demo' })).toEqual(['Ey Zoë', 'es', 'channel']);
  expect(await seen({ language: 'ar' })).toEqual(['Hello', 'en', 'client-locale']);
  expect(await seen({})).toEqual(['Hello', 'en', 'client-locale']);
});

test('what fits the conversation comes first and says why; favourites before the rest', async () => {
  const { call, clientId, store, save } = await startWithShelf();
  const delay = await save('late-parcel', 'Your parcel is on its way.', { tags: ['delivery'] });
  const refund = await save('refund', 'Your money is on its way back.');
  const thanks = await save('zzz-thanks', 'Thank you!');
  const apology = await save('sorry', 'We are sorry.');
  await call.templates.favourite({ clientId, id: thanks, favourite: true });
  const offered = async (said: string) => {
    const conversationId = aTalk(store, { subject: 'Question', said });
    return call.templates.offered({ clientId, conversationId });
  };
  const [first, ...rest] = await offered('When do my parcels come?');
  expect(first).toMatchObject({
    id: delay,
    words: [{ word: 'parcels', place: 'name', share: 1 }],
  });
  expect(rest.map(({ id }) => id)).toEqual([thanks, refund, apology]);
  expect((await offered('I want my money back'))[0]?.id).toBe(refund);

  // Words that every sentence has speak for nothing.
  expect((await offered('Is it on its way?')).filter(({ score }) => score > 0)).toMatchObject([
    { words: [{ word: 'way' }] },
    { words: [{ word: 'way' }] },
  ]);

  // What was answered with it before speaks for it: nothing in its own text does.
  const before = aTalk(store, { subject: 'Teapot', said: 'The lid of the teapot is cracked' });
  aUse(store, before, apology);
  const [learnt] = await offered('my teapot has a cracked lid');
  expect(learnt).toMatchObject({ id: apology });
  expect(learnt?.words.map(({ place }) => place)).toContain('uses');
  // The conversation in hand does not speak for what it has used itself.
  const again = await call.templates.offered({ clientId, conversationId: before });
  expect(again.find(({ id }) => id === apology)).toMatchObject({ score: 0, words: [] });
});

test('what followed each template is counted from what was sent, resolved and rated', async () => {
  const { call, clientId, store, clock, save } = await startWithShelf();
  const [used, unused] = [await save('used', 'a'), await save('unused', 'b')];
  const now = clock.now();
  const talks = [aTalk(store), aTalk(store), aTalk(store)] as const;
  for (const talk of talks) aUse(store, talk, used, now - 100 * hour);
  aUse(store, talks[0], used, now - hour);
  store.run(
    store.sql.insertInto('events').values({
      ...{ id: 'resolved', at: now - 90 * hour, conversation_id: talks[1], segment_id: talks[1] as never },
      ...{ type: 'status-changed', actor_kind: 'operator', actor_id: null, calendar_version: 1 },
      data: JSON.stringify({ from: 'waiting', to: 'resolved' }),
    }),
  );
  const rating = { kind: 'csat', comment: '', asked_at: 0, answered_at: now - 80 * hour } as const;
  store.run(
    store.sql.insertInto('survey_answers').values([
      { ...rating, id: 'a', conversation_id: talks[0], score: 5 },
      { ...rating, id: 'b', conversation_id: talks[1], score: 2 },
      { ...rating, id: 'c', conversation_id: talks[2], score: 5, answered_at: now - 200 * hour },
      { ...rating, id: 'd', conversation_id: talks[2], kind: 'nps', score: 10 },
    ]),
  );
  const effects = await call.templates.effects({ clientId });
  expect(effects).toMatchObject([
    { templateId: used, uses: 4, observed: 3, resolved: 1, rated: 2, satisfied: 1 },
  ]);
  expect(effects.some(({ templateId }) => templateId === unused)).toBe(false);
});

test('the preflight tries every text on every awkward customer and names what is wrong', async () => {
  const { call, clientId, save } = await startWithShelf();
  const good = await save('good', 'Hello {{ customer.first_name | default: "there" }},\n\nthank you.');
  const bad = await save('bad', 'Hello {% if customer.name %}{{ customer.name }}{% endif %},\nbye', {
    variants: [
      {
        locale: 'es',
        channel: null,
        source: 'Hola{% unless order.number %},{% endunless %},  pedido <b>{{ order.number }}</b>',
      },
    ],
  });
  const report = await call.templates.preflight({ clientId });
  expect(report).toMatchObject({ templates: 2, texts: 3, renders: 30 });
  expect(report.lines.filter(({ templateId }) => templateId === good)).toEqual([]);
  const lines = report.lines.map(({ templateId, kind, locale, excerpt, customers }) => [
    templateId === bad,
    kind,
    locale,
    excerpt,
    customers.length,
  ]);
  expect(lines).toContainEqual([true, 'blank', 'en', 'Hello ,', 2]);
  expect(lines).toContainEqual([true, 'doubled-punctuation', 'es', 'Hola,,  pedido <b>[order.numbe', 9]);
  expect(lines).toContainEqual([true, 'placeholder', 'es', '[order.number]', 9]);
  expect(new Set(lines.map(([, kind]) => kind))).toEqual(
    new Set(['blank', 'doubled-punctuation', 'double-space', 'markup', 'placeholder']),
  );
  expect((await call.templates.preflight({ clientId, id: good })).texts).toBe(1);
});

test('the preflight tries the version that is offered beside the newest, which waits, with the variants of both', async () => {
  const { call, clientId, save } = await startWithShelf();
  const variant = (locale: string, source: string) => ({ locale, channel: null, source });
  const id = await save('two', 'Hello {{ customer.name }},', {
    variants: [variant('es', 'Hola {% if customer.name %}{{ customer.name }}{% endif %} , pase')],
  });
  await call.templates.saveDraft({
    clientId,
    id,
    body: aTemplate('Good day.', { shortcut: 'two', variants: [variant('de', 'Guten Tag ,')] }),
  });
  const gone = await save('gone', 'Bye ,');
  await call.templates.remove({ clientId, id: gone });
  await save('over', 'Past ,', { expiresOn: '2020-01-01' });
  const report = await call.templates.preflight({ clientId });
  expect(report).toMatchObject({ templates: 2, texts: 5, renders: 50 });
  const blanks = report.lines.filter(({ kind }) => kind === 'blank');
  expect(
    blanks.map(({ shortcut, version, isOffered, locale }) => [shortcut, version, isOffered, locale]),
  ).toEqual(
    expect.arrayContaining([
      ['two', 1, true, 'es'],
      ['two', 2, false, 'de'],
      ['over', 1, false, 'en'],
    ]),
  );
  expect(report.lines.some(({ templateId }) => templateId === gone)).toBe(false);
});

test('a name of 200 characters, in Arabic, with an apostrophe or an emoji stands in the text as it is', async () => {
  const { call, clientId, store, save } = await startWithShelf();
  const templateId = await save('hi', '{{ customer.name }}');
  for (const name of [
    'x'.repeat(200),
    'محمد عبد الرحمن',
    "Sinéad O'Neil",
    '🦄 Robin',
    '<b>Al</b> {{ client.name }}',
  ]) {
    const { text } = await call.templates.insert({
      clientId,
      templateId,
      conversationId: aTalk(store, { name }),
    });
    expect(text).toBe(name);
  }
});

test('what the operator must fill keeps the reply from leaving, in the text and in the subject', async () => {
  const { call, clientId, store, save } = await startWithShelf();
  const conversationId = aTalk(store, { said: 'Where is it?' });
  const templateId = await save('late', 'Late by {{ fill.n2_days }} because of {{ fill.reason }}.');
  const { text, unfilled } = await call.templates.insert({ clientId, conversationId, templateId });
  expect(unfilled).toEqual(['fill.n2_days', 'fill.reason']);
  const composer = await call.outbox.compose({ clientId, conversationId });
  const reply = {
    ...{ clientId, conversationId, channelId: composer.channelId, identity: composer.identity, templateId },
    ...{ recipients: { to: [{ name: '', address: 'zoe@example.com' }] }, subject: 'Re: mug' },
    ...{ revision: composer.revision, checked: [] },
  };
  const refused = { cause: { code: 'template-unfilled', detail: { placeholder: 'fill.n2_days', count: 2 } } };
  await expect(call.outbox.send({ ...reply, text })).rejects.toMatchObject(refused);
  await expect(
    call.outbox.send({ ...reply, text: 'Done', subject: 'About [order.number]' }),
  ).rejects.toMatchObject({ cause: { code: 'template-unfilled', detail: { placeholder: 'order.number' } } });
  expect(await call.outbox.list({ clientId, conversationId })).toEqual([]);
});

interface LiquidCorpus {
  readonly items: readonly { readonly id: string; readonly template: string }[];
}

test.skipIf(!hasCorpus)(
  hasCorpus ? 'hostile templates change nothing but themselves' : corpusIsAbsent,
  async () => {
    const { call, clientId, store, save } = await startWithShelf();
    const good = await save('good', 'Hello {{ customer.name }}');
    const conversationId = aTalk(store);
    const before = await call.templates.insert({ clientId, conversationId, templateId: good });
    const { items } = readCorpus<LiquidCorpus>('templates', 'liquid.json');
    for (const [index, { template }] of items.entries()) {
      const body = aTemplate(template, { shortcut: `hostile-${index}` });
      const saved = await call.templates.saveDraft({ clientId, id: null, body }).catch(() => null);
      if (saved) {
        await call.templates.decide({ clientId, id: saved.id, publish: true });
        await call.templates.insert({ clientId, conversationId, templateId: saved.id }).catch(() => null);
      }
    }
    await call.templates.preflight({ clientId });
    expect(await call.templates.insert({ clientId, conversationId, templateId: good })).toEqual(before);
    const kept = (await call.templates.list({ clientId })).filter(({ id }) => id === good);
    expect(kept).toMatchObject([{ version: 1, source: 'Hello {{ customer.name }}', state: 'published' }]);
    expect(Object.keys({})).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
  60_000,
);
