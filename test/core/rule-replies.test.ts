import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/core/store/database.ts';
import { clientMigrations } from '../../electron/core/store/client/migrations.ts';
import type { ClientTables } from '../../electron/core/store/client/tables.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { aMessage } from '../support/a-message.ts';
import { openAttachmentsDesk, type AttachmentsDesk } from '../support/attachments-desk.ts';
import { aBatch } from '../support/conversations-desk.ts';
import { aTemplate } from '../support/template-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A rule that begins a reply to every message, with a template of this text and a file. */
async function beginReplies(
  { call }: AttachmentsDesk,
  { clientId, source }: { clientId: ClientId; source: string },
) {
  const base64 = Buffer.from('%PDF').toString('base64');
  const file = await call.templates.attach({ clientId, name: 'map.pdf', type: 'application/pdf', base64 });
  const body = aTemplate(source, { attachmentIds: [file.id] });
  const { id: templateId } = await call.templates.save({ clientId, id: null, body });
  await call.automations.save({
    clientId,
    rule: {
      ...{ id: null, name: 'Greet', enabled: true, trigger: { kind: 'message-received' } },
      ...{ condition: { kind: 'all', of: [] }, actions: [{ kind: 'template', templateId }] },
    },
  });
  return { templateId, fileId: file.id };
}

test('a rule fills the reply with the text for this customer and its files, and nobody has sent it', async () => {
  const desk = await openAttachmentsDesk();
  const { clientId, store, take } = await desk.client('Northwind', 'NW');
  const { call } = desk;
  const { templateId } = await beginReplies(desk, { clientId, source: 'Dear {{ customer.first_name }}' });
  take(
    aMessage({
      from: { name: 'Zoë García', address: 'zoe@customer.example' },
      sentAt: desk.started.clock.now(),
    }),
  );
  await desk.started.core.services.automations.work(store);
  const { rows } = await call.conversations.queue({ clientId, view: 'all' });
  const conversationId = rows[0]!.id;
  const { draft, attachments } = await call.outbox.compose({ clientId, conversationId });
  expect(draft).toMatchObject({ text: 'Dear Zoë', operatorId: null, templateId });
  expect(attachments).toMatchObject([{ name: 'map.pdf' }]);
  expect(await call.outbox.drafts({ clientId, conversationId })).toMatchObject([{ operatorId: null }]);
  expect(await call.outbox.list({ clientId, conversationId })).toEqual([]);
});

test('where no reply can be sent the rule fails, and leaves no copy of its files', async () => {
  const desk = await openAttachmentsDesk();
  const { clientId, store } = await desk.client('Northwind', 'NW');
  const { channels, conversations, automations } = desk.started.core.services;
  const silent = channels.add(store, {
    ...{ name: 'Silent', identities: [], settings: { kind: 'demo' }, secret: null },
  });
  const { fileId } = await beginReplies(desk, { clientId, source: 'Dear customer' });
  conversations.ingest(store, silent.id, aBatch([aMessage({ sentAt: desk.started.clock.now() })]));
  await automations.work(store);
  expect(automations.book(store).rules).toMatchObject([
    { runs: 0, failure: { error: { code: 'no-sender' } } },
  ]);
  const kept = readdirSync(join(desk.started.data, 'clients', clientId, 'attachments'));
  // Beside the mail itself, which came.
  expect(kept.toSorted()).toEqual([fileId, 'mail-1']);
});

test('drafts of before are as they were, in the name of who wrote them', () => {
  const database = openDatabase<ClientTables>({ path: join(temporaryFolder(), 'client.db') });
  const at = clientMigrations.findIndex(({ name }) => name === '0022-rule-replies');
  migrate(database, clientMigrations.slice(0, at));
  database.script(`
    INSERT INTO channels (id, kind, name, identities, settings, created_at) VALUES ('h', 'mail', '', '[]', '{}', 0);
    INSERT INTO contacts (id, name, created_at) VALUES ('k', '', 0);
    INSERT INTO conversations (id, contact_id, channel_id, subject, status, segment_id, preview, message_count,
      has_attachments, last_message_at, created_at) VALUES ('c', 'k', 'h', '', 'open', 's', '', 1, 0, 0, 0);
    INSERT INTO drafts VALUES ('c', 'reply', 'ada', '{}', '{}', 'Re', 'Half a', NULL, '[]', '{}', 7, 9);`);
  const before = database.prepare('SELECT * FROM drafts').all();
  migrate(database, clientMigrations);
  expect(database.prepare('SELECT * FROM drafts').all()).toEqual(before);
  expect(before).toMatchObject([{ operator_id: 'ada', text: 'Half a', revision: 7 }]);
  database.close();
});
