import type { RuleRows } from './rows.ts';

const acts = (Name: string, Params: readonly string[] | null) => () => ({ Name, Params });

/** What the public packages are made of: for each, rules of our own in the shapes that its rules have. */
export const packageRows: readonly RuleRows[] = [
  {
    why: 'as in Microsoft: words to leave out',
    rule: 'extends: existence\nmessage: "Do without \'%s\'."\nignorecase: true\naction: { name: remove }\ntokens: [really, kindly]',
    action: acts('remove', null),
    rows: ['We ⟦really⟧ try. ⟦Kindly⟧ wait, unkindly as it is.'],
  },
  {
    why: 'as in Microsoft: times of day',
    rule: "extends: existence\nmessage: \"Write '%s' apart.\"\nnonword: true\ntokens: ['\\d{1,2}[AP]M\\b', '\\d{1,2} ?[ap]m\\b', '\\d{1,2} ?[ap]\\.m\\.']",
    rows: ['At ⟦9PM⟧ or ⟦10 pm⟧ or ⟦11 a.m.⟧, not at 9 PM'],
  },
  {
    why: 'as in Microsoft: contractions, but not at the end of a sentence',
    rule: "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\naction: { name: replace }\nswap:\n  are not(?!\\.): aren't",
    action: acts('replace', ["aren't"]),
    rows: [['Cups ⟦are not⟧ here, and bowls are not.', "Use 'aren't' instead of 'are not'."]],
  },
  {
    why: 'as in Microsoft: dashes without spaces',
    rule: "extends: existence\nmessage: \"No spaces around '%s'.\"\nnonword: true\naction: { name: edit, params: [trim, ' '] }\ntokens: ['\\s[—–]\\s']",
    action: acts('edit', ['trim', ' ']),
    rows: ['It left⟦ — ⟧we know—today.'],
  },
  {
    why: 'as in Microsoft and Google: headings in sentence case',
    as: 'md',
    rule: "extends: capitalization\nmessage: \"'%s' is no sentence.\"\nscope: heading\nmatch: $sentence\nindicators: [':']\nexceptions: [Northwind]",
    rows: ['# ⟦Ship Your Order Now⟧', '## Ship to Northwind: The short way', 'Ship Your Order Now'],
  },
  {
    why: 'as in Microsoft and Red Hat: no full stop behind a heading',
    as: 'md',
    rule: "extends: existence\nmessage: m\nnonword: true\nscope: heading\naction: { name: edit, params: [trim_right, '.?!'] }\ntokens: ['[a-z0-9][.?!](?:\\s|$)']",
    action: acts('edit', ['trim_right', '.?!']),
    rows: ['# Your orde⟦r.⟧', '# Your order\n\nIt left.'],
  },
  {
    why: 'as in Microsoft and Elastic: the last comma of a list',
    rule: "extends: existence\nmessage: m\nscope: sentence\nnonword: true\ntokens: ['(?:[^\\s,]+,){1,} \\w+ (?:and|or) \\w+[.?!]']",
    rows: ['We sell ⟦cups, bowls and plates.⟧ Cups, bowls, and plates. Cups and bowls.'],
  },
  {
    why: 'as in Microsoft and Red Hat: the spaces between sentences',
    rule: "extends: existence\nmessage: m\nnonword: true\ntokens: ['[a-z][.?!] {2,}[A-Z]', '[a-z][.?!][A-Z]']",
    rows: ['It lef⟦t.  W⟧e know. It lef⟦t.W⟧e know.'],
  },
  {
    why: 'as in Google: a small letter behind a colon',
    rule: "extends: existence\nmessage: \"'%s'\"\nnonword: true\ntokens: ['(?<!:[^ ]+?):\\s[A-Z]']",
    rows: ['Note⟦: W⟧e know. Note: we know.'],
  },
  {
    why: 'as in Google: the first person',
    rule: "extends: existence\nmessage: \"'%s'\"\nnonword: true\nignorecase: true\ntokens: ['(?:^|\\s)I\\s', \"\\\\bI'm\\\\b\", '\\bme\\b']",
    rows: ['so⟦ I ⟧think; tell ⟦me⟧ what you mean', '⟦I ⟧do', "say ⟦I'm⟧ here"],
  },
  {
    why: 'as in Google: Latin, with and without its stops',
    rule: "extends: substitution\nmessage: \"'%s', not '%s'\"\nignorecase: true\nnonword: true\nswap:\n  '\\b(?:eg|e\\.g\\.)(?=[\\s,;])': for example",
    rows: [['Cups, ⟦e.g.⟧, and ⟦eg⟧ bowls, egg', "'for example', not 'e.g.'", "'for example', not 'eg'"]],
  },
  {
    why: 'as in Google and write-good: the passive, raw in front of tokens',
    rule: "extends: existence\nmessage: \"'%s'\"\nignorecase: true\nraw: ['\\b(?:am|are|is|was|were|been|being|be)\\b\\s*']\ntokens: ['\\w+ed', sent, shown]",
    rows: ['It ⟦was sent⟧ and ⟦is opened⟧; we opened what we sent.'],
  },
  {
    why: 'as in Google: units and ranges',
    rule: "extends: existence\nmessage: \"'%s'\"\nnonword: true\ntokens: ['\\b\\d+(?:B|kB|MB|GB)\\b', '(?:from|between)\\s\\d+\\s?-\\s?\\d+']",
    rows: ['At most ⟦25MB⟧, it takes ⟦from 3-5⟧ days; 25 MB, 3-5 days'],
  },
  {
    why: 'as in write-good: a word twice, which may be anything',
    rule: "extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\ntokens: ['[^\\s]+']",
    rows: [['It is ⟦in in⟧ the box, 2 2 of them', "'in' twice"]],
  },
  {
    why: 'as in write-good: how a sentence begins, raw alone',
    rule: "extends: existence\nmessage: \"'%s'\"\nnonword: true\nraw: ['(?:[;-]\\s)there\\s(?:is|are)\\b|\\bThere\\s(?:is|are)\\b']",
    rows: ['⟦There is⟧ a box⟦; there are⟧ two. Is there one?'],
  },
  {
    why: 'as in proselint: one of two spellings',
    rule: 'extends: consistency\nmessage: "\'%s\' too"\nignorecase: true\neither:\n  advisor: adviser\n  gray: grey',
    rows: ['An advisor and an ⟦adviser⟧, both grey'],
  },
  {
    why: 'as in proselint: how a paragraph begins',
    as: 'md',
    rule: "extends: existence\nmessage: \"'%s'\"\nscope: paragraph\ntokens: ['^But']",
    rows: ['⟦But⟧ we wait. But not long.\n\nButter. But no.\n\n⟦But⟧ yes'],
  },
  {
    why: 'as in proselint: money said twice, and shouting',
    rule: "extends: existence\nmessage: \"'%s'\"\nignorecase: true\nraw: ['\\$[\\d]* ?(?:dollars|usd)|[a-z]+[!?]{2,}']",
    rows: ['For ⟦$5 dollars⟧, ⟦$10 USD⟧ or $5: it is ⟦late!!⟧'],
  },
  {
    why: 'as in Joblint: words with or without a hyphen, and their forms',
    rule: "extends: existence\nmessage: \"'%s'\"\nignorecase: true\ntokens: ['cutting[\\s-]?edge', 'compet(?:e|es|ed|itive)']",
    rows: ['A ⟦cutting-edge⟧, ⟦Cutting edge⟧, ⟦competitive⟧ competition'],
  },
  {
    why: 'as in Joblint and Red Hat: names of things, right as they are written',
    rule: "extends: substitution\nmessage: '%s|%s'\nignorecase: true\nswap:\n  java[\\s-]?scripts?: JavaScript",
    rows: [['⟦Java Script⟧, ⟦javascript⟧ and JavaScript', 'JavaScript|Java Script', 'JavaScript|javascript']],
  },
  {
    why: 'as in alex: one of several words instead',
    rule: "extends: substitution\nmessage: \"Consider '%s' instead of '%s'.\"\nignorecase: true\nswap:\n  chair(?:m[ae]n|wom[ae]n): chair|moderator",
    rows: [
      [
        'The ⟦chairman⟧, the ⟦Chairwomen⟧, the chair',
        "Consider 'chair|moderator' instead of 'chairman'.",
        "Consider 'chair|moderator' instead of 'Chairwomen'.",
      ],
    ],
  },
  {
    why: 'as in alex: condescension',
    rule: "extends: existence\nmessage: \"'%s'\"\nignorecase: true\ntokens: ['obvious(?:ly)?', of course]",
    rows: ['⟦Obviously⟧ and ⟦of course⟧ it is ⟦obvious⟧, of a course'],
  },
  {
    why: 'as in Red Hat: capitals inside a word, but for names',
    rule: "extends: existence\nmessage: \"'%s'\"\nscope: sentence\nexceptions: [OpenShift]\ntokens: ['[A-Z]+[a-z]+[A-Z]+[a-z]+', '[a-z]+[A-Z]+[a-z]+']",
    rows: ['A ⟦PowerBox⟧. A ⟦powerBox⟧ for OpenShift, and a Box.'],
  },
  {
    why: 'as in Red Hat: a grade by its formula',
    rule: "extends: metric\nmessage: '%s'\nformula: (0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59\ncondition: '> 9'",
    rows: ['We are here.', ['⟦⟧Organisations usually reimburse unsatisfied customers immediately.', '33.95']],
  },
  {
    why: 'as in Red Hat: how a sentence of release notes begins',
    rule: "extends: substitution\nmessage: '%s|%s'\nnonword: true\nscope: sentence\nswap:\n  ^Now: With this update",
    rows: [['⟦Now⟧ it ships. It ships Now.', 'With this update|Now']],
  },
  {
    why: 'as in Red Hat: marks that a merge has left, in the text as it is',
    as: 'md',
    rule: "extends: existence\nmessage: \"'%s'\"\nnonword: true\nscope: raw\ntokens: ['^<<<<<<< .*$', '^=======$', '^>>>>>>> .*$']",
    rows: ['One\n⟦=======⟧\nTwo =======\n⟦>>>>>>> theirs⟧'],
  },
  {
    why: 'as in Red Hat: spelling with filters of one’s own',
    rule: "extends: spelling\nmessage: '%s'\ncustom: true\nfilters: ['[A-Z][a-z]+[A-Z]+\\w+', '\\b[A-Z]{2,}\\b']",
    rows: ['LibreOffice and NASA and the ⟦ordr⟧'],
  },
  {
    why: 'as in Elastic: links that say where they lead',
    as: 'md',
    rule: 'extends: existence\nmessage: "\'%s\'"\nignorecase: true\nscope: link\ntokens: [click here, here]',
    rows: ['Look [⟦here⟧](https://a.example/here) or [⟦Click here⟧](https://b.example), here.'],
  },
  {
    why: 'as in Elastic: versions, with what the key has caught',
    rule: "extends: substitution\nmessage: '%s|%s'\nswap:\n  '(\\d+(?:\\.\\d+)+) (?:and above|or higher)': $1 or later",
    rows: [['From ⟦8.1 and above⟧, 8.2 or later', '8.1 or later|8.1 and above']],
  },
  {
    why: 'as in Elastic: quotation marks, plurals of abbreviations and pictures',
    rule: 'extends: existence\nmessage: "\'%s\'"\nnonword: true\ntokens: [\'"[^"]+"[.,]\', "[A-Z]{2,}\'s\\\\b", \'[\\x{1F600}-\\x{1F64F}]\']',
    rows: ['⟦🙃⟧ é ⟦PDF\'s⟧ say ⟦"ready".⟧ PDFs'],
  },
];
