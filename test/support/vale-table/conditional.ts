import type { RuleRows } from './rows.ts';

/** https://vale.sh/docs/checks/conditional */
export const conditionalRows: readonly RuleRows[] = [
  {
    why: 'abbreviations that nobody has explained (the shape of Microsoft’s and Google’s rules)',
    rule: "extends: conditional\nmessage: \"'%s' has no definition.\"\nlevel: suggestion\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [FAQ, PDF]",
    rows: [
      ['The ⟦WHO⟧ says.', "'WHO' has no definition."],
      'The World Health Organization (WHO) says. The WHO knows.',
      ['The ⟦WHO⟧ and the ⟦ILO⟧.', "'WHO' has no definition.", "'ILO' has no definition."],
      'A FAQ as a PDF.',
      'The WHO, that is the World Health Organization (WHO).',
      ['World Health Organization (WHO), not the ⟦ILO⟧', "'ILO' has no definition."],
      'Who? Me.',
      '',
    ],
  },
  {
    why: 'in Markdown a definition holds from its own part on, not before (vale, File.Sequences)',
    as: 'md',
    rule: "extends: conditional\nmessage: \"'%s'\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'",
    rows: [
      'Call Detail Record (CDR) first.\n\nThe CDR then.',
      ['The ⟦CDR⟧ first.\n\nCall Detail Record (CDR) then.', "'CDR'"],
      '# Call Detail Record (CDR)\n\n- the CDR',
      ['`CDR` is code, ⟦CDR⟧ is not', "'CDR'"],
    ],
  },
  {
    why: 'the accepted vocabulary needs no definition; a phrase excuses its words',
    rule: "extends: conditional\nmessage: \"'%s'\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\(([A-Z]{3,5})\\)'",
    accept: ['NATO', 'SIM PIN'],
    rows: ['NATO', 'Your SIM PIN', ['Your ⟦SIM⟧', "'SIM'"]],
  },
  {
    why: 'vocab: false does without it',
    rule: "extends: conditional\nmessage: \"'%s'\"\nvocab: false\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\(([A-Z]{3,5})\\)'",
    accept: ['NATO'],
    rows: [['⟦NATO⟧', "'NATO'"]],
  },
  {
    why: 'without a group the second must be there at all (vale issue 1048)',
    rule: "extends: conditional\nmessage: 'A refund needs its number.'\nfirst: '\\brefund\\b'\nsecond: 'RF-\\d+'",
    rows: [
      ['Your ⟦refund⟧ is on its way.', 'A refund needs its number.'],
      'Your refund RF-104 is on its way.',
      'RF-104: the refund left.',
      ['A ⟦refund⟧. Your ⟦refund⟧.', 'A refund needs its number.', 'A refund needs its number.'],
      'Refunds take a week.',
    ],
  },
  {
    why: 'brackets that capture nothing are no groups',
    rule: "extends: conditional\nmessage: m\nfirst: attached\nsecond: '(?:see|find) (?:below|the file)'",
    rows: [['It is ⟦attached⟧.', 'm'], 'It is attached, see below.'],
  },
  {
    why: 'in Markdown the second must be in the same part',
    as: 'md',
    rule: "extends: conditional\nmessage: m\nfirst: voucher\nsecond: 'valid until'",
    rows: [['A ⟦voucher⟧.\n\nIt is valid until May.', 'm'], 'A voucher, valid until May.'],
  },
  {
    why: 'ignorecase is read and does nothing (vale, conditional.go); an inline flag does',
    rule: "extends: conditional\nmessage: \"'%s'\"\nignorecase: true\nfirst: who\nsecond: '\\((who)\\)'",
    rows: ['WHO', ['⟦who⟧', "'who'"]],
  },
  {
    why: 'an inline flag',
    rule: "extends: conditional\nmessage: \"'%s'\"\nfirst: '(?i)\\bvat\\b'\nsecond: 'Value Added Tax \\((VAT)\\)'",
    rows: [['incl. ⟦Vat⟧', "'Vat'"], 'Value Added Tax (VAT) and VAT'],
  },
];
