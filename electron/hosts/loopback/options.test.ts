import { expect, test } from 'vitest';
import { LiaisonError } from '../../shared/errors.ts';
import { readOptions } from './options.ts';

const refusedFor = (...words: readonly string[]): unknown => {
  try {
    readOptions(words);
  } catch (error) {
    if (error instanceof LiaisonError) return [error.code, error.detail['path']];
    throw error;
  }
  return 'taken';
};

test('nothing typed: the usual workspace, any port, a window', () => {
  expect(readOptions([])).toEqual({ data: null, port: 0, headless: false, passphraseFile: null });
});

test('everything typed', () => {
  const words = ['--headless', '--port', '4100', '--data', '/srv/desk', '--passphrase-file', '/run/secret'];
  expect(readOptions(words)).toEqual({
    data: '/srv/desk',
    port: 4100,
    headless: true,
    passphraseFile: '/run/secret',
  });
});

test.each([
  [['--port', 'http'], '--port'],
  [['--port', '70000'], '--port'],
  [['--port', '-1'], '--port'],
  [['--colour'], '--colour'],
])('%j is refused and named', (words, path) => {
  expect(refusedFor(...words)).toEqual(['invalid-input', path]);
});
