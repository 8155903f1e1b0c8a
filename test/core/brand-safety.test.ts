import { expect, test } from 'vitest';
import type { EventBody } from '../../electron/shared/events.ts';
import type { ConversationId } from '../../electron/shared/ids.ts';
import { startBrandDesk, type BrandDesk, type DeskBrand } from '../support/brand-desk.ts';

const blocked = { cause: { code: 'foreign-brand' } };

async function twoBrands() {
  const desk = await startBrandDesk(['Northwind', 'Bluefinch Travel']);
  const [ours, theirs] = desk.brands;
  if (!ours || !theirs) throw new Error('no clients');
  return { ...desk, ours, theirs, at: placeOf(ours) };
}

function placeOf({ clientId, conversationIds: [conversationId] }: DeskBrand) {
  if (!conversationId) throw new Error('no conversation');
  return { clientId, conversationId };
}

function factsOf(
  { started }: BrandDesk,
  at: { clientId: DeskBrand['clientId']; conversationId: ConversationId },
) {
  const store = started.core.services.stores.of(at.clientId);
  return store
    .all(
      store.sql
        .selectFrom('events')
        .select('data')
        .where('conversation_id', '=', at.conversationId)
        .orderBy('seq'),
    )
    .map(({ data }) => JSON.parse(data) as EventBody);
}

test('a reply that speaks of another client is kept back, whatever part of it does', async () => {
  const desk = await twoBrands();
  const { started, at } = desk;
  const { call } = started;
  const foreign = { name: 'Bluefinch', address: 'partner@bluefinch.example' };
  const composer = await call.outbox.compose(at);
  const parts = [
    { text: 'Bluefinch will answer you.' },
    { subject: 'Your trip with Bluefinch Travel' },
    { recipients: { ...composer.recipients, bcc: [foreign] }, binding: undefined },
  ];
  for (const part of parts)
    await expect(call.outbox.send(await desk.reply(at, part))).rejects.toMatchObject(blocked);
  const file = { name: 'bluefinch-prices.pdf', type: 'application/pdf', base64: 'JVBERg==' };
  const { id } = await call.outbox.attach({ ...at, ...file });
  await expect(call.outbox.send(await desk.reply(at, { attachmentIds: [id] }))).rejects.toMatchObject(
    blocked,
  );
  expect(await call.outbox.list({ ...at, conversationId: null })).toEqual([]);
  expect((await call.outbox.send(await desk.reply(at))).state).toBe('queued');
});

test('what a customer said of another client may be handed on, but nobody writes of it into their words', async () => {
  const desk = await startBrandDesk(['Northwind', 'Bluefinch Travel'], {
    ask: () => ({ text: 'Bluefinch sent me to you.\nThe pole is broken.' }),
  });
  const { call } = desk.started;
  const at = placeOf(desk.brand('Northwind'));
  await call.outbox.forward({ ...at, messageId: null });
  const composer = await call.outbox.compose({ ...at, kind: 'forward' });
  const forwarded = [...(composer.draft?.manner.forwarded ?? [])];
  const to = [{ name: 'Dana', address: 'dana@carrier.example' }];
  const send = async (original: string) => {
    const manner = { signed: false, quote: null, forwarded, original };
    const words = { ...(await desk.reply(at)), kind: 'forward' as const, text: '', manner };
    const reply = { ...words, recipients: { to, cc: [], bcc: [] } };
    const { revision } = await call.outbox.saveDraft(reply);
    return call.outbox.send({ ...reply, revision });
  };
  await expect(send('Bluefinch sent me to you.\nBluefinch Travel will pay.')).rejects.toMatchObject(blocked);
  expect(await send('Bluefinch sent me to you.')).toMatchObject({ state: 'queued' });
});

test('who may not see the other client learns only the kind', async () => {
  const desk = await twoBrands();
  const { started, at } = desk;
  const agent = desk.hire('agent', ['Northwind']);
  const text = 'Call Bluefinch, or mail help@bluefinch.example';
  const parts = { ...at, text };
  const seen = await started.callAs(agent).brandSafety.check(parts);
  expect(seen.map(({ kind, clientName, start, end }) => [kind, clientName, text.slice(start, end)])).toEqual([
    ['name', null, 'Bluefinch'],
    ['address', null, 'help@bluefinch.example'],
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/bluefinch|travel/i);
  const [known] = await started.call.brandSafety.check(parts);
  expect(known?.clientName).toBe('Bluefinch Travel');
  const error = await started
    .callAs(agent)
    .outbox.send(await desk.reply(at, { text }))
    .catch((thrown: unknown) => (thrown as { cause: { shape: object } }).cause.shape);
  expect(error).toMatchObject({ code: 'foreign-brand', detail: { kind: 'name', count: 2 } });
  expect(JSON.stringify(error)).not.toMatch(/bluefinch/i);
});

test('an override takes the role and a reason, and is recorded without the words', async () => {
  const desk = await twoBrands();
  const { started, at } = desk;
  const text = 'Bluefinch is our sister.';
  const reason = 'they asked for it by name';
  const send = async (who: 'agent' | 'administrator', override: { reason: string }) => {
    const caller = who === 'agent' ? started.callAs(desk.hire('agent', ['Northwind'])) : started.call;
    return caller.outbox.send(await desk.reply(at, { text, overrideBrands: override }));
  };
  await expect(send('agent', { reason })).rejects.toMatchObject({ cause: { code: 'forbidden' } });
  await expect(send('administrator', { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const item = await send('administrator', { reason });
  const kept = factsOf(desk, at).filter(({ type }) => type === 'brand-overridden');
  expect(kept).toEqual([{ type: 'brand-overridden', outboxId: item.id, kinds: ['name'], count: 1, reason }]);
});

test("a template of another client can't even be named", async () => {
  const desk = await twoBrands();
  const { call } = desk.started;
  const template = {
    name: 'Hello',
    shortcut: 'hello',
    locale: 'en',
    source: 'Hello {{ customer.first_name }}',
  };
  const { id } = await call.templates.save({ clientId: desk.theirs.clientId, id: null, body: template });
  await expect(call.outbox.send(await desk.reply(desk.at, { templateId: id }))).rejects.toMatchObject({
    cause: { code: 'wrong-client', detail: { what: 'template' } },
  });
});

test('a composer that was opened for something else by now cannot send', async () => {
  const desk = await twoBrands();
  const { call } = desk.started;
  const { binding } = await call.outbox.compose(placeOf(desk.theirs));
  await expect(call.outbox.send(await desk.reply(desk.at, { binding }))).rejects.toMatchObject({
    cause: { code: 'wrong-client', detail: { what: 'composer' } },
  });
});

test("recipients that neither the conversation nor its draft knows are another composer's", async () => {
  const desk = await twoBrands();
  const { started, at } = desk;
  const { call } = started;
  const composer = await call.outbox.compose(at);
  const { identity, subject } = composer;
  const recipients = { to: [{ name: 'Dana', address: 'dana@somewhere.example' }], cc: [], bcc: [] };
  await expect(call.outbox.send(await desk.reply(at, { recipients }))).rejects.toMatchObject({
    cause: { code: 'wrong-client', detail: { what: 'recipients' } },
  });
  const words = {
    ...at,
    identity,
    subject,
    recipients,
    text: 'Please look at this, Dana.',
    templateId: null,
  };
  const { revision } = await call.outbox.saveDraft(words);
  const { text } = words;
  expect((await call.outbox.send(await desk.reply(at, { recipients, text, revision }))).state).toBe('queued');
});

test("a customer of another client's is no recipient here, unless they write here too", async () => {
  const desk = await twoBrands();
  const { call } = desk.started;
  const check = async (address: string) =>
    (await call.brandSafety.check({ ...desk.at, text: 'Hello', recipients: [address] })).map(
      ({ kind, field }) => [kind, field],
    );
  expect(await check(`customer0@of-${desk.theirs.domain}`)).toEqual([['address', 'recipients']]);
  expect(await check(`customer0@of-${desk.ours.domain}`)).toEqual([]);
  expect(await check('nobody@nowhere.example')).toEqual([]);
});

test('an exception is allowed by who leads, holds for this client, and ends', async () => {
  const desk = await twoBrands();
  const { started, at, ours, theirs } = desk;
  const { call } = started;
  const lead = started.callAs(desk.hire('quality-lead', ['Northwind']));
  const { clientId } = ours;
  await lead.brandSafety.allow({ clientId, phrase: 'Bluefinch', reason: 'a partner of ours' });
  const [exception] = await call.brandSafety.exceptions({ clientId });
  expect(exception).toMatchObject({ phrase: 'Bluefinch', reason: 'a partner of ours' });
  expect(exception?.createdAt).toBe(new Date(started.clock.now()).toISOString());
  const parts = { ...at, text: 'Bluefinch books it.' };
  expect(await call.brandSafety.check(parts)).toEqual([]);
  expect(await call.brandSafety.exceptions({ clientId: theirs.clientId })).toEqual([]);
  await lead.brandSafety.disallow({ clientId, id: exception?.id ?? '' });
  expect(await call.brandSafety.check(parts)).toHaveLength(1);
  await expect(lead.brandSafety.disallow({ clientId, id: exception?.id ?? '' })).rejects.toThrow('not-found');
});

test('what changes in a client is foreign to the others from then on', async () => {
  const desk = await twoBrands();
  const { started, at, theirs } = desk;
  const { call } = started;
  const look = async (text: string) =>
    (await call.brandSafety.check({ ...at, text })).map(({ kind }) => kind);
  const template = {
    name: 'Code',
    shortcut: 'code',
    locale: 'en',
    source: 'Take SPRING2026 at https://answers.example/x',
  };
  expect(await look('Take SPRING2026 at https://answers.example')).toEqual([]);
  await call.templates.save({ clientId: theirs.clientId, id: null, body: template });
  expect(await look('Take SPRING2026 at https://answers.example')).toEqual(['code', 'link']);
  await call.clients.remove({ clientId: theirs.clientId });
  expect(await look('Bluefinch, SPRING2026')).toEqual([]);
});

test("a text out of another client's conversation is known again without a mark, and stripped", async () => {
  const text = 'The guest asked whether the cabin on the upper deck has a window that opens to the sea.';
  const desk = await startBrandDesk(['Northwind', 'Bluefinch Travel'], {
    ask: (name) => (name === 'Northwind' ? {} : { text }),
  });
  const { call, callAs } = desk.started;
  const [ours, theirs] = desk.brands.map(placeOf);
  if (!ours || !theirs) throw new Error('no clients');
  expect(await call.brandSafety.weigh({ ...ours, text })).toEqual({ origin: 'elsewhere', findings: [] });
  expect((await call.brandSafety.weigh({ ...theirs, text })).origin).toBe('unknown');
  expect((await call.brandSafety.weigh({ ...ours, text: 'Thank you very much' })).origin).toBe('unknown');
  const pasted = `${text} See https://bluefinch.example/deck, says Bluefinch.`;
  const agent = callAs(desk.hire('agent', ['Northwind']));
  expect(
    (await agent.brandSafety.weigh({ ...ours, text: pasted })).findings.map(({ clientName }) => clientName),
  ).toEqual([null, null]);
  const { text: left } = await agent.brandSafety.decide({ ...ours, text: pasted, as: 'stripped' });
  expect(left).toBe(`${text} See, says.`);
  await agent.brandSafety.decide({ ...ours, text: pasted, as: 'cancelled' });
  const kept = factsOf(desk, ours).filter(({ type }) => type === 'foreign-paste');
  expect(kept).toEqual([
    { type: 'foreign-paste', as: 'stripped', kinds: ['domain', 'name'], count: 2 },
    { type: 'foreign-paste', as: 'cancelled', kinds: ['domain', 'name'], count: 2 },
  ]);
  const elsewhere = { ...theirs, clientId: ours.clientId };
  await expect(agent.brandSafety.decide({ ...elsewhere, text, as: 'stripped' })).rejects.toThrow(
    'wrong-client',
  );
});

test('a note about today is shown until it expires or is taken away', async () => {
  const { started, ours, theirs } = await twoBrands();
  const { call, clock } = started;
  const { clientId } = ours;
  const expiresAt = new Date(clock.now() + 3_600_000).toISOString();
  await call.brandSafety.setNote({ clientId, text: 'The depot in Leeds is closed.', expiresAt });
  expect(await call.brandSafety.note({ clientId })).toMatchObject({
    text: 'The depot in Leeds is closed.',
    expiresAt,
  });
  expect(await call.brandSafety.note({ clientId: theirs.clientId })).toBeNull();
  clock.advance(3_600_000);
  expect(await call.brandSafety.note({ clientId })).toBeNull();
  await call.brandSafety.setNote({
    clientId,
    text: '',
    expiresAt: new Date(clock.now() + 1000).toISOString(),
  });
  expect(await call.brandSafety.note({ clientId })).toBeNull();
});

test('what switching costs is seen by oneself and by who leads quality', async () => {
  const desk = await twoBrands();
  const { started, at, ours } = desk;
  const [one, two] = [desk.hire('agent', ['Northwind']), desk.hire('agent', ['Northwind'])];
  const times = [
    { toFirstKey: 2_000, toSend: 60_000 },
    { toFirstKey: 4_000, toSend: null },
    { toFirstKey: 9_000, toSend: 80_000 },
  ];
  for (const each of times) await started.callAs(one).brandSafety.switched({ ...at, ...each });
  await started.callAs(two).brandSafety.switched({ ...at, toFirstKey: 1_000, toSend: null });
  const asked = { clientId: ours.clientId, since: new Date(0).toISOString() };
  const own = [{ operatorId: one, switches: 3, toFirstKey: 4_000, toSend: 70_000 }];
  expect(await started.callAs(one).brandSafety.switchCosts(asked)).toEqual(own);
  const lead = desk.hire('quality-lead', ['Northwind']);
  expect(await started.callAs(lead).brandSafety.switchCosts(asked)).toEqual([
    ...own,
    { operatorId: two, switches: 1, toFirstKey: 1_000, toSend: null },
  ]);
});
