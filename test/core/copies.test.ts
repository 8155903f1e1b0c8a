import { expect, test } from 'vitest';
import { aMessage } from '../support/a-message.ts';
import { openAttachmentsDesk } from '../support/attachments-desk.ts';
import { mailWithFiles } from '../support/mail-with-files.ts';

const page = {
  title: 'Parcel </title><script>x()</script>',
  language: 'ar',
  direction: 'rtl',
  body: '<p>Hello</p>',
} as const;

test('a mail is saved as the bytes it came as; what never was mail is rebuilt and says so; a note is none', async () => {
  const desk = await openAttachmentsDesk();
  const { clientId, take, message, store } = await desk.client('Northwind', 'NW');
  const mail = await mailWithFiles({ subject: 'Came as mail' }, [
    { name: 'a.txt', type: 'text/plain', bytes: 'a' },
  ]);
  const told = aMessage({
    subject: 'Told\r\nBcc: victim@x.example',
    text: 'In a chat.',
    quotedText: '> before',
    html: '<p>In a chat.</p>',
    internetMessageId: 'told@chat.example',
    references: ['first@chat.example'],
    from: { name: 'Über "Carla"', address: 'carla@chat.example' },
    source: null,
  });
  take(mail, told);
  const redeem = (path: string) => {
    const content = desk.started.core.services.tickets.redeem('attachment', path.split('/').at(-1) ?? '');
    if (content?.kind !== 'attachment') throw new Error('nothing to save');
    return { name: content.name, text: Buffer.from(content.bytes).toString() };
  };
  const original = await desk.call.copies.mail({ clientId, messageId: (await message('Came as mail')).id });
  expect(original.rebuilt).toBe(false);
  expect(redeem(original.path)).toEqual({ name: 'Came as mail.eml', text: mail.source?.toString() });

  const chat = await message(told.subject);
  const rebuilt = await desk.call.copies.mail({ clientId, messageId: chat.id });
  expect(rebuilt.rebuilt).toBe(true);
  const { text } = redeem(rebuilt.path);
  expect(text).toMatch(/^X-Liaison-Copy: rebuilt\r$/m);
  expect(text).toMatch(/^Message-ID: <told@chat.example>\r$/m);
  expect(text).toMatch(/^References: <first@chat.example>\r$/m);
  expect(text).not.toMatch(/^Bcc:/m);
  expect(text).toContain('In a chat.');

  const { services } = desk.started.core;
  const { rows } = await desk.call.conversations.queue({ clientId, view: 'all' });
  await desk.call.conversations.note({ clientId, conversationId: rows[0]!.id, text: 'Ours only' });
  const { messages } = await desk.call.conversations.read({ clientId, conversationId: rows[0]!.id });
  const note = messages.find((each) => each.kind === 'note')!;
  await expect(desk.call.copies.mail({ clientId, messageId: note.id })).rejects.toThrow('not-found');
  expect(services.stores.of(clientId)).toBe(store);
});

test('a page is printed by a frame of its own, or made into a PDF without a way to fetch anything', async () => {
  const printed: string[] = [];
  const desk = await openAttachmentsDesk({
    printPdf: (html) => {
      printed.push(html);
      return Promise.resolve(Buffer.from('%PDF-1.4'));
    },
  });
  const { clientId } = await desk.client('Northwind', 'NW');
  const { tickets } = desk.started.core.services;
  const frame = await desk.call.copies.print({ clientId, ...page });
  const content = tickets.redeem('frame', frame.path.split('/').at(-1) ?? '');
  expect(content?.kind).toBe('print');
  const html = content?.kind === 'print' ? content.html : '';
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).not.toContain('<script');
  const saved = await desk.call.copies.pdf({ clientId, ...page });
  expect(printed[0]).toContain("default-src 'none'");
  expect(tickets.redeem('attachment', saved.path.split('/').at(-1) ?? '')).toMatchObject({
    kind: 'attachment',
    bytes: Buffer.from('%PDF-1.4'),
  });
});
