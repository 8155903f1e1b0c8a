import { describe, expect, test } from 'vitest';
import { readSearch } from './search-query-rules.ts';

/** What is asked for; which of it is shown is another matter. */
function asked(typed: string) {
  const query = readSearch(typed);
  if (query === null) return null;
  const { words: _, ...rest } = query;
  return rest;
}

describe('words', () => {
  test.each([
    ['parcel', '"parcel"*'],
    ['late parcel', '"late" AND "parcel"*'],
    ['late parcel ', '"late" AND "parcel"'],
    ['"late parcel"', '"late parcel"'],
    ['“late parcel” blue', '"late parcel" AND "blue"*'],
    ['one "two three', '"one" AND "two three"'],
    ['red OR blue shoes', '("red" OR "blue") AND "shoes"*'],
    ['shoes red OR blue OR green ', '"shoes" AND ("red" OR "blue" OR "green")'],
    ['this or that ', '"this" AND "or" AND "that"'],
    ['OR red ', '"red"'],
    ['red OR', '"red"'],
    ['subject:parcel ', 'subject : "parcel"'],
    ['subject:"late parcel" blue ', 'subject : "late parcel" AND "blue"'],
    ['ana@x.example', '"ana@x.example"*'],
    ['https://x.example/a ', '"https://x.example/a"'],
    ['tag: ', '"tag:"'],
    ['from: late ', '"from:" AND "late"'],
    ['before:soon ', '"before:soon"'],
    ['a (x) y^ z*', '"a" AND "(x)" AND "y^" AND "z*"*'],
    ['طلب', '"طلب"*'],
  ])('%s', (typed, match) => expect(asked(typed)).toEqual({ match, exclude: null, filters: [] }));

  test('what must not occur', () => {
    expect(asked('parcel -late -"very blue"')).toEqual({
      match: '"parcel"',
      exclude: '"late" OR "very blue"',
      filters: [],
    });
    expect(asked('-late')).toEqual({ match: null, exclude: '"late"', filters: [] });
    expect(readSearch('well-known ')?.match).toBe('"well-known"');
  });

  test('the words whose places are shown are those that may stand anywhere', () => {
    expect(readSearch('late subject:parcel OR "blue sea" from:ana -red wor')?.words).toEqual([
      '"late"',
      '"blue sea"',
      '"wor"*',
    ]);
  });

  test.each(['', '   ', '"', '""', '***', '()', '- + ?', '\u0000', '😀', ':'])(
    '%j asks for nothing',
    (typed) => expect(readSearch(typed)).toBeNull(),
  );

  test('a text of very many words is cut', () => {
    expect(readSearch('word '.repeat(100))?.match?.split(' AND ')).toHaveLength(20);
  });
});

describe('filters', () => {
  test.each([
    ['tag:vip', [{ kind: 'tag', text: 'vip', not: false }], null],
    [
      'tag:"call back" -tag:done',
      [
        { kind: 'tag', text: 'call back', not: false },
        { kind: 'tag', text: 'done', not: true },
      ],
      null,
    ],
    ['status:on-hold', [{ kind: 'status', status: 'on-hold', not: false }], null],
    ['status:asleep', [{ kind: 'named-status', text: 'asleep', not: false }], null],
    ['STATUS:Open', [{ kind: 'status', status: 'open', not: false }], null],
    ['assignee:me', [{ kind: 'assignee', text: 'me', not: false }], null],
    ['channel:Post', [{ kind: 'channel', text: 'post', not: false }], null],
    ['field:order=NW-7', [{ kind: 'field', name: 'order', value: 'nw-7', not: false }], null],
    ['-field:order', [{ kind: 'field', name: 'order', value: null, not: true }], null],
    [
      'FIELD:"Kind of it"="late parcel" field:“Ordre”=7 ',
      [
        { kind: 'field', name: 'kind of it', value: 'late parcel', not: false },
        { kind: 'field', name: 'ordre', value: '7', not: false },
      ],
      null,
    ],
    ['field:"order=late parcel"', [{ kind: 'field', name: 'order', value: 'late parcel', not: false }], null],
    ['field:order=', [{ kind: 'field', name: 'order', value: null, not: false }], null],
    ['has:attachment', [{ kind: 'attachment', not: false }], null],
    ['-has:attachment', [{ kind: 'attachment', not: true }], null],
    [
      'after:2026-01-05 before:2026-02-01',
      [
        { kind: 'after', day: '2026-01-05', not: false },
        { kind: 'before', day: '2026-02-01', not: false },
      ],
      null,
    ],
    ['from:ana', [{ kind: 'from', text: 'ana', not: false }], 'people : "ana"*'],
    [
      'from:"Ana Ruiz" late ',
      [{ kind: 'from', text: 'ana ruiz', not: false }],
      'people : "Ana Ruiz"* AND "late"',
    ],
    ['-to:shop@x.example', [{ kind: 'to', text: 'shop@x.example', not: true }], null],
  ])('%s', (typed, filters, match) => expect(asked(typed)).toEqual({ match, exclude: null, filters }));
});
