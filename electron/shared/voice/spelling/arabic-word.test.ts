import { expect, test } from 'vitest';
import { bareArabic, formsOf, isArabic } from './arabic-word.ts';

test.each([
  ['vowel signs', 'شُكْرًا', 'شكرا'],
  ['lengthening', 'شكـــراً', 'شكرا'],
  ['a hamza as a mark of its own', 'ا\u0655لى', 'إلى'],
  ['letters by their shapes', '\ufefb', 'لا'],
  ['no Arabic', 'parcel', 'parcel'],
])('%s make no difference', (...[, word, bare]) => {
  expect(bareArabic(word)).toBe(bare);
});

test('a word of two writings is no Arabic word', () => {
  expect(['شكرا', 'لـWhatsApp', 'parcel', ''].map((word) => isArabic(bareArabic(word)))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('a term stands with what is written together with it', () => {
  expect(formsOf('وبالزُّمرُّد')).toContain('زمرد');
  expect(formsOf('للزمرد')).toContain('زمرد');
  expect(formsOf('ولزمرد')).toContain('زمرد');
  expect(formsOf('زمرد')).toEqual(['زمرد']);
  expect(formsOf('Zumurrud')).toEqual(['Zumurrud']);
});
