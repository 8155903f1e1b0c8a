import type { RuleRows } from './rows.ts';

const replaced =
  (pairs: Readonly<Record<string, readonly string[]>>) =>
  (match: string): { Name: string; Params: readonly string[] | null } => ({
    Name: 'replace',
    Params: pairs[match] ?? null,
  });

/** https://vale.sh/docs/checks/substitution */
export const substitutionRows: readonly RuleRows[] = [
  {
    why: 'a word for a word',
    rule: "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nswap:\n  utilize: use\n  leverage: use\n  in order to: to",
    rows: [
      ['We ⟦utilize⟧ it.', "Use 'use' instead of 'utilize'."],
      ['⟦leverage⟧ and ⟦utilize⟧', "Use 'use' instead of 'leverage'.", "Use 'use' instead of 'utilize'."],
      ['We wrote ⟦in order to⟧ ask.', "Use 'to' instead of 'in order to'."],
      'Utilize, utilized, leverages.',
      ['one\ntwo\n⟦utilize⟧', "Use 'use' instead of 'utilize'."],
    ],
  },
  {
    why: 'ignorecase finds any case and proposes what is written',
    rule: 'extends: substitution\nmessage: "%s|%s"\nignorecase: true\nswap:\n  e-?mail: email\n  github: GitHub',
    rows: [
      ['Send an ⟦e-mail⟧, not email.', 'email|e-mail'],
      ['⟦E-Mail⟧', 'email|E-Mail'],
      ['⟦Github⟧ and GitHub', 'GitHub|Github'],
    ],
  },
  {
    why: 'the longest key comes first, whatever the order (vale, TestIsDeterministic)',
    rule: 'extends: substitution\nmessage: "%s|%s"\nswap:\n  log: journal\n  log in: sign in\n  log in to: sign in to',
    rows: [
      ['Please ⟦log in to⟧ it', 'sign in to|log in to'],
      ['⟦log in⟧ now', 'sign in|log in'],
      ['a ⟦log⟧ of it', 'journal|log'],
    ],
  },
  {
    why: 'a group of the key in the value',
    rule: "extends: substitution\nmessage: \"%s|%s\"\nswap:\n  '(\\w+) utilization': use of $1\n  '(\\d+) ?percent': $1%",
    rows: [
      ['The ⟦memory utilization⟧ is high.', 'use of memory|memory utilization'],
      ['By ⟦50 percent⟧', '50%|50 percent'],
      ['By ⟦7percent⟧', '7%|7percent'],
    ],
  },
  {
    why: 'replace lists the alternatives of the value and quotes them once',
    rule: "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\naction: { name: replace }\nswap:\n  client: customer|shopper\n  purchase: order",
    action: replaced({ client: ['customer', 'shopper'], purchase: ['order'] }),
    rows: [
      ['The ⟦client⟧ wrote.', "Use 'customer' or 'shopper' instead of 'client'."],
      ['Your ⟦purchase⟧', "Use 'order' instead of 'purchase'."],
    ],
  },
  {
    why: 'nothing is said where the text is one of the alternatives already',
    rule: 'extends: substitution\nmessage: "%s|%s"\nignorecase: true\naction: { name: replace }\nswap:\n  \'sign[- ]?in\': sign in|sign-in',
    action: replaced({ signin: ['sign in', 'sign-in'], 'Sign in': ['sign in', 'sign-in'] }),
    rows: ['to sign in, a sign-in', ['⟦signin⟧', "'sign in' or 'sign-in'|signin"]],
  },
  {
    why: 'without an action a value may be a pattern of what is right',
    rule: "extends: substitution\nmessage: \"%s|%s\"\nignorecase: true\nswap:\n  'py ?script': 'Py[Ss]cript'",
    rows: ['PyScript, Pyscript', ['⟦py script⟧', 'Py[Ss]cript|py script']],
  },
  {
    why: 'capitalize keeps the capital of what is replaced',
    rule: 'extends: substitution\nmessage: "%s|%s"\nignorecase: true\ncapitalize: true\nswap:\n  utilize: use',
    rows: [
      ['⟦Utilize⟧ it', 'Use|Utilize'],
      ['⟦utilize⟧ it', 'use|utilize'],
    ],
  },
  {
    why: 'nonword finds inside words',
    rule: "extends: substitution\nmessage: \"%s|%s\"\nnonword: true\nswap:\n  '\\.\\.\\.': …\n  'grey': gray",
    rows: [
      ['Well⟦...⟧ fine', '…|...'],
      ['⟦grey⟧ish', 'gray|grey'],
    ],
  },
  {
    why: 'exceptions and the accepted vocabulary',
    rule: 'extends: substitution\nmessage: "%s|%s"\nignorecase: true\nexceptions: [Color Lab]\nswap:\n  color: colour\n  center: centre',
    accept: ['Data Center'],
    rows: [
      'At Color Lab, in the Data Center.',
      ['A ⟦color⟧ at Color Lab', 'colour|color'],
      ['the ⟦Center⟧', 'centre|Center'],
    ],
  },
  {
    why: 'a key may look around',
    rule: 'extends: substitution\nmessage: "%s|%s"\nswap:\n  \'(?<!sub)mit(?=\\s)\': with',
    rows: [['come ⟦mit⟧ me', 'with|mit'], 'submit me'],
  },
  {
    why: 'the terms of a vocabulary (Vale.Terms): lower case for what is written, in any case',
    rule: "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nignorecase: true\nvocab: false\nswap:\n  northwind: Northwind\n  macos: macOS",
    rows: [
      ['⟦northwind⟧ sells', "Use 'Northwind' instead of 'northwind'."],
      ['On ⟦MacOS⟧ and macOS', "Use 'macOS' instead of 'MacOS'."],
      'Northwind',
    ],
  },
];
