import { expect, test } from 'vitest';
import { createExports } from '../../electron/core/features/conversations/reading/exports.ts';
import { aMessage, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, eventsOf, openDesk } from '../support/conversations-desk.ts';

test('a client is exported as one line for each conversation, whole, and without a secret', async () => {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  store.run(
    store.sql.insertInto('secrets').values({
      channel_id: channelId,
      field: 'secret',
      sealed: store.seal.close(Buffer.from('hunter2-planted'), 'x'),
    }),
  );
  store.run(store.sql.updateTable('channels').set({ settings: '{"user":"planted-account"}' }));
  const question = aMessage({
    html: '<p>Where?</p>',
    attachments: [
      { part: 0, name: 'bill.pdf', type: 'application/pdf', size: 1234, contentId: null, inline: false },
    ],
  });
  const others = Array.from({ length: 120 }, (_, at) =>
    aMessage({ from: { name: '', address: `c${at}@customer.example` }, subject: 'Line\u2028one\nline two' }),
  );
  desk.conversations.ingest(store, channelId, aBatch([question, aReplyTo(question), ...others]));
  const { id } = conversationsOf(store).find((row) => row.message_count === 2)!;
  desk.conversations.note(store, desk.operator, { id, text: 'A note' });
  desk.conversations.tag(store, desk.operator, { id, tag: 'vip', on: true });

  const lines: string[] = [];
  const counted = await createExports().exportClient(store, (line) => void lines.push(line));
  expect(counted).toEqual({ conversations: 121, messages: 123 });
  expect(lines).toHaveLength(121);
  expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  expect(lines.join('')).not.toMatch(/planted|hunter2/);
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(new Set(parsed.map((line) => line['id'])).size).toBe(121);
  const whole = parsed.find((line) => line['id'] === id);
  expect(whole).toMatchObject({
    clientId: store.clientId,
    subject: question.subject,
    status: 'waiting',
    tags: ['vip'],
    contact: { name: 'Carla Customer', addresses: ['carla@customer.example'] },
    messages: [
      {
        kind: 'inbound',
        messageId: question.internetMessageId,
        subject: question.subject,
        from: question.from,
        to: question.to,
        date: new Date(question.sentAt).toISOString(),
        text: question.text,
        html: '<p>Where?</p>',
        attachments: [{ name: 'bill.pdf', type: 'application/pdf', size: 1234 }],
      },
      { kind: 'outbound', subject: `Re: ${question.subject}`, html: null },
      { kind: 'note', text: 'A note' },
    ],
  });
  const events = whole?.['events'] as { type: string; at: string }[];
  expect(events.map((event) => event.type)).toEqual(eventsOf(store, id).map((event) => event.body.type));
  expect(events[0]?.at).toBe(new Date(question.sentAt).toISOString());
});

test('an export waits for its writer and ends when it is called off', async () => {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const mails = Array.from({ length: 60 }, (_, at) =>
    aMessage({ from: { name: '', address: `c${at}@x.example` } }),
  );
  desk.conversations.ingest(store, channelId, aBatch(mails));
  const calledOff = new AbortController();
  let open = 0;
  const write = async () => {
    expect(++open).toBe(1);
    await new Promise(setImmediate);
    open -= 1;
    calledOff.abort();
  };
  await expect(createExports().exportClient(store, write, calledOff.signal)).rejects.toThrow('cancelled');
});
