import type { RuleRows } from './rows.ts';

/** 6 words, 2 sentences, 18 letters, 6 syllables. */
const easy = 'The cat sat. The dog ran.';
/** 6 words, 1 sentence, 60 letters, 24 syllables, each word long and of three syllables or more. */
const hard = 'Organisations usually reimburse unsatisfied customers immediately.';

const rule = (metrics: string, grade: string) =>
  `extends: readability\nmessage: "Grade %s"\nmetrics: [${metrics}]\ngrade: ${grade}`;
const low = '-100';

/** https://vale.sh/docs/checks/readability: worked out by hand from the formulas of `reading-grades.ts`. */
export const readabilityRows: readonly RuleRows[] = [
  {
    why: 'Flesch-Kincaid: 0.39 * 3 + 11.8 * 1 - 15.59; 0.39 * 6 + 11.8 * 4 - 15.59',
    rule: rule('Flesch-Kincaid', low),
    rows: [
      [`⟦⟧${easy}`, 'Grade -2.62'],
      [`⟦⟧${hard}`, 'Grade 33.95'],
    ],
  },
  {
    why: 'Gunning Fog: 0.4 * 3; 0.4 * (6 + 100)',
    rule: rule('Gunning Fog', low),
    rows: [
      [`⟦⟧${easy}`, 'Grade 1.20'],
      [`⟦⟧${hard}`, 'Grade 42.40'],
    ],
  },
  {
    why: 'Coleman-Liau: 0.0588 * 300 - 0.296 * 33.3 - 15.8; 0.0588 * 1000 - 0.296 * 16.7 - 15.8',
    rule: rule('Coleman-Liau', low),
    rows: [
      [`⟦⟧${easy}`, 'Grade -8.03'],
      [`⟦⟧${hard}`, 'Grade 38.07'],
    ],
  },
  {
    why: 'SMOG: 3.1291; 1.043 * sqrt(180) + 3.1291',
    rule: rule('SMOG', low),
    rows: [
      [`⟦⟧${easy}`, 'Grade 3.13'],
      [`⟦⟧${hard}`, 'Grade 17.12'],
    ],
  },
  {
    why: 'Automated Readability: 4.71 * 3 + 0.5 * 3 - 21.43; 4.71 * 10 + 0.5 * 6 - 21.43',
    rule: rule('Automated Readability', low),
    rows: [
      [`⟦⟧${easy}`, 'Grade -5.80'],
      [`⟦⟧${hard}`, 'Grade 28.67'],
    ],
  },
  {
    why: 'LIX: 3 + 0; 6 + 100',
    rule: rule('LIX', low),
    rows: [
      [`⟦⟧${easy}`, 'Grade 3.00'],
      [`⟦⟧${hard}`, 'Grade 106.00'],
    ],
  },
  {
    why: 'the mean of several: (1.20 - 2.62) / 2; (42.40 + 33.95) / 2',
    rule: rule('Gunning Fog, Flesch-Kincaid', low),
    rows: [
      [`⟦⟧${easy}`, 'Grade -0.71'],
      [`⟦⟧${hard}`, 'Grade 38.18'],
    ],
  },
  {
    why: 'what is not above the grade passes',
    rule: rule('Flesch-Kincaid', '8'),
    rows: [easy, [`⟦⟧${hard}`, 'Grade 33.95'], '', '!!!'],
  },
  {
    why: 'a grade is passed up to and with itself',
    rule: rule('LIX', '106'),
    rows: [hard],
  },
  {
    why: 'a name that is not known adds nothing to the mean (vale, readability.go)',
    rule: rule('LIX, Imaginary', '52.9'),
    rows: [[`⟦⟧${hard}`, 'Grade 53.00']],
  },
  {
    why: 'of Markdown the prose is measured: no headings, no code',
    as: 'md',
    rule: rule('LIX', low),
    rows: [
      [`⟦⟧# Organisations reimburse\n\n${easy}\n\n\`\`\`\nOrganisations usually\n\`\`\``, 'Grade 3.00'],
      [`⟦⟧- The cat sat.\n- The dog ran.`, 'Grade 3.00'],
    ],
  },
  {
    why: 'each sentence by itself, where its scope says so',
    rule: `extends: readability\nmessage: "Grade %s"\nscope: sentence\nmetrics: [LIX]\ngrade: 50`,
    rows: [[`The cat sat. ⟦⟧${hard}`, 'Grade 106.00']],
  },
];
