import { expect, test } from 'vitest';
import type { TransferEncoding } from './content-fields.ts';
import { decodedSize, decodeTransfer } from './transfer-decoding.ts';

const decode = (body: string, encoding: TransferEncoding) => {
  const bytes = Buffer.from(body, 'latin1');
  const decoded = decodeTransfer(bytes, encoding);
  expect(decodedSize(bytes, encoding)).toBe(decoded?.length ?? null);
  return decoded?.toString('latin1') ?? null;
};

test.each([
  ['a=E9b', 'a\u00e9b'],
  ['one =\r\nline', 'one line'],
  ['one= \t\nline', 'oneline'],
  ['blanks \t\r\nat the end  ', 'blanks\r\nat the end'],
  ['kept=20\nand=09', 'kept \nand\t'],
  ['the end=', 'the end'],
  ['', ''],
])('%j is %j in quoted-printable (RFC 2045, 6.7)', (body, decoded) =>
  expect(decode(body, 'quoted-printable')).toBe(decoded),
);

test.each(['a = b', 'a=4', 'a=zz', 'a\rb'])('%j is no quoted-printable', (body) =>
  expect(decode(body, 'quoted-printable')).toBeNull(),
);

test.each([
  ['SGVsbG8=', 'Hello'],
  ['SGVs\r\nbG8=\r\n', 'Hello'],
  ['SGVsbG8', 'Hello'],
  ['SGVsbA==\n\n', 'Hell'],
  ['', ''],
])('%j is %j in base64 (RFC 2045, 6.8)', (body, decoded) => expect(decode(body, 'base64')).toBe(decoded));

test.each(['SGVs bG8=', 'SGVs=bG8', 'SGVsbG8===', 'SGVs-_', 'SGVsbG8=\n--'])('%j is no base64', (body) =>
  expect(decode(body, 'base64')).toBeNull(),
);
