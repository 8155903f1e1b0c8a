import { expect, test } from 'vitest';
import { largestDictionary, largestList } from '../../../electron/shared/voice/package-parts.ts';
import { packageContentOf } from './package-files.ts';

/** A file as a browser gives it where a folder was chosen. */
const chosen = (path: string, text: string | Uint8Array<ArrayBuffer>): File =>
  Object.defineProperty(new File([text], path.split('/').at(-1) ?? path), 'webkitRelativePath', {
    value: path,
  });

test('what means something is taken from a folder, a dictionary of a whole language too', async () => {
  const dic = '1\nKarte\n'.padEnd(1_200_000, 'x');
  const { content, left } = await packageContentOf([
    chosen('p/styles/House/Very.yml', 'extends: existence'),
    chosen('p/styles/House/meta.json', '{}'),
    chosen('p/styles/config/dictionaries/de_DE.dic', dic),
    chosen('p/README.md', 'no part'),
    chosen('p/photo.png', 'no part'),
  ]);
  expect(content).toEqual({
    files: [
      { path: 'p/styles/House/Very.yml', text: 'extends: existence' },
      { path: 'p/styles/House/meta.json', text: '{}' },
      { path: 'p/styles/config/dictionaries/de_DE.dic', text: dic },
    ],
  });
  expect(left).toEqual([]);
});

test('what is too large is left out, and it is said which and by which limit', async () => {
  const { content, left } = await packageContentOf([
    chosen('p/list.txt', 'ü'.repeat(largestList)),
    chosen('p/long.txt', 'x'.repeat(largestList + 1)),
    ...Array.from({ length: 7 }, (_, at) => chosen(`p/d${at}.dic`, 'x'.repeat(largestDictionary))),
    chosen('p/vast.dic', 'x'.repeat(largestDictionary + 1)),
  ]);
  expect('files' in content && content.files.map(({ path }) => path)).toEqual([
    'p/list.txt',
    ...Array.from({ length: 6 }, (_, at) => `p/d${at}.dic`),
  ]);
  expect(left).toEqual([
    { path: 'p/long.txt', most: largestList },
    { path: 'p/d6.dic', most: null },
    { path: 'p/vast.dic', most: null },
  ]);
});

test('a dictionary is read as it says that it is written, and left out where nobody knows that', async () => {
  const { content, left } = await packageContentOf([
    chosen('p/de.dic', Uint8Array.from([0x31, 0x0a, 0x66, 0xfc, 0x72])),
    chosen('p/de.aff', 'SET ISO8859-1\n'),
    chosen('p/hi.dic', '1\nx'),
    chosen('p/hi.aff', 'SET ISCII-DEVANAGARI\n'),
  ]);
  expect(content).toEqual({
    files: [
      { path: 'p/de.dic', text: '1\nfür' },
      { path: 'p/de.aff', text: 'SET UTF-8\n' },
    ],
  });
  const unread = { most: null, encoding: 'ISCII-DEVANAGARI' };
  expect(left).toEqual([
    { path: 'p/hi.dic', ...unread },
    { path: 'p/hi.aff', ...unread },
  ]);
});
