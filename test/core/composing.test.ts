import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientMigrations } from '../../electron/core/store/client/migrations.ts';
import { openDatabase } from '../../electron/core/store/database.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { usualManner } from '../../electron/shared/composing.ts';
import { findByFiles, nextUnfound } from '../../electron/core/store/client/message-words.ts';
import { aMessage } from '../support/a-message.ts';
import { aThread, patient, plain, signature, textOf } from '../support/composing-desk.ts';
import { startSending } from '../support/sending-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';

describe('what leaves', () => {
  test('carries the signature behind its delimiter, and the last message below, in the client’s language', async () => {
    const sending = await startSending();
    const { desk } = sending;
    desk.signatures.save(desk.store, desk.operatorId, { ...signature({}), clientId: desk.store.clientId });
    await sending.send({ text: 'It left our house.' });
    await sending.reaches('sent');
    expect(textOf(sending.smtp.deliveries[0]?.bytes)).toBe(
      [
        'It left our house.',
        '',
        '-- ',
        'Ada Lovelace',
        'Northwind · help@northwind.example',
        '',
        'On 4 March 2026 at 09:00, Carla Customer wrote:',
        '> I ordered a week ago and nothing has come.',
      ].join('\n'),
    );
    const [message] = desk.conversations.read(desk.store, sending.conversationId).messages.slice(-1);
    expect(message?.text).toBe('It left our house.\n\n-- \nAda Lovelace\nNorthwind · help@northwind.example');
    expect(message?.quotedText).toContain('> I ordered a week ago');
  });

  test('follows the address it leaves from, and a signature that was switched off stays away', async () => {
    const sending = await startSending();
    const { desk } = sending;
    const { store, operatorId } = desk;
    const { clientId } = store;
    const address = 'orders@northwind.example';
    desk.signatures.save(store, operatorId, { ...signature({}), clientId });
    desk.signatures.save(store, operatorId, { ...signature({ address, text: 'The orders desk' }), clientId });
    expect(desk.signatures.offered(store, operatorId, desk.channelId)).toEqual([
      { address: 'help@northwind.example', text: 'Ada Lovelace\nNorthwind · help@northwind.example' },
      { address, text: 'The orders desk' },
    ]);
    const manner = { ...plain, signed: true, forwarded: [] };
    await sending.send({ text: 'One', manner, identity: { name: '', address } });
    await sending.reaches('sent', 'One');
    await sending.send({ text: 'Two', manner: { ...manner, signed: false } });
    await sending.reaches('sent', 'Two');
    expect(sending.smtp.deliveries.map(({ bytes }) => textOf(bytes))).toEqual([
      'One\n\n-- \nThe orders desk',
      'Two',
    ]);
  });

  test('quotes as the client wants, unless its writer says otherwise; what is quoted is nobody’s to judge', async () => {
    const sending = await startSending();
    const { desk, conversationId } = sending;
    desk.outbox.setSendingRules(desk.store, { undoSeconds: 0, quote: 'none' });
    await sending.send({ text: 'One' });
    await sending.reaches('sent', 'One');
    await sending.send({ text: 'Two', manner: { signed: true, quote: 'thread', forwarded: [] } });
    await sending.reaches('sent', 'Two');
    const [one, two] = sending.smtp.deliveries.map(({ bytes }) => textOf(bytes));
    expect(one).toBe('One');
    expect(two?.split('\n').slice(0, 4)).toEqual([
      'Two',
      '',
      expect.stringMatching(/^On .*, Northwind Help wrote:$/),
      '> One',
    ]);
    expect(two).toContain('>> I ordered a week ago and nothing has come.');
    const item = desk.outbox.list(desk.store, conversationId).at(-1);
    expect(item?.text).toBe('Two');
  });
});

describe('a signature', () => {
  test('is refused where it says what nobody knows, is for nobody of ours, or is there already', async () => {
    const { desk } = await startSending(patient);
    const { store, operatorId } = desk;
    const save = (details: object) => () =>
      desk.signatures.save(store, operatorId, { ...signature(details), clientId: store.clientId });
    expect(save({ text: '{{operator.password}}' })).toThrow('invalid-input');
    expect(save({ address: 'help@contoso.example' })).toThrow('wrong-client');
    const kept = save({})();
    expect(save({})).toThrow('conflict');
    expect(save({ id: kept.id, text: 'Changed' })().text).toBe('Changed');
    desk.signatures.remove(store, kept.id);
    expect(desk.signatures.list(store)).toEqual([]);
  });
});

describe('drafts', () => {
  test('of every kind outlive a restart, and a reply that leaves takes only its own with it', async () => {
    const sending = await startSending();
    const { operatorId } = sending.desk;
    const id = aThread(sending);
    const { clientId } = sending.desk.store;
    sending.desk.outbox.saveNote(sending.desk.store, operatorId, { conversationId: id, text: 'Call her' });
    await sending.desk.outbox.forward(sending.desk.store, operatorId, {
      clientId,
      conversationId: id,
      messageId: null,
    });
    sending.desk.outbox.saveDraft(sending.desk.store, operatorId, {
      ...sending.desk.reply(id),
      text: 'Mine',
    });
    await sending.restart();
    const { outbox, store } = sending.desk;
    const seen = () =>
      outbox
        .drafts(store, id)
        .map(({ kind, text }) => `${kind} ${text}`.trim())
        .toSorted();
    expect(seen()).toEqual(['forward', 'note Call her', 'reply Mine']);
    expect(outbox.drafts(store, id).every((draft) => draft.operatorId === operatorId)).toBe(true);
    await outbox.send(store, operatorId, { ...sending.desk.reply(id), text: 'Mine' });
    await waitFor(() => outbox.list(store, id)[0]?.state === 'sent', 'the reply to leave');
    expect(seen()).toEqual(['forward', 'note Call her']);
    outbox.saveNote(store, operatorId, { conversationId: id, text: ' ' });
    expect(seen()).toEqual(['forward']);
  });

  test('may be for nobody yet, which a message that leaves may not', async () => {
    const { desk, conversationId } = await startSending(patient);
    const words = { ...desk.reply(conversationId), text: 'x', recipients: { to: [], cc: [], bcc: [] } };
    desk.outbox.saveDraft(desk.store, desk.operatorId, words);
    expect(desk.outbox.compose(desk.store, conversationId).draft?.recipients.to).toEqual([]);
  });
});

test('drafts and replies of before are replies, signed by nobody and quoting nothing that has left', () => {
  const database = openDatabase({ path: join(temporaryFolder(), 'client.db'), key: Buffer.alloc(32, 1) });
  const before = clientMigrations.findIndex(({ name }) => name === '0013-composing');
  migrate(database, clientMigrations.slice(0, before));
  database.script(`PRAGMA foreign_keys = OFF;
    INSERT INTO drafts VALUES ('c', 'o', '{}', '{}', 'Re: x', 'Hello', NULL, '[]', 7, 5);
    INSERT INTO sending VALUES (1, 30);
    INSERT INTO outbox (id, conversation_id, channel_id, operator_id, draft_revision, identity, recipients, subject, text,
      attachment_ids, then_status, internet_message_id, bytes, sha256, state, attempts, not_before, filing, filing_attempts,
      filing_not_before, created_at)
    VALUES ('x', 'c', 'h', 'o', 3, '{}', '{}', 'Re: x', 'Sent', '[]', 'waiting', 'm', x'', '', 'sent', 1, 0, 'filed', 0, 0, 0)`);
  migrate(database, clientMigrations);
  const rows = (sql: string) => database.prepare(sql).all();
  expect(rows('SELECT kind, text, revision, manner FROM drafts')).toEqual([
    { kind: 'reply', text: 'Hello', revision: 7, manner: JSON.stringify(usualManner) },
  ]);
  expect(rows('SELECT kind, signature, quote FROM outbox')).toEqual([
    { kind: 'reply', signature: '', quote: '' },
  ]);
  expect(rows('SELECT undo_seconds, quote FROM sending')).toEqual([{ undo_seconds: 30, quote: 'last' }]);
  database.close();
});

test('files that are called like a person do not keep that person from being offered', async () => {
  const { desk } = await startSending(patient);
  const { store, outbox } = desk;
  const zora = { name: 'Zora Bloom', address: 'zb@partner.example' };
  desk.receive(aMessage({ cc: [zora], sentAt: 1_000_000 }));
  const file = { part: 0, type: 'application/pdf', size: 4, contentId: null, inline: false };
  for (let index = 0; index < 500; index += 1) {
    const attachments = [{ ...file, name: `Zora Bloom ${index}.pdf` }];
    desk.receive(aMessage({ subject: `Matter ${index}`, sentAt: 2_000_000 + index * 1_000, attachments }));
  }
  // As the reader of files leaves them: their names stand beside the people of their message.
  store
    .prepare(
      `INSERT INTO attachment_texts (seq, attachment_id, name, text)
       SELECT (message_seq << 8) + part, id, name, '' FROM attachments`,
    )
    .run();
  for (let seq = nextUnfound(store); seq !== undefined; seq = nextUnfound(store)) findByFiles(store, seq);
  const named = store.prepare(
    `SELECT count(*) AS count FROM message_search WHERE message_search MATCH 'people : zora'`,
  );
  expect(named.get()).toEqual({ count: 501 });
  expect(outbox.people(store, 'zora')).toEqual([zora]);
});

test('completion offers whom this client’s mail names, the most frequent first, and never ourselves', async () => {
  const { desk } = await startSending(patient);
  const { store, outbox } = desk;
  const zoe = { name: 'Zoë Ángel', address: 'zoe@customer.example' };
  desk.receive(aMessage({ from: zoe, cc: [{ name: 'Zora Bloom', address: 'zora@partner.example' }] }));
  desk.receive(aMessage({ from: zoe, subject: 'Another matter' }));
  expect(outbox.people(store, 'zo')).toEqual([zoe, { name: 'Zora Bloom', address: 'zora@partner.example' }]);
  expect(outbox.people(store, 'angel')).toEqual([zoe]);
  expect(outbox.people(store, 'zora@part')).toMatchObject([{ name: 'Zora Bloom' }]);
  expect(outbox.people(store, 'northwind')).toEqual([]);
  expect(outbox.people(store, '"*) OR (')).toEqual([]);
});
