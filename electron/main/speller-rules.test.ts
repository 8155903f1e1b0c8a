import { expect, test } from 'vitest';
import { spellerFor } from './speller-rules.ts';

const available = ['de', 'en-AU', 'en-GB', 'en-US', 'es', 'es-MX', 'pt-PT', 'pt-BR', 'sr-Latn'];

test.each([
  ['en-GB', 'en-GB'],
  ['EN-gb', 'en-GB'],
  ['en', 'en-US'],
  ['en-NZ', 'en-US'],
  ['es-AR', 'es'],
  ['es-MX', 'es-MX'],
  ['pt', 'pt-BR'],
  ['sr', 'sr-Latn'],
  ['ar', null],
  ['', null],
])('%s is spelled by %s', (language, speller) => {
  expect(spellerFor(language, available)).toBe(speller);
});
