import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../../test/support/corpus.ts';
import { safeFileName } from './file-names.ts';

test.each([
  ['invoice.pdf', 'invoice.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\evil.dll', 'C__Windows_evil.dll'],
  ['photo\u202Egpj.exe', 'photogpj.exe'],
  ['report.pdf:stream.exe', 'report.pdf_stream.exe'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['.bashrc', 'bashrc'],
  ['trailing. . ', 'trailing'],
  ['line\r\nbreak.txt', 'linebreak.txt'],
  ['...', 'file'],
  ['', 'file'],
  ['فاتورة.pdf', 'فاتورة.pdf'],
  ['📎 clip.png', '📎 clip.png'],
])('%j is saved as %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('a long name is cut between letters and keeps its extension', () => {
  const name = safeFileName(`${'💾'.repeat(100)}.xlsx`);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180);
  expect(name).toMatch(/^💾+\.xlsx$/u);
});

test.skipIf(!hasCorpus)(
  `hostile attachment names stay in their folder${hasCorpus ? '' : ` (${corpusIsAbsent})`}`,
  () => {
    const { items } = readCorpus<{ items: { expect: { raw_name: string } }[] }>(
      'attachment-names',
      'manifest.json',
    );
    expect(items.length).toBeGreaterThan(20);
    for (const { expect: wanted } of items) {
      const name = safeFileName(wanted.raw_name);
      expect(join('/folder', name)).toBe(`/folder/${name}`);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]|^[\s.]|[\s.]$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      expect(safeFileName(name)).toBe(name);
    }
  },
);
