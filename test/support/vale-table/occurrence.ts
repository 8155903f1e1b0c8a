import type { RuleRows } from './rows.ts';

/** https://vale.sh/docs/checks/occurrence */
export const occurrenceRows: readonly RuleRows[] = [
  {
    why: 'more than max: one alert, at the first',
    rule: "extends: occurrence\nmessage: 'Too many exclamation marks'\ntoken: '!'\nmax: 1",
    rows: [
      ['Hi⟦!⟧ Thanks! Bye!', 'Too many exclamation marks'],
      'Hi! Thanks.',
      'Hi.',
      ['one⟦!⟧\ntwo!', 'Too many exclamation marks'],
    ],
  },
  {
    why: 'commas of a sentence (the shape of write-good’s and Google’s rules)',
    rule: "extends: occurrence\nmessage: 'More than 3 commas!'\nscope: sentence\ntoken: ','\nmax: 3",
    rows: [
      ['One⟦,⟧ two, three, four, five.', 'More than 3 commas!'],
      'One, two, three, four.',
      'One, two. Three, four, five.',
      ['Fine, so. But⟦,⟧ then, well, so, no.', 'More than 3 commas!'],
    ],
  },
  {
    why: 'words of a sentence, with the count in the message',
    rule: "extends: occurrence\nmessage: 'A sentence of %s words'\nscope: sentence\ntoken: '\\b(\\w+)\\b'\nmax: 5",
    rows: [
      ['⟦One⟧ two three four five six.', 'A sentence of 6 words'],
      'One two three four five.',
      ['Short. ⟦This⟧ one has far too many words. Short.', 'A sentence of 7 words'],
      [
        '⟦One⟧ two three four five six.\n\n⟦One⟧ two three four five six seven.',
        'A sentence of 6 words',
        'A sentence of 7 words',
      ],
    ],
  },
  {
    why: '%d is the count too (vale issue 1048)',
    rule: "extends: occurrence\nmessage: '%d times'\ntoken: sorry\nmax: 1\nignorecase: true",
    rows: [['⟦Sorry⟧, sorry, so sorry', '3 times'], 'sorry'],
  },
  {
    why: 'case counts without ignorecase',
    rule: 'extends: occurrence\nmessage: m\ntoken: sorry\nmax: 1',
    rows: ['Sorry, sorry', ['⟦sorry⟧ sorry', 'm']],
  },
  {
    why: 'fewer than min; none at all is an alert on the first line',
    rule: "extends: occurrence\nmessage: 'Sign with our name (%s)'\ntoken: Northwind\nmin: 1",
    rows: [
      ['⟦⟧Kind regards', 'Sign with our name (0)'],
      'Kind regards, Northwind',
      ['⟦⟧a\nb', 'Sign with our name (0)'],
    ],
  },
  {
    why: 'fewer than min, but some: at the first',
    rule: "extends: occurrence\nmessage: 'Only %s'\ntoken: please\nmin: 2",
    rows: [['⟦please⟧', 'Only 1'], 'please please', ['⟦⟧no', 'Only 0']],
  },
  {
    why: 'paragraphs of plain text',
    rule: "extends: occurrence\nmessage: '%s'\nscope: paragraph\ntoken: '\\w+'\nmax: 3",
    rows: [['One two\n\n⟦One⟧ two three four', '4'], 'One two three\n\nOne two'],
  },
  {
    why: 'paragraphs of Markdown, and no headings or items among them',
    as: 'md',
    rule: "extends: occurrence\nmessage: '%s'\nscope: paragraph\ntoken: '\\w+'\nmax: 3",
    rows: [
      ['# One two three four\n\n⟦One⟧ two three four\n\n- one two three four', '4'],
      '- one two three four five',
    ],
  },
  {
    why: 'headings',
    as: 'md',
    rule: "extends: occurrence\nmessage: 'Too long'\nscope: heading\ntoken: '\\w+'\nmax: 2",
    rows: [['# ⟦One⟧ two three\n\nOne two three four', 'Too long'], '## One two\n\nOne two three'],
  },
  {
    why: 'what stands in code is counted but is no place for an alert (vale, IsCode)',
    as: 'md',
    rule: "extends: occurrence\nmessage: '%s'\ntoken: '\\*|x'\nmax: 1",
    rows: [['Use `a` and ⟦x⟧ here', '2'], 'Use `ab`'],
  },
  {
    why: 'a text without a limit has none',
    rule: 'extends: occurrence\nmessage: m\ntoken: a',
    rows: ['a a a a', ''],
  },
  {
    why: 'the document as it is (scope: raw)',
    as: 'md',
    rule: "extends: occurrence\nmessage: '%s'\nscope: raw\ntoken: '^#'\nmin: 1",
    rows: ['# A heading\n\nText', ['⟦⟧Text\n\nmore', '0']],
  },
];
