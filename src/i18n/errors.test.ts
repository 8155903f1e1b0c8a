import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCodes } from '../../electron/shared/errors.ts';
import { languages } from '../../electron/shared/languages.ts';

test.each(languages)('every failure has a sentence of its own in %s', (language) => {
  const path = join(import.meta.dirname, `../../locales/${language}/errors.json`);
  const sentences = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  expect(Object.keys(sentences).toSorted()).toEqual([...errorCodes].toSorted());
  expect(new Set(Object.values(sentences)).size).toBe(errorCodes.length);
});
