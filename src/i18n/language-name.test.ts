import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';

test('a language has its name, and a tag that is none stays as it is', () => {
  expect(languageName('es', 'en')).toBe('Spanish');
  expect(languageName('zh-Hant', 'en')).toBe('Traditional Chinese');
  expect(['zz-99', 'en-us-gb', ''].map((tag) => languageName(tag, 'en'))).toEqual(['zz-99', 'en-us-gb', '']);
});
