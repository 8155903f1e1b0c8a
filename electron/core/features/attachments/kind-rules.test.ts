import { expect, test } from 'vitest';
import { magicOf, textKindOf } from './kind-rules.ts';

test.each([
  ['bill.PDF', 'application/octet-stream', 'pdf'],
  ['bill', 'application/pdf; name=bill', 'pdf'],
  ['letter.docx', '', 'docx'],
  ['table.csv', 'application/vnd.ms-excel', 'plain'],
  ['page.htm', 'application/octet-stream', 'html'],
  ['photo.jpg', 'image/jpeg', null],
  ['setup.exe', 'application/octet-stream', null],
])('words of %s (%s) are read as %s', (name, type, kind) => expect(textKindOf({ name, type })).toBe(kind));

test.each([
  ['4d5a90000300', 'program'],
  ['7f454c460201', 'program'],
  ['cffaedfe0700', 'program'],
  ['23212f62696e', 'program'],
  ['504b03041400', 'zip'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['255044462d31', 'pdf'],
  ['0a0a255044462d31', 'pdf'],
  ['4d5a20697320', null],
  ['', null],
])('%s is %s', (hex, magic) => expect(magicOf(Buffer.from(hex, 'hex'))).toBe(magic));
