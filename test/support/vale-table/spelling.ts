import type { RuleRows } from './rows.ts';

/** https://vale.sh/docs/checks/spelling, with the dictionary of `some-words.ts`. */
export const spellingRows: readonly RuleRows[] = [
  {
    why: 'words that the dictionary lacks',
    rule: 'extends: spelling\nmessage: "Did you really mean \'%s\'?"\nlevel: error',
    rows: [
      'Thank you for the order.',
      'Thank you for the ⟦ordr⟧.',
      '⟦Helo⟧, we ⟦recieve⟧ your letter',
      'one ⟦wrod⟧\ntwo ⟦wrod⟧',
      "We don't, it isn't.",
      'We don’t, it isn’t.',
      '(⟦xyzzy⟧)',
      '⟦naïve⟧',
    ],
  },
  {
    why: 'names in capitals, mixed case, digits and more are left out (vale, spellfilter.go)',
    rule: "extends: spelling\nmessage: '%s'",
    rows: [
      'NASA and LibreOffice',
      'abc123 and ab-cde and a.bcd',
      '⟦iPhone⟧ is an ⟦Iphone⟧',
      'an ordeR is in letterS',
      'it is ⟦snake_case⟧',
    ],
  },
  {
    why: 'custom leaves those filters out',
    rule: "extends: spelling\nmessage: '%s'\ncustom: true",
    rows: ['⟦NASA⟧ and ⟦LibreOffice⟧'],
  },
  {
    why: 'filters of one’s own',
    rule: "extends: spelling\nmessage: '%s'\nfilters: ['[Nn]orthwind', '^q']",
    rows: ['Northwind and quux and ⟦fluux⟧', 'unNorthwindly'],
  },
  {
    why: 'the accepted vocabulary, whole words in any case; a phrase as a phrase',
    rule: "extends: spelling\nmessage: '%s'",
    accept: ['Fenwick', 'mea culpa', 'flum+'],
    rows: ['Fenwick and fenwick', '⟦Fenwicks⟧', 'mea culpa, not ⟦mea⟧', 'flummm'],
  },
  {
    why: 'suggest proposes what the dictionary has',
    rule: "extends: spelling\nmessage: '%s'\naction: { name: suggest, params: [spellings] }",
    action: () => ({ Name: 'suggest', Params: ['spellings'] }),
    rows: ['the ⟦oredr⟧'],
  },
  {
    why: 'code, addresses and the addresses of links are not words',
    as: 'md',
    rule: "extends: spelling\nmessage: '%s'",
    rows: [
      'your `abcde` and https://exmaple.com/qwer',
      'your [the ⟦ordr⟧](https://exmaple.com/zzz)',
      '```\nqwerty\n```\n\nthe ⟦qwerty⟧',
      '**the ⟦wrod⟧**',
    ],
  },
];
