import type { RuleRows } from './rows.ts';

/** https://vale.sh/docs/checks/existence */
export const existenceRows: readonly RuleRows[] = [
  {
    why: 'tokens are words, and case counts',
    rule: 'extends: existence\nmessage: "Avoid \'%s\'."\ntokens:\n  - very\n  - a lot of\n  - basically',
    rows: [
      'It is ⟦very⟧ late and ⟦basically⟧ over.',
      'Every delivery was verydone.',
      'Very late, and VERY odd.',
      ['We sent ⟦a lot of⟧ parcels.', "Avoid 'a lot of'."],
      'First line.\nThen ⟦very⟧ much.\n\nAnd ⟦very⟧ late.',
      '🙂🙂 ⟦very⟧ well',
      'é ⟦very⟧ well — ⟦very⟧',
      '',
    ],
  },
  {
    why: 'ignorecase covers every token',
    rule: 'extends: existence\nmessage: "%s?"\nignorecase: true\nlevel: error\ntokens: [obviously, of course]',
    rows: ['⟦Obviously⟧, you can. ⟦Of course⟧!', '⟦OBVIOUSLY⟧ not', 'A coarse matter of courses.'],
  },
  {
    why: 'nonword leaves the borders out',
    rule: 'extends: existence\nmessage: "%s"\nnonword: true\ntokens:\n  - "!{2,}"\n  - " {2,}"\n  - "\\\\?!"',
    rows: ['Wow⟦!!⟧ Really⟦?!⟧', ['Two⟦  ⟧spaces.', ' '], 'One! Two? Three.', 'So⟦!!!!!⟧'],
  },
  {
    why: 'raw stands in front of the tokens, and has borders only where it says so',
    rule: 'extends: existence\nmessage: "%s"\nraw:\n  - "(?:foo)"\n  - "(?:-)?"\ntokens: [bar]',
    rows: ['⟦foo-bar⟧ bar', 'foobar', '-bar'],
  },
  {
    why: 'raw alone is the pattern',
    rule: "extends: existence\nmessage: \"'%s'\"\nraw:\n  - '\\b\\d{1,2}'\n  - '(?:st|nd|rd|th)\\b'",
    rows: ['on the ⟦1st⟧ and ⟦22nd⟧ of May', 'the 100th, the 5 th'],
  },
  {
    why: 'append puts raw behind the tokens',
    rule: "extends: existence\nmessage: \"'%s'\"\nappend: true\nraw: ['(?= you)']\ntokens: [thank, thanking]",
    rows: ['I ⟦thank⟧ you, ⟦thanking⟧ you.', 'Thanks, I thank them.'],
  },
  {
    why: 'exceptions mind case unless they say (?i), and a phrase excuses its words',
    rule: "extends: existence\nmessage: \"'%s'\"\ntokens: ['[A-Z]{2,}', free]\nexceptions: [VAT, '(?i)url', free of charge]",
    rows: [
      'The ⟦FAQ⟧ and the VAT',
      'A URL for ⟦PDF⟧',
      'It is free of charge, quite ⟦free⟧.',
      'Free OF charge',
    ],
  },
  {
    why: 'an accepted vocabulary counts as exceptions',
    rule: "extends: existence\nmessage: \"'%s'\"\ntokens: ['[A-Z]{2,}']",
    accept: ['NASA', '[Aa]pi', 'ISO'],
    rows: ['NASA and ⟦ESA⟧', 'ISO'],
  },
  {
    why: 'vocab: false does without it',
    rule: "extends: existence\nmessage: \"'%s'\"\nvocab: false\ntokens: ['[A-Z]{2,}']",
    accept: ['NASA'],
    rows: ['⟦NASA⟧ and ⟦ESA⟧'],
  },
  {
    why: 'remove proposes nothing, and its message is given the match and nothing for it',
    rule: 'extends: existence\nmessage: "Remove \'%s\'."\naction: { name: remove }\ntokens: [just]',
    action: () => ({ Name: 'remove', Params: null }),
    rows: ['I ⟦just⟧ wanted to ask.'],
  },
  {
    why: 'replace proposes its parameters',
    rule: 'extends: existence\nmessage: "Not \'%s\' but %s"\naction: { name: replace, params: [sorry, we apologise] }\ntokens: [regret]',
    action: () => ({ Name: 'replace', Params: ['sorry', 'we apologise'] }),
    rows: [['We ⟦regret⟧ this.', "Not 'regret' but 'sorry' or 'we apologise'"]],
  },
  {
    why: 'matchcase gives a replacement the case of what it replaces (vale, recase)',
    rule: "extends: existence\nmessage: '%s: %s'\nignorecase: true\nmatchcase: true\naction: { name: replace, params: [hello] }\ntokens: [hiya]",
    action: (match) => ({
      Name: 'replace',
      Params: [{ hiya: 'hello', Hiya: 'Hello', HIYA: 'HELLO' }[match] ?? ''],
    }),
    rows: [
      ['⟦hiya⟧', 'hiya: hello'],
      ['⟦Hiya⟧ Ana', 'Hiya: Hello'],
      ['⟦HIYA⟧', 'HIYA: HELLO'],
    ],
  },
  {
    why: 'edit works on the match',
    rule: "extends: existence\nmessage: '%s -> %s'\nnonword: true\naction: { name: edit, params: [trim_right, '!'] }\ntokens: ['\\w+!{2,}']",
    action: () => ({ Name: 'edit', Params: ['trim_right', '!'] }),
    rows: [['⟦Great!!⟧ News!', 'Great!! -> Great']],
  },
  {
    why: 'borders, digits and letters are Unicode’s',
    rule: "extends: existence\nmessage: \"'%s'\"\ntokens: [ber, 'да', 'não', '\\d{3}']",
    rows: ['über Berlin ⟦ber⟧', '⟦да⟧, дача', 'senão ⟦não⟧', '⟦١٢٣⟧ 45'],
  },
  {
    why: 'inline flags and Python’s named groups',
    rule: "extends: existence\nmessage: \"'%s'\"\ntokens: ['(?i)kind regards', '(?P<w>\\w+) (?P=w)']",
    rows: ['⟦Kind Regards⟧, Bo', 'in ⟦the the⟧ end', 'in ⟦THE the⟧ end'],
  },
  {
    why: 'a limit counts through the whole text (vale, AddAlert)',
    rule: 'extends: existence\nmessage: "\'%s\'"\nlimit: 2\ntokens: [so]',
    rows: ['⟦so⟧ and ⟦so⟧ and so', '⟦so⟧\n\n⟦so⟧\n\nso', '⟦so⟧'],
  },
];
