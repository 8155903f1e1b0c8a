import { expect, test } from 'vitest';
import type { ClientId } from '../../electron/shared/ids.ts';
import { aClient } from '../support/a-client.ts';
import { aMessage } from '../support/a-message.ts';
import { aBatch } from '../support/conversations-desk.ts';
import { startCore, type TestCore } from '../support/start-core.ts';

const picture = Buffer.from('89504e470d0a1a0a0000', 'hex');
const source = Buffer.from(
  [
    'Message-ID: <photo@customer.example>',
    'From: Carla Customer <carla@customer.example>',
    'To: help@northwind.example',
    'Subject: The broken cup',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    '<p>See</p><img src="cid:cup@customer">',
    '--b',
    'Content-Type: image/png; name=cup.png',
    'Content-ID: <cup@customer>',
    'Content-Disposition: inline; filename=cup.png',
    'Content-Transfer-Encoding: base64',
    '',
    picture.toString('base64'),
    '--b--',
    '',
  ].join('\r\n'),
);

/** A client whose mailbox is never connected: the mail is handed over as its connector would. */
async function clientWithMail(started: TestCore, name: string, mark: string): Promise<ClientId> {
  const { services } = started.core;
  const { id } = await started.call.clients.add(aClient({ name, mark }));
  const store = services.stores.of(id);
  const identities = [{ name, address: `help@${name.toLowerCase()}.example` }];
  const channel = services.channels.add(store, {
    name: 'Mail',
    identities,
    settings: { kind: 'demo' },
    secret: null,
  });
  const mail = aMessage({
    internetMessageId: 'photo@customer.example',
    subject: `The broken cup of ${name}`,
    html: '<p>See</p><img src="cid:cup@customer">',
    source,
    attachments: [
      {
        part: 0,
        name: 'cup.png',
        type: 'image/png',
        size: picture.byteLength,
        contentId: 'cup@customer',
        inline: true,
      },
    ],
    sentAt: started.clock.now() - 60_000,
  });
  services.conversations.ingest(store, channel.id, aBatch([mail]));
  return id;
}

test('mail is listed, read with its picture, worked on and found through the router, each client by itself', async () => {
  const started = await startCore();
  const { call } = started;
  const northwind = await clientWithMail(started, 'Northwind', 'NW');
  const acme = await clientWithMail(started, 'Acme', 'AC');

  const blended = await call.conversations.queue({ clientId: null, view: 'unanswered' });
  expect(blended.rows.map((row) => row.clientId).toSorted()).toEqual([northwind, acme].toSorted());
  const { rows } = await call.conversations.queue({ clientId: northwind, view: 'unanswered' });
  expect(rows.map((row) => row.subject)).toEqual(['The broken cup of Northwind']);

  const conversationId = rows[0]!.id;
  const [message] = (await call.conversations.read({ clientId: northwind, conversationId })).messages;
  const markup = await call.conversations.markup({ clientId: northwind, messageId: message!.id });
  expect(markup.inlineImages).toEqual({
    'cup@customer': `data:image/png;base64,${picture.toString('base64')}`,
  });
  const attachment = await started.core.services.conversations.attachment(
    started.core.services.stores.of(northwind),
    message!.attachments[0]!.id,
  );
  expect(Buffer.from(attachment.bytes)).toEqual(picture);
  await expect(call.conversations.read({ clientId: acme, conversationId })).rejects.toThrow('not-found');

  await call.conversations.tag({ clientId: northwind, conversationId, tag: 'Broken', on: true });
  await call.conversations.setStatus({ clientId: northwind, conversationId, status: 'resolved' });
  expect(await call.conversations.tags({ clientId: northwind })).toEqual(['broken']);
  expect(await call.conversations.tags({ clientId: acme })).toEqual([]);
  const counts = await call.conversations.counts();
  expect(counts.map(({ clientId, unanswered }) => [clientId, unanswered])).toEqual([
    [northwind, 0],
    [acme, 1],
  ]);
  const found = await call.conversations.search({ clientId: acme, text: '"broken cup"' });
  expect(found.hits.map((hit) => hit.clientId)).toEqual([acme]);
});
