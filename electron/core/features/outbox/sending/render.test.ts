import { expect, test } from 'vitest';
import { headerNames, renderReply, renewed, type ReplyToRender } from './render.ts';

const reply: ReplyToRender = {
  identity: { name: 'Northwind Help', address: 'help@northwind.example' },
  recipients: {
    to: [{ name: 'Carla, the customer', address: 'carla@customer.example' }],
    cc: [{ name: '', address: 'dan@customer.example' }],
    bcc: [{ name: '', address: 'archive@northwind.example' }],
  },
  subject: 'Re: ¿Dónde está?',
  text: 'Hola,\n.\nsalió hoy.\r\n',
  internetMessageId:
    '01900000-0000-7000-8000-000000000001.0123456789abcdef0123456789abcdef@northwind.example',
  inReplyTo: 'asked@customer.example',
  references: ['root@customer.example', 'asked@customer.example'],
  date: Date.UTC(2026, 2, 4, 10, 0, 0),
  attachments: [],
};

const linesOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split('\r\n');

test('a reply is plain 7-bit mail with threading headers, and blind recipients are not in it', async () => {
  const { bytes, sha256 } = await renderReply(reply);
  expect(linesOf(bytes)).toEqual([
    'From: Northwind Help <help@northwind.example>',
    'To: "Carla, the customer" <carla@customer.example>',
    'Cc: dan@customer.example',
    'In-Reply-To: <asked@customer.example>',
    'References: <root@customer.example> <asked@customer.example>',
    'Subject: =?UTF-8?Q?Re=3A_=C2=BFD=C3=B3nde_est=C3=A1=3F?=',
    `Message-ID: <${reply.internetMessageId}>`,
    'Date: Wed, 04 Mar 2026 10:00:00 +0000',
    'Content-Transfer-Encoding: quoted-printable',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hola,',
    '.',
    'sali=C3=B3 hoy.',
    '',
  ]);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('attachments travel in base64 under their names', async () => {
  const attachments = [{ name: 'Größe (1).pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') }];
  const text = linesOf((await renderReply({ ...reply, attachments })).bytes).join('\n');
  expect(text).toContain("filename*0*=utf-8''Gr%C3%B6%C3%9Fe%20%281%29.pdf");
  expect(text).toContain(Buffer.from('%PDF').toString('base64'));
});

test('a resent message differs in its Message-ID and date, and in nothing else', async () => {
  const { bytes } = await renderReply(reply);
  const next = renewed(bytes, {
    internetMessageId: 'new.mark@northwind.example',
    date: Date.UTC(2026, 2, 5),
  });
  const changed = linesOf(next.bytes).filter((line, i) => line !== linesOf(bytes)[i]);
  expect(changed).toEqual([
    'Message-ID: <new.mark@northwind.example>',
    'Date: Thu, 05 Mar 2026 00:00:00 +0000',
  ]);
  expect(headerNames(next.bytes)).toEqual(headerNames(bytes));
});

test.each([
  ['a subject', { subject: 'Hi\r\nBcc: evil@attacker.example' }],
  ['a name', { identity: { name: 'Help\nBcc: e@a.example', address: 'help@northwind.example' } }],
  [
    'an address',
    { recipients: { to: [{ name: '', address: 'a@b.example>\r\nBcc: <e@a.example' }], cc: [], bcc: [] } },
  ],
  [
    'a list in an address',
    { recipients: { to: [{ name: '', address: 'a@b.example,e@a.example' }], cc: [], bcc: [] } },
  ],
  ['a Message-ID', { references: ['a@b>\u2028Bcc: e@a.example'] }],
  [
    'an attachment',
    { attachments: [{ name: 'a\u0085b.pdf', type: 'application/pdf', bytes: Buffer.from('x') }] },
  ],
  ['a type', { attachments: [{ name: 'a.pdf', type: 'text/plain\r\nX: y', bytes: Buffer.from('x') }] }],
  ['a line that no server takes', { subject: 'x'.repeat(1_200) }],
] as const)('refuses %s that could begin a header of its own', async (_name, details) => {
  await expect(renderReply({ ...reply, ...details } as ReplyToRender)).rejects.toMatchObject({
    code: 'invalid-input',
  });
});
