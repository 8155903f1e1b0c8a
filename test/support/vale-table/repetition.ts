import type { RuleRows } from './rows.ts';

/** https://vale.sh/docs/checks/repetition; the first rule is Vale’s own `Vale.Repetition`. */
export const repetitionRows: readonly RuleRows[] = [
  {
    why: 'Vale.Repetition: any word twice, in any case',
    rule: "extends: repetition\nmessage: \"'%s' is repeated!\"\nlevel: error\nignorecase: true\nalpha: true\naction: { name: edit, params: [truncate, ' '] }\ntokens: ['[^\\s.!?]+']",
    action: () => ({ Name: 'edit', Params: ['truncate', ' '] }),
    rows: [
      ['It is ⟦the the⟧ one.', "'the' is repeated!"],
      ['⟦The the⟧ one.', "'the' is repeated!"],
      ['see ⟦that\nthat⟧ here', "'that' is repeated!"],
      'I forgot about that. That is important.',
      'All plans but Personal use Redis. Redis is fast.',
      '100 100 is a number',
      'the, the end',
      'theme the',
      ['über ⟦für für⟧ dich', "'für' is repeated!"],
      ['⟦da da⟧ ⟦dum dum⟧', "'da' is repeated!", "'dum' is repeated!"],
      ['⟦no no⟧ yes', "'no' is repeated!"],
      '',
      'word',
    ],
  },
  {
    why: 'case counts without ignorecase',
    rule: "extends: repetition\nmessage: \"'%s'\"\ntokens: ['\\b\\w+\\b']",
    rows: ['The the', ['a ⟦b b⟧ c', "'b'"], ['2 ⟦7 7⟧', "'7'"], ['a ⟦b, b⟧', "'b'"]],
  },
  {
    why: 'only certain words',
    rule: 'extends: repetition\nmessage: "\'%s\'"\nignorecase: true\ntokens: [very, so]',
    rows: [
      ['It is ⟦very very⟧ odd', "'very'"],
      'It is odd odd',
      ['⟦very nicely very⟧ odd', "'very'"],
      'very, so',
    ],
  },
  {
    why: 'max lets repetitions pass; they are counted through the part (vale, repetition.go)',
    rule: "extends: repetition\nmessage: \"'%s'\"\nmax: 1\ntokens: ['[^\\s]+']",
    rows: ['ha ha', ['ha ⟦ha ha⟧', "'ha'"], ['ho ho and ⟦ha ha⟧', "'ha'"]],
  },
  {
    why: 'alpha wants letters alone',
    rule: "extends: repetition\nmessage: \"'%s'\"\nalpha: true\ntokens: ['[^\\s]+']",
    rows: ['5 5', 'a1 a1', '- -', ['é ⟦ñ ñ⟧', "'ñ'"], 'x, x,'],
  },
  {
    why: 'exceptions and accepted phrases',
    rule: "extends: repetition\nmessage: \"'%s'\"\nignorecase: true\nexceptions: [had had, '(?i)that that']\ntokens: ['[^\\s]+']",
    accept: ['Bora Bora'],
    rows: ['He had had it', 'In Bora Bora', 'That that is', ['the ⟦end end⟧', "'end'"]],
  },
  {
    why: 'a heading and the paragraph below it are two things',
    as: 'md',
    rule: "extends: repetition\nmessage: \"'%s'\"\nignorecase: true\ntokens: ['[^\\s]+']",
    rows: [
      '# Returns\n\nReturns are free.',
      ['# Free ⟦returns returns⟧', "'returns'"],
      ['- one ⟦two two⟧\n- two three', "'two'"],
      ['> quoted ⟦so so⟧', "'so'"],
      'see `a a` here',
      ['a ⟦very very⟧ long\nparagraph', "'very'"],
    ],
  },
];
