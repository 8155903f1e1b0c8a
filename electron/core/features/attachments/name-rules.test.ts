import { expect, test } from 'vitest';
import { namesSideBySide } from './name-rules.ts';

test('names that are one to some system are numbered, before their ending', () => {
  expect(namesSideBySide(['a.pdf', 'A.PDF', 'a.pdf', 'b', 'b'])).toEqual([
    'a.pdf',
    'A (2).PDF',
    'a (3).pdf',
    'b',
    'b (2)',
  ]);
});

test('a number that is taken already is passed by, and no name leads anywhere', () => {
  expect(namesSideBySide(['a (2).pdf', 'a.pdf', 'a.pdf'])).toEqual(['a (2).pdf', 'a.pdf', 'a (3).pdf']);
  for (const name of namesSideBySide(['../../etc/passwd', 'C:\\x.txt', '', 'con', 'x\u202egpj.exe']))
    expect(name).toMatch(/^(?!\.)[^/\\:\u202e]+$/u);
});
