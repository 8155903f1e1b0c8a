import { expect, test } from 'vitest';
import { clientMigrations } from '../../electron/core/store/client/migrations.ts';
import { openDatabase } from '../../electron/core/store/database.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { aClient } from '../support/a-client.ts';
import { aTalk, aTemplate, startTemplateDesk } from '../support/template-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { join } from 'node:path';

const refusal = (code: string, detail: object = {}) => ({
  cause: expect.objectContaining({ code, detail: expect.objectContaining(detail) }),
});

test('a draft waits for approval; what was published before stays offered until then', async () => {
  const { call, asAgent, clientId, store } = await startTemplateDesk();
  const conversationId = aTalk(store);
  const offered = async () =>
    (await asAgent.templates.offered({ clientId, conversationId })).map((one) => one.source);

  const { id } = await asAgent.templates.saveDraft({ clientId, id: null, body: aTemplate('First') });
  expect(await offered()).toEqual([]);
  await expect(asAgent.templates.insert({ clientId, conversationId, templateId: id })).rejects.toMatchObject(
    refusal('not-found'),
  );
  await expect(asAgent.templates.decide({ clientId, id, publish: true })).rejects.toMatchObject(
    refusal('forbidden'),
  );
  expect(await asAgent.templates.submit({ clientId, id })).toMatchObject({
    state: 'submitted',
    publishedVersion: null,
  });
  expect(await call.templates.decide({ clientId, id, publish: false, comment: 'Friendlier' })).toMatchObject({
    state: 'draft',
    returnedFor: 'Friendlier',
  });
  await asAgent.templates.saveDraft({ clientId, id, body: aTemplate('Second') });
  await asAgent.templates.submit({ clientId, id });
  expect(await call.templates.decide({ clientId, id, publish: true })).toMatchObject({
    state: 'published',
    version: 2,
    publishedVersion: 2,
    returnedFor: null,
  });
  expect(await offered()).toEqual(['Second']);

  const third = await asAgent.templates.saveDraft({ clientId, id, body: aTemplate('Third') });
  expect(third).toMatchObject({ state: 'draft', version: 3, publishedVersion: 2 });
  expect(await offered()).toEqual(['Second']);
  await expect(asAgent.templates.save({ clientId, id, body: aTemplate('Third') })).rejects.toMatchObject(
    refusal('forbidden'),
  );
  await expect(call.templates.decide({ clientId, id, publish: false, comment: 'x' })).rejects.toMatchObject(
    refusal('conflict', { what: 'template-state' }),
  );
});

test('every step stands in the history with who and when, and an earlier version comes back as a draft', async () => {
  const { call, asAgent, agent, clientId, clock } = await startTemplateDesk();
  const { id } = await call.templates.save({ clientId, id: null, body: aTemplate('One') });
  clock.advance(60_000);
  await call.templates.save({
    clientId,
    id,
    body: aTemplate('Two', { tags: ['late'], folder: ' Orders / Late/ ' }),
  });
  const restored = await asAgent.templates.restore({ clientId, id, version: 1 });
  expect(restored).toMatchObject({
    version: 3,
    state: 'draft',
    source: 'One',
    publishedVersion: 2,
    folder: '',
  });
  const history = await asAgent.templates.history({ clientId, id });
  expect(history.map(({ version, step, body }) => [version, step, body.source, body.folder])).toEqual([
    [3, 'restored', 'One', ''],
    [2, 'published', 'Two', 'Orders/Late'],
    [1, 'published', 'One', ''],
  ]);
  expect(history[0]?.operatorId).toBe(agent.id);
  expect(history[1]?.at).toBe('2026-03-04T10:01:00.000Z');
  await call.templates.remove({ clientId, id });
  await expect(call.templates.history({ clientId, id })).rejects.toMatchObject(refusal('not-found'));
});

test('a template is offered through its last day in the client’s zone, and not after', async () => {
  const { call, clientId, store, clock } = await startTemplateDesk();
  const conversationId = aTalk(store);
  const body = aTemplate('Sale', { expiresOn: '2026-03-05' });
  const { id } = await call.templates.save({ clientId, id: null, body });
  // Madrid is an hour ahead: its day ends at 23:00 UTC.
  clock.set(Date.UTC(2026, 2, 5, 22, 59));
  expect(await call.templates.offered({ clientId, conversationId })).toHaveLength(1);
  clock.set(Date.UTC(2026, 2, 5, 23, 1));
  expect(await call.templates.offered({ clientId, conversationId })).toEqual([]);
  expect(await call.templates.list({ clientId })).toMatchObject([{ id, expired: true }]);
  await expect(call.templates.insert({ clientId, conversationId, templateId: id })).rejects.toMatchObject(
    refusal('not-found', { what: 'template' }),
  );
});

test('every text of a template is checked when it is saved, and there is one for each language and channel', async () => {
  const { call, clientId } = await startTemplateDesk();
  const spanish = { locale: 'es', channel: null, source: 'Hola {{ customer.nmae }}' };
  await expect(
    call.templates.save({ clientId, id: null, body: aTemplate('Hi', { variants: [spanish] }) }),
  ).rejects.toMatchObject(
    refusal('template-invalid', { reason: 'unknown-variable', detail: 'customer.nmae', locale: 'es' }),
  );
  const twice = [1, 2].map(() => ({ ...spanish, source: 'Hola' }));
  await expect(
    call.templates.saveDraft({ clientId, id: null, body: aTemplate('Hi', { variants: twice }) }),
  ).rejects.toMatchObject(refusal('invalid-input', { path: 'variants', locale: 'es' }));
  await call.templates.save({
    clientId,
    id: null,
    body: aTemplate('Hi', { variants: [{ ...spanish, source: 'Hola' }] }),
  });
  await expect(
    call.templates.save({ clientId, id: null, body: aTemplate('Hola', { locale: 'es' }) }),
  ).rejects.toMatchObject(refusal('conflict', { name: 'delay' }));
});

test('a text is in a language that can be named, or the list of templates could not be shown', async () => {
  const { call, clientId } = await startTemplateDesk();
  for (const locale of ['zz-99', 'en-us-gb', 'de-1234-1234']) {
    const refused = { code: 'BAD_REQUEST' };
    const body = aTemplate('Hi', { locale });
    await expect(call.templates.save({ clientId, id: null, body })).rejects.toMatchObject(refused);
    const variants = [{ locale, channel: null, source: 'Hi' }];
    await expect(
      call.templates.saveDraft({ clientId, id: null, body: aTemplate('Hi', { variants }) }),
    ).rejects.toMatchObject(refused);
  }
  const body = aTemplate('Hi', { locale: 'zh-Hant-TW' });
  expect(await call.templates.save({ clientId, id: null, body })).toMatchObject({ locale: 'zh-Hant-TW' });
});

test('a favourite is one operator’s own', async () => {
  const { call, asAgent, clientId } = await startTemplateDesk();
  const { id } = await call.templates.save({ clientId, id: null, body: aTemplate('Hi') });
  await asAgent.templates.favourite({ clientId, id, favourite: true });
  await asAgent.templates.favourite({ clientId, id, favourite: true });
  expect((await asAgent.templates.list({ clientId })).map(({ favourite }) => favourite)).toEqual([true]);
  expect((await call.templates.list({ clientId })).map(({ favourite }) => favourite)).toEqual([false]);
  await asAgent.templates.favourite({ clientId, id, favourite: false });
  expect((await asAgent.templates.list({ clientId })).map(({ favourite }) => favourite)).toEqual([false]);
});

test('a template’s files are copied to the draft, once for each insertion, and leave with the reply', async () => {
  const { call, core, clientId, store } = await startTemplateDesk();
  const file = {
    clientId,
    name: 'returns.pdf',
    type: 'application/pdf',
    base64: Buffer.from('PDF').toString('base64'),
  };
  const attached = await call.templates.attach(file);
  const { id } = await call.templates.save({
    clientId,
    id: null,
    body: aTemplate('See the file', { attachmentIds: [attached.id] }),
  });
  expect(await call.templates.list({ clientId })).toMatchObject([
    { files: [{ name: 'returns.pdf', size: 3 }] },
  ]);
  const conversationId = aTalk(store);
  const inserted = await call.templates.insert({ clientId, conversationId, templateId: id });
  expect(inserted.attachments).toMatchObject([{ name: 'returns.pdf', size: 3 }]);
  const [copy] = inserted.attachments;
  expect(copy?.id).not.toBe(attached.id);
  const composer = await call.outbox.compose({ clientId, conversationId });
  await call.outbox.saveDraft({
    ...{ clientId, conversationId, text: inserted.text, subject: 'Re', templateId: id },
    identity: composer.identity,
    recipients: { to: [{ name: '', address: 'zoe@example.com' }] },
    attachmentIds: inserted.attachments.map((each) => each.id),
  });
  const draft = await call.outbox.compose({ clientId, conversationId });
  expect(draft.attachments).toEqual([{ id: copy?.id, name: 'returns.pdf', size: 3, dangerous: false }]);
  // Discarding the draft takes the copy and leaves the template's own.
  await call.outbox.discardDraft({ clientId, conversationId });
  expect(core.services.stores.of(clientId).files.read(attached.id).toString()).toBe('PDF');
});

test('a file that no template was saved with is gone a day later; one that history names stays', async () => {
  const { call, clientId, store, clock } = await startTemplateDesk();
  const attach = (name: string) =>
    call.templates.attach({
      clientId,
      name,
      type: 'text/plain',
      base64: Buffer.from(name).toString('base64'),
    });
  const [kept, forgotten] = [await attach('kept'), await attach('forgotten')];
  const { id } = await call.templates.save({
    clientId,
    id: null,
    body: aTemplate('a', { attachmentIds: [kept.id] }),
  });
  await call.templates.save({ clientId, id, body: aTemplate('b') });
  clock.advance(25 * 3_600_000);
  await attach('later');
  expect(store.files.read(kept.id).toString()).toBe('kept');
  expect(() => store.files.read(forgotten.id)).toThrow('file-unreadable');
});

test('no other client’s template, file or favourite can be reached', async () => {
  const { call, core, clientId } = await startTemplateDesk();
  const other = await call.clients.add(aClient({ name: 'Acorn', mark: 'AC' }));
  const theirs = core.services.stores.of(other.id);
  const foreign = await call.templates.attach({
    ...{ clientId: other.id, name: 'secret.txt', type: 'text/plain' },
    base64: Buffer.from('secret').toString('base64'),
  });
  const { id } = await call.templates.save({
    clientId: other.id,
    id: null,
    body: aTemplate('Their secret', { attachmentIds: [foreign.id] }),
  });
  const conversationId = aTalk(core.services.stores.of(clientId));
  const here = { clientId, id };
  for (const reach of [
    () => call.templates.insert({ clientId, conversationId, templateId: id }),
    () => call.templates.history(here),
    () => call.templates.restore({ ...here, version: 1 }),
    () => call.templates.submit(here),
    () => call.templates.decide({ ...here, publish: true }),
    () => call.templates.remove(here),
    () => call.templates.favourite({ ...here, favourite: true }),
    () => call.templates.save({ ...here, body: aTemplate('Taken over') }),
    // Their conversation, through our client.
    () => call.templates.insert({ clientId, conversationId: aTalk(theirs), templateId: id }),
  ])
    await expect(reach()).rejects.toMatchObject(refusal('not-found'));
  await expect(
    call.templates.save({
      clientId,
      id: null,
      body: aTemplate('Mine', { attachmentIds: [foreign.id] }),
    }),
  ).rejects.toMatchObject(refusal('wrong-client'));
  expect(await call.templates.list({ clientId })).toEqual([]);
  expect(await call.templates.offered({ clientId, conversationId })).toEqual([]);
  expect((await call.templates.preflight({ clientId })).templates).toBe(0);
  expect(await call.templates.list({ clientId: other.id })).toMatchObject([{ id, source: 'Their secret' }]);
});

test('templates from before have their texts, and are published', () => {
  const path = join(temporaryFolder(), 'client.db');
  const database = openDatabase({ path, key: Buffer.alloc(32, 1) });
  const before = clientMigrations.findIndex(({ name }) => name === '0006-template-library');
  migrate(database, clientMigrations.slice(0, before));
  database.script(`INSERT INTO templates VALUES
    ('t', 1, 'Delay', 'delay', 'en', 'Hello', 0, 5, 'o'), ('t', 2, 'Delay', 'delay', 'en', 'Hi', 0, 6, 'o'),
    ('u', 1, 'Gone', 'gone', 'es', 'Hola', 0, 7, NULL), ('u', 2, 'Gone', 'gone', 'es', 'Hola', 1, 8, NULL)`);
  migrate(database, clientMigrations);
  expect(
    database
      .prepare('SELECT id, version, source, state, folder, variants FROM templates ORDER BY created_at')
      .all(),
  ).toEqual(
    [
      ['t', 1, 'Hello'],
      ['t', 2, 'Hi'],
      ['u', 1, 'Hola'],
      ['u', 2, 'Hola'],
    ].map(([id, version, source]) => ({
      id,
      version,
      source,
      state: 'published',
      folder: '',
      variants: '[]',
    })),
  );
  expect(
    database.prepare('SELECT template_id, version, step, at FROM template_steps ORDER BY seq').all(),
  ).toEqual([
    { template_id: 't', version: 1, step: 'published', at: 5 },
    { template_id: 't', version: 2, step: 'published', at: 6 },
    { template_id: 'u', version: 1, step: 'published', at: 7 },
    { template_id: 'u', version: 2, step: 'removed', at: 8 },
  ]);
  database.close();
});
