import { describe, expect, test } from 'vitest';
import type { RuleFile } from '../../electron/shared/voice-guides.ts';
import { createInspector } from '../../electron/core/features/voice/inspector.ts';
import { compileRules } from '../../electron/core/features/voice/rule-compiler.ts';
import { processorTime } from '../../electron/core/features/voice/time-limit.ts';
import { timedCheck } from '../../electron/core/features/voice/timed-check.ts';
import { check } from '../../electron/shared/voice/check.ts';
import { compileGuide } from '../../electron/shared/voice/guide.ts';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import { tables } from '../support/vale-table/tables.ts';

const good = { name: 'House.Good', yaml: 'extends: existence\nmessage: m\ntokens: [good]\n' };
const skipped = hasCorpus ? '' : ` (SKIPPED: ${corpusIsAbsent})`;

/** What a guide with one bad rule says, and that the good rule beside it still works. */
function besideGood(yaml: string) {
  const before = Reflect.ownKeys(Object.prototype);
  const { definitions, problems } = compileRules([{ name: 'House.Bad', yaml }, good]);
  const { findings } = timedCheck(compileGuide(definitions), 'good bad');
  expect(findings.filter((finding) => finding.check === 'House.Good')).toHaveLength(1);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return { definitions, problems };
}

const bomb = (levels: number): string =>
  Array.from({ length: levels }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
      : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
  ).join('\n');

describe('a rule file that means harm', () => {
  test.each([
    ['a bomb of aliases', `extends: existence\nmessage: m\n${bomb(12)}\ntokens: *a11\n`],
    ['lists in lists', `extends: existence\nmessage: m\ntokens: ${'['.repeat(45_000)}`],
    ['mappings in mappings', `extends: substitution\nmessage: m\nswap: ${'{a: '.repeat(20_000)}`],
    ['an alias of itself', 'extends: existence\nmessage: m\ntokens: &a [*a]\n'],
    ['a merge key', 'extends: existence\nmessage: m\n<<: { tokens: [bad] }\n'],
    ['a key of every object', 'extends: existence\nmessage: m\ntokens: [bad]\n__proto__: { polluted: 1 }\n'],
    [
      'constructor',
      'extends: existence\nmessage: m\ntokens: [bad]\nconstructor: { prototype: { polluted: 1 } }\n',
    ],
    ['a kind of every object', 'extends: constructor\nmessage: m\ntokens: [bad]\n'],
    ['a level of every object', 'extends: existence\nlevel: __proto__\nmessage: m\ntokens: [bad]\n'],
    ['nothing but nulls', '\u0000\u0000\u0000'],
    ['a mark of another encoding', '\ufffe\u0000e\u0000x'],
  ])('%s is a problem of its own', (...[, yaml]) => {
    const { problems } = besideGood(yaml);
    expect(problems).toMatchObject([{ rule: 'House.Bad' }]);
  });

  test('a tag makes nothing: its value is a word', () => {
    const { definitions } = besideGood('extends: existence\nmessage: m\ntokens: [!!js/function "bad"]\n');
    expect(definitions).toMatchObject([{ name: 'House.Bad', tokens: ['bad'] }, { name: 'House.Good' }]);
  });

  test('an alias stands for what it names', () => {
    const yaml = 'extends: existence\nmessage: m\nraw: &list [bad, "!"]\ntokens: *list\n';
    expect(besideGood(yaml).definitions).toMatchObject([{ tokens: ['bad', '!'] }, { name: 'House.Good' }]);
  });

  test('keys that every object has are words like any other', () => {
    const yaml =
      'extends: substitution\nmessage: "%s|%s"\nswap:\n  __proto__: a\n  constructor: b\n  toString: c\n';
    const { definitions, problems } = besideGood(yaml);
    expect(problems).toEqual([]);
    const found = check(compileGuide(definitions), '__proto__ constructor toString hasOwnProperty', 'plain');
    expect(found.map(({ message }) => message)).toEqual(['a|__proto__', 'b|constructor', 'c|toString']);
  });

  test('of a lenient kind a key of every object is left out like any other', () => {
    const yaml =
      'extends: consistency\nmessage: m\neither: { __proto__: constructor }\n__proto__: { polluted: 1 }\n';
    expect(besideGood(yaml).problems).toEqual([]);
  });

  test.each([
    'words; 1',
    'words = 1',
    'this',
    'process.exit()',
    'math.constructor(1)',
    'math.sqrt',
    '`${words}`',
    'words[0]',
    '(() => 1)()',
    'import("fs")',
    '('.repeat(900),
    '1 +'.repeat(500),
  ])('the formula %s is refused, and never run', (formula) => {
    const yaml = JSON.stringify({ extends: 'metric', message: 'm', formula, condition: '> 0' });
    expect(besideGood(yaml).problems).toMatchObject([{ rule: 'House.Bad', reason: 'expression' }]);
  });

  test('a formula as long and deep as is allowed is worked out', () => {
    const formula = `${'('.repeat(40)}words${')'.repeat(40)}${' + 1'.repeat(400)}`;
    const yaml = JSON.stringify({ extends: 'metric', message: '%s', formula, condition: '> 0' });
    const { definitions } = besideGood(yaml);
    expect(check(compileGuide(definitions), 'two words').map(({ message }) => message)).toEqual(['402.00']);
  });
});

interface UserRegexes {
  readonly items: readonly { readonly id: string; readonly pattern: string; readonly input: string }[];
}
const regexes = hasCorpus ? readCorpus<UserRegexes>('regex', 'user-regexes.json').items : [];

/** Every place of a rule where a client writes a pattern. */
const places: readonly (readonly [string, (pattern: string) => object])[] = [
  ['token', (token) => ({ extends: 'occurrence', token, max: 1 })],
  ['tokens', (token) => ({ extends: 'repetition', tokens: [token] })],
  ['raw', (raw) => ({ extends: 'existence', raw: [raw] })],
  ['swap', (key) => ({ extends: 'substitution', nonword: true, swap: { [key]: 'x' } })],
  ['either', (key) => ({ extends: 'consistency', nonword: true, either: { [key]: 'zz' } })],
  ['first', (first) => ({ extends: 'conditional', first, second: 'zz' })],
  ['second', (second) => ({ extends: 'conditional', first: 'zz', second })],
  ['match', (match) => ({ extends: 'capitalization', match })],
  [
    'exceptions',
    (term) => ({ extends: 'existence', nonword: true, tokens: ['[ax1]+.?'], exceptions: [term] }),
  ],
];

const config = { ini: '', vocabularies: [], lists: [], spelling: false };
const bodyWith = (rules: readonly RuleFile[]) => ({ rules: [...rules], config, lines: [] });

describe.skipIf(!hasCorpus)(`corpus/regex${skipped}`, () => {
  test.each(places)(
    'every user pattern as %s is refused on save, or stopped by name in time',
    (_, ruleWith) => {
      const inspect = createInspector();
      for (const { id, pattern, input } of regexes) {
        const yaml = JSON.stringify({ message: 'm', ...ruleWith(pattern) });
        const { definitions } = inspect(bodyWith([{ name: `Corpus.${id}`, yaml }, good]));
        const guide = compileGuide(definitions);
        const start = processorTime();
        const { findings, runaway } = timedCheck(guide, `good ${input}`);
        expect(processorTime() - start, id).toBeLessThan(500);
        expect(findings.some((finding) => finding.check === 'House.Good')).toBe(true);
        expect([...runaway].every((name) => name === `Corpus.${id}`)).toBe(true);
      }
    },
  );
});

test('a runaway part is found behind a word that no ordinary text has', () => {
  const yaml = 'extends: existence\nmessage: m\nnonword: true\ntokens: ["(?:a|aa)+refundable", "fine"]\n';
  const { definitions, problems } = createInspector()(bodyWith([{ name: 'House.Sly', yaml }, good]));
  expect(problems).toMatchObject([{ rule: 'House.Sly', reason: 'runaway' }]);
  expect(definitions.map(({ name }) => name)).toEqual(['House.Good']);
});

describe('a text that means harm', () => {
  const guide = compileGuide(
    compileRules(
      Object.entries(tables).flatMap(([kind, groups]) =>
        groups.map(({ rule }, index) => ({ name: `All.${kind}${index}`, yaml: rule })),
      ),
    ).definitions,
  );

  test.each([
    ['nothing but marks', '*_`[]()<>#>-!'.repeat(800)],
    ['brackets that never close', '[('.repeat(4_000)],
    ['ticks of every number', Array.from({ length: 120 }, (_, count) => '`'.repeat(count)).join(' ')],
    ['quotations in quotations', '> '.repeat(4_000)],
    ['a long word', 'a'.repeat(10_000)],
    ['a long line of words', 'word '.repeat(2_000)],
    ['marks on marks', `a${'\u0301'.repeat(5_000)}`],
    ['halves of characters', '\ud83d \ude42 \ud83d'.repeat(500)],
    ['writing to the left, with overrides', '\u202e\u0645\u0631\u062d\u0628\u0627 \u200f'.repeat(500)],
    ['line ends of every kind', '\r\n\r\n\u2028\u2029\u0085\n\n'.repeat(500)],
  ])('%s is checked by every rule of the table, and every finding lies inside it', (...[, text]) => {
    const { findings } = timedCheck(guide, text);
    for (const { start, end } of findings)
      expect(0 <= start && start <= end && end <= text.length).toBe(true);
  });

  test.skipIf(!hasCorpus)(`corpus/unicode: naughty strings do nothing${skipped}`, () => {
    const strings = readCorpus<{ readonly items: readonly string[] }>('unicode', 'blns.json').items;
    expect(strings.length).toBeGreaterThan(200);
    const small = compileGuide(guide.rules.slice(0, 30).map(({ definition }) => definition));
    for (const text of strings)
      for (const { start, end } of check(small, text)) expect(start <= end && end <= text.length).toBe(true);
  });
});
