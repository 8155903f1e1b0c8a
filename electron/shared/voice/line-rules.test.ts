import { describe, expect, test } from 'vitest';
import { applyChange, changeOf } from './apply-fix.ts';
import { check } from './check.ts';
import { compileGuide } from './guide.ts';
import { GuideLine } from './guide-lines.ts';
import { allFindings, createIncrementalCheck } from './incremental-check.ts';
import { lineRules } from './line-rules.ts';
import { anySituation, type Situation } from './situation.ts';

const aLine = (fields: object, id = 1): GuideLine =>
  GuideLine.parse({ id, prose: 'In the brand’s words, 100%.', level: 'warning', ...fields });

const guideOf = (lines: readonly object[], situation: Partial<Situation> = {}) =>
  compileGuide(
    lineRules(
      lines.map((line, at) => aLine(line, at + 1)),
      { ...anySituation, ...situation },
    ),
  );
const found = (line: object, text: string, situation: Partial<Situation> = {}) =>
  check(guideOf([line], situation), text).map(({ match, fixes }) => [match, ...fixes]);

const letter =
  'Hello Ana María,\n\nYour order left us today and should be with you soon.\n\nKind regards,\nBo\nThe team';

interface Case {
  readonly line: object;
  readonly text: string;
  readonly situation?: Partial<Situation>;
  /** Match and fixes of each finding; an empty match is about the message as a whole. */
  readonly found: readonly (readonly string[])[];
}

const greeting = { kind: 'greeting', texts: ['Hello {name},', 'Good day!'] };
const signOff = { kind: 'sign-off', texts: ['Kind regards', 'Best'] };
const cases: readonly Case[] = [
  { line: greeting, text: letter, found: [] },
  { line: greeting, text: letter.replace('Hello', 'Hey'), found: [['']] },
  { line: greeting, text: `Good day!\n${letter.slice(20)}`, found: [] },
  { line: greeting, text: 'Hey', found: [] },
  { line: greeting, text: 'hello there, this one has no name of its own', found: [] },
  {
    line: { ...greeting, from: '06:00', to: '12:00' },
    text: letter.slice(5),
    situation: { minute: 800 },
    found: [],
  },
  {
    line: { ...greeting, from: '06:00', to: '12:00' },
    text: letter.slice(5),
    situation: { minute: 400 },
    found: [['']],
  },
  {
    line: { ...greeting, from: '22:00', to: '05:00' },
    text: letter.slice(5),
    situation: { minute: 60 },
    found: [['']],
  },
  { line: signOff, text: letter, found: [] },
  {
    line: { ...signOff, texts: ['Good night'], from: '20:00', to: '05:00' },
    text: letter,
    situation: { minute: 21 * 60 },
    found: [['']],
  },
  {
    line: { ...signOff, texts: ['Good night'], from: '20:00', to: '05:00' },
    text: letter,
    situation: { minute: 9 * 60 },
    found: [],
  },
  { line: signOff, text: letter.replace('Kind regards', 'Cheers'), found: [['']] },
  {
    line: signOff,
    text: `Best practice is to wait for a day.\n${letter.replace('Kind regards', 'Bye')}`,
    found: [['']],
  },
  {
    line: { kind: 'sounds-not', text: 'as per', instead: 'as' },
    text: 'As per your mail.',
    found: [['As per', 'As']],
  },
  {
    line: { kind: 'sounds-not', text: 'please be advised', instead: '' },
    text: 'Please  be\nadvised',
    found: [['Please  be\nadvised']],
  },
  {
    line: { kind: 'formality', address: 'formal', locales: ['de'] },
    situation: { locale: 'de-AT' },
    text: 'Hast du dein Paket? Duschen Sie.',
    found: [['du'], ['dein']],
  },
  {
    line: { kind: 'formality', address: 'informal', locales: ['de'] },
    situation: { locale: 'de' },
    text: 'Sie ist da. Ich danke Ihnen, haben Sie Ihre Karte?',
    found: [['Ihnen'], ['Sie'], ['Ihre']],
  },
  {
    line: { kind: 'formality', address: 'formal' },
    situation: { locale: 'fr' },
    text: 'Tu as ton colis, je te remercie pour ta commande, vous avez',
    found: [['Tu'], ['ton'], ['te'], ['ta']],
  },
  {
    line: { kind: 'formality', address: 'informal' },
    situation: { locale: 'es' },
    text: 'Su pedido, usted.',
    found: [['usted']],
  },
  { line: { kind: 'formality', address: 'formal' }, situation: { locale: 'en' }, text: 'you', found: [] },
  {
    line: { kind: 'formality', address: 'formal', locales: ['de'] },
    situation: { locale: 'fr' },
    text: 'du tu',
    found: [],
  },
  {
    line: { kind: 'term', avoid: ['package', 'C++ (old)'], use: 'box' },
    text: 'Package, packages, C++ (old).',
    found: [
      ['Package', 'Box'],
      ['C++ (old)', 'Box'],
    ],
  },
  {
    line: { kind: 'term', avoid: ['cheap'], use: '$1 | deal' },
    text: 'cheap',
    found: [['cheap', '$1 | deal']],
  },
  { line: { kind: 'term', avoid: ['cheap'], use: '' }, text: 'CHEAP cheaply', found: [['CHEAP']] },
  {
    line: { kind: 'promise', texts: ['money back', 'within 24 hours'] },
    text: 'Money  back within 24 hours!',
    found: [['Money  back'], ['within 24 hours']],
  },
  { line: { kind: 'promise', texts: ["don't worry"] }, text: 'Don’t worry', found: [['Don’t worry']] },
  { line: { kind: 'emoji', most: 0 }, text: 'Hi 🙂 🇩🇪 ok', found: [['🙂'], ['🇩🇪']] },
  { line: { kind: 'emoji', most: 1 }, text: '👨‍👩‍👧', found: [] },
  {
    line: { kind: 'emoji', most: 0 },
    text: '👍🏽 👨‍👩‍👧🇪🇸 1️⃣ ❤️‍🔥 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ⏰ ▶️ ™️ ™ → #1',
    found: [['👍🏽'], ['👨‍👩‍👧'], ['🇪🇸'], ['1️⃣'], ['❤️‍🔥'], ['🏴󠁧󠁢󠁳󠁣󠁴󠁿'], ['⏰'], ['▶️'], ['™️']],
  },
  { line: { kind: 'emoji', most: 1 }, text: 'Hi 🙂 ❤ 1', found: [['🙂']] },
  { line: { kind: 'exclamation', most: 1 }, text: 'Hi! There! Now.', found: [['!']] },
  { line: { kind: 'exclamation', most: 2 }, text: 'Hi! There! Now.', found: [] },
  {
    line: { kind: 'apology', texts: ['sorry', 'apologise'], most: 1 },
    text: 'Sorry. We apologise.',
    found: [['Sorry']],
  },
  {
    line: { kind: 'sentence-length', most: 3 },
    text: 'One two three. One two three four.',
    found: [['One']],
  },
  {
    line: { kind: 'message-length', least: null, most: 4 },
    text: 'One two three.\n\nFour five.',
    found: [['']],
  },
  {
    line: { kind: 'message-length', least: 6, most: null },
    text: 'One two three.\n\nFour five.',
    found: [['']],
  },
  { line: { kind: 'message-length', least: 2, most: 9 }, text: 'One two three.\n\nFour five.', found: [] },
  {
    line: { kind: 'reading-grade', metric: 'Flesch-Kincaid', most: 5 },
    text: 'Internationalisation considerations necessitate organisational reconsideration.',
    found: [['']],
  },
  { line: { kind: 'reading-grade', metric: 'LIX', most: 40 }, text: 'We are here. You can ask.', found: [] },
  {
    line: { kind: 'date', style: 'words' },
    text: '3 March 2026, 03/03/2026, 2026-03-03, 3.3.2026',
    found: [['03/03/2026'], ['2026-03-03'], ['3.3.2026']],
  },
  { line: { kind: 'date', style: 'day-first' }, text: '31/03/2026 and 03/31/2026', found: [['03/31/2026']] },
  {
    line: { kind: 'date', style: 'month-first' },
    text: '31/03/2026 and 03/31/2026',
    found: [['31/03/2026']],
  },
  {
    line: { kind: 'date', style: 'words' },
    text: 'Am 3.5. um zehn, bis 4.5.2026. Es wiegt 1.5. Danke',
    found: [['3.5.'], ['4.5.2026']],
  },
  { line: { kind: 'date', style: 'iso' }, text: '2026-03-31; https://a.example/1/2/2026', found: [] },
  {
    line: { kind: 'number', decimal: '.' },
    text: 'EUR 12,50 or 12.50; 1,000 and 1.000,00',
    found: [['12,50'], ['1.000,00']],
  },
  { line: { kind: 'number', decimal: ',' }, text: '12.50 on 3.3.2026, version 1.2.3', found: [['12.50']] },
  {
    line: { kind: 'number', decimal: ',' },
    text: '1,234,567.89 or 1.234,5; 10.20.30.40',
    found: [['1,234,567.89']],
  },
  {
    line: { kind: 'product', name: 'PowerBox', wrong: ['Power Box'] },
    text: 'PowerBox, powerbox, Power box, POWERBOX',
    found: [
      ['powerbox', 'PowerBox'],
      ['Power box', 'PowerBox'],
      ['POWERBOX', 'PowerBox'],
    ],
  },
  {
    line: { kind: 'left-over' },
    text: 'Hi {{ customer.name }}, {% if %} <<name>> XXX , null. And X-rays',
    found: [['{{ customer.name }}'], ['{% if %}'], ['<<name>>'], ['XXX'], [' ,'], ['null']],
  },
  {
    line: { kind: 'left-over' },
    text: 'Dear [customer name], [Insert order number here] by [date]. [your first name]',
    found: [['[customer name]'], ['[Insert order number here]'], ['[date]'], ['[your first name]']],
  },
  {
    line: { kind: 'left-over' },
    text: 'Hola [nombre del cliente], [inserta el motivo], عزيزي [اسم العميل]',
    found: [['[nombre del cliente]'], ['[inserta el motivo]'], ['[اسم العميل]']],
  },
  {
    line: { kind: 'left-over' },
    text: 'See [example.com] [1] [2.1], press [Enter], [Add to cart] or [Insert]; [sic] [name](https://a.example)',
    found: [],
  },
  {
    line: { kind: 'term', avoid: ['x'], use: '', channels: ['mail'] },
    situation: { channel: 'demo' },
    text: 'x',
    found: [],
  },
  {
    line: { kind: 'term', avoid: ['x'], use: '', channels: ['mail'] },
    situation: { channel: 'mail' },
    text: 'x',
    found: [['x']],
  },
  { line: { kind: 'term', avoid: ['x'], use: '', channels: ['mail'] }, text: 'x', found: [] },
];

describe('a line is a rule', () => {
  test.each(cases.map((each) => [JSON.stringify(each.line), each.text, each] as const))(
    '%s: %s',
    (...[, , each]) => {
      const sorted = (list: readonly (readonly string[])[]) =>
        list.map((item) => item.join(' -> ')).toSorted();
      expect(sorted(found(each.line, each.text, each.situation ?? {}))).toEqual(sorted(each.found));
    },
  );

  test('that says its own prose, whatever signs are in it', () => {
    const [finding] = check(guideOf([{ kind: 'term', avoid: ['x'], use: '' }]), 'x');
    expect(finding).toMatchObject({ check: 'Liaison.Term-1', message: 'In the brand’s words, 100%.' });
  });

  test('of several greetings any one will do, and the gravest says how grave it is', () => {
    const lines = [
      { kind: 'greeting', texts: ['Hello {name},'], prose: 'Hello by name.' },
      { kind: 'greeting', texts: ['Dear {name},'], prose: 'Or dear.', level: 'error' },
    ];
    const guide = guideOf(lines);
    expect(check(guide, letter)).toEqual([]);
    expect(check(guide, letter.replace('Hello', 'Dear'))).toEqual([]);
    expect(check(guide, letter.replace('Hello', 'Yo'))).toMatchObject([
      { check: 'Liaison.Greeting-1', severity: 'error', message: 'Hello by name. Or dear.' },
    ]);
  });
});

/** Words that the lines speak of, in orders that nobody writes. */
function* texts(): Generator<string> {
  const words = [
    'package',
    'powerbox',
    'Power Box',
    'cheap',
    'as per',
    'sorry',
    '12,50',
    '31/03/2026',
    '🙂',
    '!',
    'XXX',
    '\n\n',
    '> package',
    '\n- ',
    'Hello Ana,',
    '. ',
  ];
  let state = 7;
  for (let round = 0; round < 60; round += 1) {
    const picked = Array.from({ length: 12 }, () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return words[state % words.length] ?? '';
    });
    yield picked.join(' ');
  }
}

const many = [
  { kind: 'term', avoid: ['package', 'cheap'], use: 'box' },
  { kind: 'product', name: 'PowerBox', wrong: ['Power Box'] },
  { kind: 'sounds-not', text: 'as per', instead: 'as' },
  { kind: 'apology', texts: ['sorry'], most: 1 },
  { kind: 'number', decimal: '.' },
  { kind: 'date', style: 'words' },
  { kind: 'emoji', most: 0 },
  { kind: 'exclamation', most: 1 },
  { kind: 'message-length', least: 3, most: 20 },
  { kind: 'left-over' },
  greeting,
];

describe('for every text', () => {
  test('what is found lies inside it, and a fix leaves no such finding there', () => {
    const guide = guideOf(many);
    for (const text of texts()) {
      for (const finding of check(guide, text)) {
        expect(finding.start).toBeGreaterThanOrEqual(0);
        expect(finding.end).toBeLessThanOrEqual(text.length);
        if (finding.match !== '') expect(text.slice(finding.start, finding.end)).toBe(finding.match);
      }
      let fixed = text;
      for (let round = 0; round < 40; round += 1) {
        const next = check(guide, fixed).find(({ fixes }) => fixes.length > 0);
        if (!next) break;
        fixed = applyChange(fixed, changeOf(fixed, next, next.fixes[0] ?? ''));
      }
      expect(check(guide, fixed).filter(({ fixes }) => fixes.length > 0)).toEqual([]);
    }
  });

  test('checked one after the other, each has the findings that it has by itself', () => {
    const guide = guideOf(many);
    const incremental = createIncrementalCheck(guide);
    for (const text of texts()) expect(allFindings(incremental.check(text))).toEqual(check(guide, text));
  });
});
