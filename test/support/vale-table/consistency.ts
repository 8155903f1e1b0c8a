import type { RuleRows } from './rows.ts';

/** https://vale.sh/docs/checks/consistency. Where both are used, the last of a part is told, at its first place (vale, consistency.go). */
export const consistencyRows: readonly RuleRows[] = [
  {
    why: 'one spelling or the other, not both',
    rule: 'extends: consistency\nmessage: "Inconsistent spelling of \'%s\'."\nlevel: error\nignorecase: true\neither:\n  advisor: adviser\n  centre: center',
    rows: [
      ['An advisor and another ⟦adviser⟧.', "Inconsistent spelling of 'adviser'."],
      ['An adviser and another ⟦advisor⟧.', "Inconsistent spelling of 'advisor'."],
      'An advisor and an advisor.',
      'An adviser at the center.',
      ['The ⟦centre⟧, the center, the centre.', "Inconsistent spelling of 'centre'."],
      [
        'advisor, centre, ⟦center⟧, ⟦adviser⟧',
        "Inconsistent spelling of 'center'.",
        "Inconsistent spelling of 'adviser'.",
      ],
      ['advisor\n\nand then ⟦adviser⟧', "Inconsistent spelling of 'adviser'."],
      ['⟦Advisor⟧, adviser, Advisor', "Inconsistent spelling of 'Advisor'."],
      'advisors and advisers',
      '',
    ],
  },
  {
    why: 'case counts without ignorecase',
    rule: 'extends: consistency\nmessage: "\'%s\'"\neither: { email: e-mail }',
    rows: ['Email, e-mail', ['email and ⟦e-mail⟧', "'e-mail'"]],
  },
  {
    why: 'patterns on both sides',
    rule: "extends: consistency\nmessage: \"'%s'\"\neither:\n  '\\w+isation': '\\w+ization'",
    rows: [['organisation of ⟦realization⟧', "'realization'"], 'organisation, realisation'],
  },
  {
    why: 'nonword looks inside words',
    rule: 'extends: consistency\nmessage: "\'%s\'"\nnonword: true\neither: { colour: color }',
    rows: [['colourful ⟦color⟧s', "'color'"], 'colourful colours'],
  },
  {
    why: 'in Markdown each part that uses one of them is told, from the second spelling on',
    as: 'md',
    rule: 'extends: consistency\nmessage: "\'%s\'"\neither: { grey: gray }',
    rows: [
      ['# The grey one\n\nA ⟦gray⟧ one.', "'gray'"],
      ['grey\n\n⟦gray⟧\n\n⟦grey⟧ again', "'gray'", "'grey'"],
      'grey\n\n`gray`',
      ['- grey\n- ⟦gray⟧', "'gray'"],
      'grey\n\n- grey\n\n> grey',
    ],
  },
  {
    why: 'formal and familiar address (du and Sie) in one reply',
    rule: "extends: consistency\nmessage: \"'%s' passt nicht zur übrigen Anrede.\"\nignorecase: false\neither: { '(?:du|dir|dein)': '(?:Sie|Ihnen|Ihr)' }",
    rows: [
      ['Wenn du magst, schreiben wir ⟦Ihnen⟧.', "'Ihnen' passt nicht zur übrigen Anrede."],
      'Wenn Sie mögen, schreiben wir Ihnen.',
      'Wenn du magst, schreiben wir dir.',
    ],
  },
  {
    why: 'the action works on what is told',
    rule: "extends: consistency\nmessage: '%s'\naction: { name: replace, params: [adviser] }\neither: { advisor: adviser }",
    action: () => ({ Name: 'replace', Params: ['adviser'] }),
    rows: [['adviser and ⟦advisor⟧', 'advisor']],
  },
];
