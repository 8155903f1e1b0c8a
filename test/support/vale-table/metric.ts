import type { RuleRows } from './rows.ts';

const rule = (formula: string, condition: string) =>
  `extends: metric\nmessage: "%s"\nformula: |\n  ${formula}\ncondition: "${condition}"`;

/** https://vale.sh/docs/checks/metric */
export const metricRows: readonly RuleRows[] = [
  {
    why: 'words',
    rule: rule('words', '> 3'),
    rows: [['⟦⟧One two three four.', '4.00'], 'One two three.', ''],
  },
  { why: 'sentences', rule: rule('sentences', '>= 2'), rows: [['⟦⟧One. Two.', '2.00'], 'One and two.'] },
  {
    why: 'paragraphs',
    rule: rule('paragraphs', '== 2'),
    rows: [['⟦⟧One.\nStill one.\n\nTwo.', '2.00'], 'One.\nStill one.'],
  },
  {
    why: 'characters are letters and digits',
    rule: rule('characters', '> 0'),
    rows: [['⟦⟧Ab, 12!', '4.00'], '!?'],
  },
  {
    why: 'long words have more than six letters',
    rule: rule('long_words', '> 0'),
    rows: [['⟦⟧letters', '1.00'], 'letter'],
  },
  {
    why: 'polysyllabic and complex words',
    rule: rule('polysyllabic_words - complex_words', '> 0'),
    rows: ['banana', ['⟦⟧discovered remembered', '2.00']],
  },
  {
    why: 'syllables',
    rule: rule('syllables / words', '> 2'),
    rows: [['⟦⟧banana banana', '3.00'], 'cat dog'],
  },
  {
    why: 'words of a sentence',
    rule: rule('words / sentences', '> 4'),
    rows: [['⟦⟧One two three four five. One two three four five.', '5.00'], 'One two. Three four.'],
  },
  {
    why: 'Flesch reading ease, written out (Flesch, 1948): 206.835 - 1.015 * 3 - 84.6 * 1',
    rule: rule('206.835 - (1.015 * (words / sentences)) - (84.6 * (syllables / words))', '> 90'),
    rows: [
      ['⟦⟧The cat sat. The dog ran.', '119.19'],
      'Organisations usually reimburse unsatisfied customers immediately.',
    ],
  },
  {
    why: 'functions',
    rule: rule('math.sqrt(words) + math.pow(2, 3) + math.max(1, 2) + math.abs(-1) + math.floor(0.9)', '> 1'),
    rows: [['⟦⟧One two three four', '13.00']],
  },
  {
    why: 'multiplication comes before addition, brackets before both',
    rule: rule('(1 + words) * 2 - 6 / 3 % 2', '> 0'),
    rows: [['⟦⟧One two', '6.00']],
  },
  {
    why: 'a condition of several',
    rule: rule('words', '> 1 && 1 < 2'),
    rows: [['⟦⟧One two', '2.00'], 'One'],
  },
  {
    why: 'equality is of six decimals',
    rule: rule('words / 3', '== 0.333333'),
    rows: [['⟦⟧One', '0.33'], 'One two'],
  },
  {
    why: 'headings, items, quotations and code of Markdown',
    as: 'md',
    rule: rule('100 * heading.h2 + 10 * list + blockquote + pre / 10', '> 0'),
    rows: [['⟦⟧## One\n\n- a\n- b\n\n> c\n\n```\nd\n```', '121.10'], 'One'],
  },
  {
    why: 'what a text has none of is 0',
    as: 'md',
    rule: rule('heading_h1 + heading_h6', '== 0'),
    rows: [['⟦⟧Text', '0.00'], '# One\n\nText'],
  },
  { why: 'division by zero is no alarm', as: 'md', rule: rule('list / heading_h1', '< 5'), rows: ['Text'] },
];
