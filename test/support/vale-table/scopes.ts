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
];
