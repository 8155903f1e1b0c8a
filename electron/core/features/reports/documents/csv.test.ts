import { describe, expect, test } from 'vitest';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../../../../../test/support/corpus.ts';
import { readCsv } from '../../../../../test/support/read-csv.ts';
import { guardText, toCsv, unguardText } from './csv.ts';

const payloads = hasCorpus ? readCorpus<{ items: string[] }>('csv-injection', 'payloads.json').items : [];
const formulaStarts = /^[\t\r]|^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

describe.skipIf(!hasCorpus)(`corpus/csv-injection${hasCorpus ? '' : `: ${corpusIsAbsent}`}`, () => {
  test.each(payloads)('no cell begins like a formula, and every value comes back: %j', (payload) => {
    const [cells] = readCsv(toCsv([[payload, 'beside', 1]]));
    expect(cells?.[0]).not.toMatch(formulaStarts);
    expect(unguardText(cells?.[0] ?? '')).toBe(payload);
    expect(cells?.slice(1)).toEqual(['beside', '1']);
  });
});

test('the guard comes off exactly, also where the text had apostrophes of its own', () => {
  for (const text of ["'=1", "''=1", "'", "''", "'quoted'", "'\t", '=1', "O'Neil", '']) {
    expect(unguardText(guardText(text))).toBe(text);
  }
  expect(guardText("O'Neil")).toBe("O'Neil");
  expect(guardText("'=1")).toBe("''=1");
});

test('RFC 4180: CRLF, quotes doubled, line breaks and commas inside a field; numbers stay numbers', () => {
  expect(toCsv([['a,"b"\r\nc', -1.5, null]])).toBe('\uFEFF"a,""b""\r\nc",-1.5,\r\n');
});

test('begins with the UTF-8 byte order mark, so that Excel reads Arabic and accents', () => {
  expect([...new TextEncoder().encode(toCsv([['é']]))].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
});
