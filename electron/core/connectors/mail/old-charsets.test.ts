import { expect, test } from 'vitest';
import { guessCharset } from './guess-charset.ts';
import { decodeHz, decodeIso2022Kr, decodeUtf7, knownNameOf, oldDecoderOf } from './old-charsets.ts';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The examples of RFC 2152 and RFC 1843. */
test.each([
  ['A+ImIDkQ.', 'A≢Α.'],
  ['Hi Mom -+Jjo--!', 'Hi Mom -☺-!'],
  ['+ZeVnLIqe-', '日本語'],
  ['Item 3 is +AKM-1.', 'Item 3 is £1.'],
  ['1 +- 1 = 2', '1 + 1 = 2'],
  ['+2D3eAA-', '😀'],
])('UTF-7 %s is %s', (written, meant) => {
  expect(decodeUtf7(ascii(written))).toBe(meant);
});

test.each([
  ['~{<:Ky2;S{#,NpJ)l6HK!#~}', '己所不欲，勿施於人。'],
  ['a ~~ b', 'a ~ b'],
  ['one~\nline', 'oneline'],
  ['~{VPND\nplain', '中文\nplain'],
])('HZ %s is %s', (written, meant) => {
  expect(decodeHz(ascii(written))).toBe(meant);
});

test('ISO-2022-KR shifts out for Korean and in for the rest', () => {
  expect(decodeIso2022Kr(ascii('\x1b$)C\x0eGQ1[\x0f 1\r\n\x0eGQ\r\n2'))).toBe('한글 1\r\n한\r\n2');
});

test('a charset under another name is read under its own', () => {
  expect(knownNameOf('X-Mac-Greek')).toBe('macgreek');
  expect(knownNameOf('utf-8')).toBeNull();
});

test('only the charsets of old have a decoder of their own', () => {
  expect(oldDecoderOf(' UTF-7 ')).toBe(decodeUtf7);
  expect(oldDecoderOf('hz-gb-2312')).toBe(decodeHz);
  expect(oldDecoderOf('utf-8')).toBeNull();
});

test.each([
  ['valid UTF-8', Buffer.from('Größe'), { declared: ['iso-8859-1'], language: 'ru' }, 'utf-8'],
  [
    'what the message declares elsewhere',
    ascii('Gr\xf6'),
    { declared: ['us-ascii', 'koi8-r'], language: '' },
    'koi8-r',
  ],
  [
    'the language',
    ascii('\xcf\xf0'),
    { declared: ['utf-8', 'no-such-charset'], language: 'uk' },
    'windows-1251',
  ],
  ['what decodes anything', ascii('\xa0\xff'), { declared: [], language: 'ja' }, 'windows-1252'],
])('undeclared bytes are %s', (_name, bytes, hints, charset) => {
  expect(guessCharset(bytes, hints)).toBe(charset);
});
