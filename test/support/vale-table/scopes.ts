import type { RuleRows } from './rows.ts';

const rule = (scope: string) =>
  `extends: existence\nmessage: "'%s'"\nscope: ${scope}\nnonword: true\ntokens: [xx]`;
const letter = [
  '# Heading xx',
  '',
  'Paragraph xx. Second xx.',
  '',
  '- item xx',
  '- [link xx](https://xx.example)',
  '',
  '> quoted xx',
  '',
  '`code xx`',
  '',
  '```',
  'fenced xx',
  '```',
].join('\n');
/** The letter with marks around the `xx` behind each of the words. */
const marked = (...words: readonly string[]): string =>
  words.reduce((text, word) => text.replace(`${word} xx`, `${word} ⟦xx⟧`), letter);

/** https://vale.sh/docs/keys/scope: what of a text a rule looks at. */
export const scopeRows: readonly RuleRows[] = [
  {
    why: 'text is everything but code',
    as: 'md',
    rule: rule('text'),
    rows: [marked('Heading', 'Paragraph', 'Second', 'item', 'link', 'quoted')],
  },
  { why: 'heading', as: 'md', rule: rule('heading'), rows: [marked('Heading')] },
  { why: 'heading.h1', as: 'md', rule: rule('heading.h1'), rows: [marked('Heading'), '## No xx'] },
  {
    why: 'list',
    as: 'md',
    rule: rule('list'),
    rows: [marked('item', 'link'), '1. one ⟦xx⟧\n2. two ⟦xx⟧\nstill ⟦xx⟧'],
  },
  {
    why: 'blockquote',
    as: 'md',
    rule: rule('blockquote'),
    rows: [marked('quoted'), '> a ⟦xx⟧\n> b ⟦xx⟧\n\nc xx'],
  },
  { why: 'paragraph', as: 'md', rule: rule('paragraph'), rows: [marked('Paragraph', 'Second')] },
  {
    why: 'sentence',
    as: 'md',
    rule: "extends: existence\nmessage: \"'%s'\"\nscope: sentence\nraw: ['^\\w+']",
    rows: ['⟦One⟧ two. ⟦Three⟧.\n\n- ⟦Four⟧ five'],
  },
  { why: 'link', as: 'md', rule: rule('link'), rows: [marked('link')] },
  {
    why: 'links that say nothing, and links in a row',
    as: 'md',
    rule: rule('link'),
    rows: ['[](a) [⟦xx⟧](b)[a ⟦xx⟧](c) xx [](d)'],
  },
  {
    why: 'raw is the text as it is written',
    as: 'md',
    rule: "extends: existence\nmessage: \"'%s'\"\nscope: raw\nnonword: true\ntokens: ['```', '\\]\\(']",
    rows: ['[a⟦](⟧b)\n\n⟦```⟧\nc\n⟦```⟧'],
  },
  {
    why: 'summary is the prose as one',
    as: 'md',
    rule: 'extends: existence\nmessage: "\'%s\'"\nscope: summary\nlimit: 1\ntokens: [xx]',
    rows: [marked('Paragraph')],
  },
  {
    why: 'not a heading',
    as: 'md',
    rule: rule('~heading'),
    rows: [marked('Paragraph', 'Second', 'item', 'link', 'quoted')],
  },
  {
    why: 'text that is neither quoted nor listed',
    as: 'md',
    rule: rule('text & ~blockquote & ~list'),
    rows: [marked('Heading', 'Paragraph', 'Second')],
  },
  {
    why: 'one scope or another',
    as: 'md',
    rule: rule('[heading, blockquote]'),
    rows: [marked('Heading', 'quoted')],
  },
  { why: 'sentences of lists', as: 'md', rule: rule('sentence & list'), rows: [marked('item', 'link')] },
  { why: 'of Markdown only', as: 'md', rule: rule('text.md'), rows: ['⟦xx⟧'] },
  { why: 'of plain text only', rule: rule('text.txt'), rows: ['⟦xx⟧'] },
  { why: 'not of plain text', rule: rule('text.md'), rows: ['xx'] },
  {
    why: 'plain text has no headings, items or code',
    rule: rule('text'),
    rows: ['# ⟦xx⟧\n\n- `⟦xx⟧`', '[a](⟦xx⟧)'],
  },
  { why: 'plain text has nothing in a heading', rule: rule('heading'), rows: ['# xx'] },
  {
    why: 'columns behind markup are those of the text as it is written',
    as: 'md',
    rule: rule('text'),
    rows: ['**bold** and _it_ ⟦xx⟧', '[a link](http://a.b) ⟦xx⟧ `c` ⟦xx⟧', '  > > deep ⟦xx⟧', '## é 🙂 ⟦xx⟧'],
  },
  {
    why: 'marks of emphasis are no part of the words',
    as: 'md',
    rule: 'extends: existence\nmessage: "\'%s\'"\ntokens: [as soon]',
    rows: ['not **so**', '5 * 3 * 2 as_soon'],
  },
  {
    why: 'an escape shows its letter',
    as: 'md',
    rule: "extends: existence\nmessage: \"'%s'\"\nnonword: true\ntokens: ['\\*']",
    rows: ['a \\⟦*⟧ b', '*a*'],
  },
  {
    why: 'each line of a quotation without its mark',
    as: 'md',
    rule: "extends: existence\nmessage: \"'%s'\"\nraw: ['so[^\\n]{0,2}on']",
    rows: ['> ⟦so on⟧'],
  },
  {
    why: 'a line of dashes and what stands below it',
    as: 'md',
    rule: rule('text'),
    rows: ['Regards ⟦xx⟧\n--\nNorthwind ⟦xx⟧', 'a ⟦xx⟧\n\n***\n\nb ⟦xx⟧'],
  },
  {
    why: 'a fence that never ends holds the rest',
    as: 'md',
    rule: rule('text'),
    rows: ['a ⟦xx⟧\n```\nb xx\n\nc xx'],
  },
  {
    why: 'code indented by four is left out, behind a blank line and in items',
    as: 'md',
    rule: rule('text'),
    rows: [
      '    xx\n\na ⟦xx⟧\n    still ⟦xx⟧\n\n    xx\n\n\txx\n\nb ⟦xx⟧',
      '- a ⟦xx⟧\n\n  b ⟦xx⟧\n\n      xx\n\nc ⟦xx⟧',
      '1.  a ⟦xx⟧\n\n    b ⟦xx⟧\n\n    ```\n    xx\n    ```\n    c ⟦xx⟧',
      '>     xx\n>\n> a ⟦xx⟧',
    ],
  },
  {
    why: 'plain text has no code',
    rule: rule('text'),
    rows: ['    ⟦xx⟧\n\n```\n⟦xx⟧\n```\n\n<b>⟦xx⟧</b>'],
  },
  {
    why: 'headings that are underlined',
    as: 'md',
    rule: rule('heading'),
    rows: [
      'A ⟦xx⟧\n===\n\nxx\n\nB ⟦xx⟧\nstill ⟦xx⟧\n---\nxx',
      'xx\n\n---\n\nxx',
      '- xx\n---',
      '> a ⟦xx⟧\n> ===',
    ],
  },
  {
    why: 'of the first level and of the second',
    as: 'md',
    rule: rule('heading.h2'),
    rows: ['A xx\n=\n\nB ⟦xx⟧\n-'],
  },
  {
    why: 'tags are no text, and what they hold is',
    as: 'md',
    rule: rule('text'),
    rows: [
      'a <b class="xx">⟦xx⟧</b><br/> <a href="xx">⟦xx⟧</a>',
      '<div id="xx">\n⟦xx⟧\n</div>',
      '1 < 2 ⟦xx⟧ > 1, <3 ⟦xx⟧',
      '`<b>` ⟦xx⟧ `</b>`',
    ],
  },
  {
    why: 'columns behind a tag are those of the file',
    as: 'md',
    rule: 'extends: existence\nmessage: "\'%s\'"\ntokens: [so on]',
    rows: ['<em>a</em> ⟦so on⟧', '<i>é</i> 🙂 ⟦so on⟧'],
  },
  {
    why: 'comments are left out, on one line or on many',
    as: 'md',
    rule: rule('text'),
    rows: ['a ⟦xx⟧ <!-- xx --> ⟦xx⟧', '<!-- xx\n\nxx\n-->\n\na ⟦xx⟧'],
  },
  {
    why: 'elements that hold code, scripts and what stands as it was typed',
    as: 'md',
    rule: rule('text'),
    rows: [
      'a <code>xx</code> ⟦xx⟧ <kbd>xx</kbd>',
      '<pre>\nxx\n\nxx\n</pre>\n\n⟦xx⟧',
      '<script>\nxx\n</script>\n⟦xx⟧',
    ],
  },
  {
    why: 'front matter and definitions of links are no text',
    as: 'md',
    rule: rule('text'),
    rows: ['---\ntitle: xx\n---\n\n⟦xx⟧', '[a ⟦xx⟧][b]\n\n[b]: https://a.example "xx"'],
  },
  {
    why: 'items in items, quotations in items',
    as: 'md',
    rule: rule('list'),
    rows: ['- a ⟦xx⟧\n  - b ⟦xx⟧\n    - c ⟦xx⟧\n\nd xx', '- a ⟦xx⟧\n  > b xx\n- c ⟦xx⟧'],
  },
  {
    why: 'a blank quotation line parts paragraphs',
    as: 'md',
    rule: rule('blockquote'),
    rows: ['> a ⟦xx⟧\n>\n> b ⟦xx⟧\nand ⟦xx⟧\n\nc xx'],
  },
];
