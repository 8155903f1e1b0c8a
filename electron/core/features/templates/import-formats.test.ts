import { describe, expect, test } from 'vitest';
import { csvRows } from './csv-rules.ts';
import { looksLikeMarkup, textOfMarkup } from './markup-text-rules.ts';

describe('CSV', () => {
  test.each<[string, string[][]]>([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa;b\r\n"1;2";3\r\n',
      [
        ['a', 'b'],
        ['1;2', '3'],
      ],
    ],
    [
      'a\tb\n1\t2,3',
      [
        ['a', 'b'],
        ['1', '2,3'],
      ],
    ],
    [
      'a,b\n"line\nbreak","say ""hi"""',
      [
        ['a', 'b'],
        ['line\nbreak', 'say "hi"'],
      ],
    ],
    [
      'a,b\r1,\r\r',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['a,b\n"never closed, ""x""', [['a', 'b'], ['never closed, "x"']]],
    ['a,"b"c,d', [['a', 'bc', 'd']]],
    ['', []],
  ])('%j', (text, rows) => expect(csvRows(text)).toEqual(rows));

  test('the longest line is read in one pass', () => {
    const [, row] = csvRows(`a,b\n${'x,'.repeat(200_000)}end`);
    expect(row).toHaveLength(200_001);
  });
});

describe('markup as text', () => {
  test.each([
    ['<p>Hi Ana,</p><p>we wrote.</p>', 'Hi Ana,\n\nwe wrote.'],
    ['<div>One</div><div><br></div><div>Two<br/>Three</div>', 'One\n\nTwo\nThree'],
    ['A<ul><li>one</li><li>two</li></ul>B', 'A\n- one\n- two\n\nB'],
    ['Fish &amp; chips&nbsp;&euro;5 O&#39;Neil &#x1F600; &unknown;', "Fish & chips €5 O'Neil 😀 &unknown;"],
    ['<a href="https://x.example/a?b=1&amp;c=2">Track it</a>', 'Track it (https://x.example/a?b=1&c=2)'],
    ['<a href="https://x.example">https://x.example</a>', 'https://x.example'],
    ['<a href="javascript:alert(1)">Click</a>', 'Click'],
    ['<a href="{{ticket.link}}">here</a>', 'here ({{ticket.link}})'],
    ['<style>p{}</style><script>alert(1)</script>Hi<!-- no -->', 'Hi'],
    ['1 < 2 and <b>bold</b>', '1 < 2 and bold'],
    ['&lt;b&gt;', '<b>'],
    ['<img src="x" alt="Our logo"> Hi', 'Our logo Hi'],
  ])('%s', (markup, text) => expect(textOfMarkup(markup)).toBe(text));

  test('is told from text with angle brackets', () => {
    expect(['<p>a</p>', 'a<br>b', '<a href="x">y</a>'].map(looksLikeMarkup)).toEqual([true, true, true]);
    expect(['a < b > c', '<<first name>>', 'mail <ana@example.com>'].map(looksLikeMarkup)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
