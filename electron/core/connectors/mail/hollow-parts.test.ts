import { describe, expect, test } from 'vitest';
import { hollowParts, standsFor } from './hollow-parts.ts';
import { parseMessage, readAttachment } from './parse-message.ts';

const mark = 'mark:';
const photo = Buffer.alloc(30_001, 'pixels and more pixels');
const lines = (bytes: Buffer, end = '\n') => bytes.toString('base64').replace(/.{76}/g, `$&${end}`);

/** A mail with a text and files, each with the headers that are given. */
function mailWith(files: readonly { headers: readonly string[]; body: string }[], end = '\n'): Buffer {
  const parts = [
    ['Content-Type: text/plain', '', 'The photo is below.'],
    ...files.map(({ headers, body }) => [...headers, '', body]),
  ];
  const whole = [
    'From: Carla <carla@customer.example>',
    'Subject: A photo',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    '\tboundary="=_next part"',
    '',
    'Preamble.',
    ...parts.flatMap((part) => ['--=_next part', ...part]),
    '--=_next part--',
    '',
  ];
  return Buffer.from(whole.join(end));
}
const imageHeaders = [
  'Content-Type: image/jpeg;',
  ' name="photo.jpg"',
  'Content-Transfer-Encoding: BASE64',
  'Content-Disposition: attachment; filename="photo.jpg"',
];
const raw = (bytes: Buffer) => ({
  bytes,
  receivedAt: 0,
  copy: null,
  place: 'received' as const,
  ownAddresses: [],
});

describe('the body of a large file', () => {
  test.each(['\n', '\r\n'])('gives way to a mark with its size (line end %j)', (end) => {
    const whole = mailWith([{ headers: imageHeaders, body: lines(photo, end) }], end);
    const hollowed = hollowParts(whole, mark);
    expect(hollowed?.parts).toBe(1);
    expect(hollowed?.bytes.length).toBeLessThan(600);
    const text = hollowed?.bytes.toString() ?? '';
    const body = text.slice(text.indexOf('photo.jpg"', text.indexOf('filename'))).split(/\r?\n/)[2] ?? '';
    expect(standsFor(Buffer.from(body, 'base64'), mark)).toBe(photo.length);
    expect(text.endsWith(`--=_next part--${end}`)).toBe(true);
  });

  test('stays where it is small, is text, is not in base64, or is not clean', () => {
    const body = lines(photo);
    const left = [
      { headers: imageHeaders, body: lines(photo.subarray(0, 1_000)) },
      { headers: ['Content-Type: text/csv', 'Content-Transfer-Encoding: base64'], body },
      { headers: ['Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64'], body },
      { headers: ['Content-Type: image/jpeg', 'Content-Transfer-Encoding: 7bit'], body },
      { headers: imageHeaders, body: `${body}\nnot base64!` },
    ];
    for (const file of left) expect(hollowParts(mailWith([file]), mark)).toBeNull();
  });

  test('stays where its delimiter was never announced', () => {
    const whole = mailWith([{ headers: imageHeaders, body: lines(photo) }]);
    expect(hollowParts(Buffer.from(whole.toString().replace('boundary=', 'border=')), mark)).toBeNull();
  });

  test('no content but the mark and a number stands for a size', () => {
    for (const content of ['mark:', 'mark:12x', 'mark: 12', 'other:12', ''])
      expect(standsFor(Buffer.from(content), mark)).toBeNull();
  });
});

test('a parsed message tells the true sizes, names and order of its files, and their bytes can be read', async () => {
  const log = [
    'Content-Type: text/plain; name="app.log"',
    'Content-Disposition: attachment; filename="app.log"',
  ];
  const bytes = mailWith([
    { headers: log, body: 'line\n'.repeat(2_000) },
    { headers: imageHeaders, body: lines(photo) },
    { headers: imageHeaders, body: lines(photo.subarray(0, 500)) },
  ]);
  const { attachments, text } = await parseMessage(raw(bytes));
  expect(text).toBe('The photo is below.');
  expect(attachments.map(({ name, size }) => [name, size])).toEqual([
    ['app.log', 10_000],
    ['photo.jpg', photo.length],
    ['photo.jpg', 500],
  ]);
  for (const { part, size } of attachments)
    expect((await readAttachment(bytes, part))?.bytes.length).toBe(size);
  expect(Buffer.from((await readAttachment(bytes, 1))?.bytes ?? []).equals(photo)).toBe(true);
});
