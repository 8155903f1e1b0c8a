import { describe, expect, test } from 'vitest';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../../../../test/support/corpus.ts';
import { dangerOf, isDangerous, isSafePicture } from './attachment-rules.ts';

const plain = 'application/octet-stream';

describe('dangerous attachments', () => {
  test.each([
    ...[
      'setup.exe',
      'SETUP.EXE',
      'photo.jpg.exe',
      'run.bat',
      'a.cmd',
      'a.scr',
      'a.js',
      'a.vbs',
      'a.ps1',
      'a.jar',
    ],
    ...[
      'a.lnk',
      'a.url',
      'a.iso',
      'a.img',
      'a.msi',
      'a.hta',
      'a.html',
      'a.svg',
      'a.docm',
      'a.xlsm',
      'a.sh',
      'a.app',
    ],
    ...[
      'a.desktop',
      'a.one',
      'a.reg',
      'a.command',
      'a.dmg',
      'a.apk',
      'a.wsf',
      'a.chm',
      'a.settingcontent-ms',
    ],
    ...['a.exe.', 'a.exe ', 'a.exe. . ', 'a.txt:evil.exe', 'a.exe::$DATA', 'a.exe\u0000', 'a.ｅｘｅ', '.bat'],
    ...['photo\u202egpj.exe', 'photo_\u202efdp.scr', 'exe\u202etxt.pdf', 'a.e\u200bxe'],
  ])('%j is', (name) => expect(isDangerous({ name, type: plain })).toBe(true));
  test.each([
    'photo.jpg',
    'bill.pdf',
    'table.xlsx',
    'letter.docx',
    'notes.txt',
    'exe',
    'my.exe.pdf',
    'فاتورة\u200f.pdf',
    '',
    '...',
  ])('%j is not', (name) => expect(isDangerous({ name, type: plain })).toBe(false));
  test.each([
    ['application/x-msdownload', true],
    ['text/html; charset=utf-8', true],
    ['image/svg+xml', true],
    ['application/javascript', true],
    ['application/vnd.ms-excel.sheet.macroEnabled.12', true],
    ['application/pdf', false],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
    ['text/plain', false],
  ])('a type of %s: %s', (type, expected) => expect(isDangerous({ name: 'file', type })).toBe(expected));
});

test.each([
  ['setup.exe', plain, 'program'],
  ['run.ps1', plain, 'program'],
  ['table.xlsm', plain, 'macros'],
  ['table', 'application/vnd.ms-excel.sheet.macroEnabled.12', 'macros'],
  ['page.html', plain, 'page'],
  ['drawing', 'image/svg+xml', 'page'],
  ['bill.pdf.exe', plain, 'two-endings'],
  ['photo.jpg.html ', plain, 'two-endings'],
  ['photo\u202egpj.exe', plain, 'turned'],
  ['my.report.2026.pdf', 'application/pdf', null],
])('%j of type %s is marked as %s', (name, type, danger) => expect(dangerOf({ name, type })).toBe(danger));

test('only pictures that cannot carry code are shown inside a message', () => {
  expect(['image/png', 'image/JPEG', 'image/jpg', 'image/gif', 'image/webp'].every(isSafePicture)).toBe(true);
  expect(['image/svg+xml', 'image/tiff', 'text/html', 'image/png; x', ''].some(isSafePicture)).toBe(false);
});

interface NamedCase {
  readonly expect: { readonly raw_name: string; readonly executable: boolean };
}

test.skipIf(!hasCorpus)(
  hasCorpus ? 'hostile names of the corpus that run are all marked' : corpusIsAbsent,
  () => {
    const { items } = readCorpus<{ items: readonly NamedCase[] }>('attachment-names', 'manifest.json');
    expect(items.length).toBeGreaterThan(20);
    const wrong = items
      .map((item) => item.expect)
      .filter((item) => isDangerous({ name: item.raw_name, type: plain }) !== item.executable);
    expect(wrong).toEqual([]);
  },
);
