import { describe, expect, test } from 'vitest';
import { readTexts, type PackageBytes } from './package-texts.ts';

const latin = (path: string, text: string): PackageBytes => ({ path, bytes: Buffer.from(text, 'latin1') });
const utf8 = (path: string, text: string): PackageBytes => ({ path, bytes: Buffer.from(text, 'utf8') });

const read = (...files: PackageBytes[]) => readTexts(files);

describe('a dictionary is read as its .aff says', () => {
  test.each([
    ['ISO8859-1', Buffer.from([0xfc])],
    ['ISO8859-2', Buffer.from([0xfc])],
    ['UTF-8', Buffer.from('ü')],
    ['microsoft-cp1250', Buffer.from([0xfc])],
  ])('%s', (encoding, letter) => {
    const affixes = latin('de/de_DE.aff', `# a word\nSET ${encoding}\nSFX n Y 1\n`);
    const dic = {
      path: 'de/de_DE.dic',
      bytes: Buffer.concat([Buffer.from('1\nf'), letter, Buffer.from('r\n')]),
    };
    expect(read(dic, affixes)).toEqual([
      { path: 'de/de_DE.dic', text: '1\nfür\n' },
      { path: 'de/de_DE.aff', text: '# a word\nSET UTF-8\nSFX n Y 1\n' },
    ]);
  });

  test.each([
    ['KOI8-R', [0xd0, 0xc9], 'пи'],
    ['cp1251', [0xef, 0xe8], 'пи'],
    ['TIS620-2533', [0xa1], 'ก'],
    ['ISO8859-7', [0xe1], 'α'],
  ])('%s', (encoding, letters, word) => {
    const [dic] = read(
      { path: 'x.dic', bytes: Uint8Array.from([0x31, 0x0a, ...letters]) },
      latin('x.aff', `SET ${encoding}\r\n`),
    );
    expect(dic?.text).toBe(`1\n${word}`);
  });

  test('in an encoding that nobody knows it is left out, with its name', () => {
    const [dic, affixes, other] = read(
      latin('in/hi.dic', '1\nx'),
      latin('in/hi.aff', 'SET ISCII-DEVANAGARI\n'),
      utf8('in/list.txt', 'für'),
    );
    const unread = 'ISCII-DEVANAGARI';
    expect([dic, affixes]).toEqual([
      { path: 'in/hi.dic', text: '', unread },
      { path: 'in/hi.aff', text: '', unread },
    ]);
    expect(other?.text).toBe('für');
  });

  test('where it says nothing it is UTF-8, or else what hunspell takes it for', () => {
    expect(read(utf8('a.dic', '1\nfür'), latin('b.dic', '1\nfür')).map(({ text }) => text)).toEqual([
      '1\nfür',
      '1\nfür',
    ]);
  });

  test('another file of the package is UTF-8 whatever stands in it', () => {
    const text = 'SET ISO8859-1\nfür';
    expect(read(utf8('House/words.txt', text))).toEqual([{ path: 'House/words.txt', text }]);
  });
});
