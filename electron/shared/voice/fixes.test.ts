import { expect, test } from 'vitest';
import { applyChange, changeOf } from './apply-fix.ts';
import { compileAction } from './fixes.ts';
import { check } from './check.ts';
import { compileGuide } from './guide.ts';
import { RuleDefinition, type RuleAction } from './rule-definition.ts';
import { RuleError } from './rule-problem.ts';
import { shiftFindings } from './shift-findings.ts';

const action = (name: RuleAction['name'], ...params: string[]): RuleAction => ({ name, params });

test.each<readonly [RuleAction, string, readonly string[]]>([
  [action('replace', 'b', 'c'), 'a', ['b', 'c']],
  [action('remove'), 'a', ['']],
  [action('convert', 'simple'), 'someCamelCase', ['some camel case']],
  [action('convert', 'simple'), 'snake_case', ['snake case']],
  [action('edit', 'regex', '(\\w+)ly', '$1'), 'quickly', ['quick']],
  [action('edit', 'regex', 'a', 'b'), 'banana', ['bbnbnb']],
  [action('edit', 'trim', '!'), '!wow!!', ['wow']],
  [action('edit', 'trim_left', '!'), '!wow!', ['wow!']],
  [action('edit', 'trim_right', '!?'), 'wow!?!', ['wow']],
  [action('edit', 'truncate', ' '), 'the the', ['the']],
  [action('edit', 'split', ' ', '1'), 'one two', ['two']],
  [action('suggest', 'spellings'), 'a', []],
])('%j of %j', (given, match, fixes) => {
  expect(compileAction(given)(match)).toEqual(fixes);
});

const ruleWith = (given: RuleAction) =>
  RuleDefinition.parse({ name: 'A.B', extends: 'existence', message: 'm', tokens: ['a'], action: given });

test.each([
  action('edit'),
  action('edit', 'shuffle'),
  action('edit', 'trim'),
  action('edit', 'split', ' '),
  action('edit', 'split', ' ', 'x'),
])('%j is refused by name', (given) => {
  expect(() => compileGuide([ruleWith(given)])).toThrow(RuleError);
  expect(() => compileGuide([ruleWith(given)])).toThrow(/^A\.B: action: edit/);
});

test('every pattern of an edit is compiled beforehand', () => {
  expect(() => compileGuide([ruleWith(action('edit', 'regex', '(', ''))])).toThrow(/^A\.B: pattern: /);
});

const guide = compileGuide([
  RuleDefinition.parse({
    name: 'House.Words',
    extends: 'substitution',
    message: 'm',
    ignorecase: true,
    action: { name: 'replace' },
    swap: [
      ['utilize', 'use|employ'],
      ['in order to', 'to'],
      ['(\\w+) in advance', '$1'],
    ],
  }),
  RuleDefinition.parse({
    name: 'House.Never',
    extends: 'existence',
    message: 'm',
    ignorecase: true,
    tokens: ['simply', 'definitely'],
    action: { name: 'remove' },
  }),
]);

test.each([
  'We utilize it in order to win, simply.',
  'Thanks in advance. Definitely',
  'simply',
  'Simply put',
  'we 🙂 definitely\nutilize that',
])('applying any fix of any finding removes that finding: %s', (text) => {
  const findings = check(guide, text);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    expect(finding.fixes.length).toBeGreaterThan(0);
    for (const fix of finding.fixes) {
      const mended = applyChange(text, changeOf(text, finding, fix));
      expect(check(guide, mended)).toHaveLength(findings.length - 1);
    }
  }
});

test.each([
  ['We simply go', 'We go'],
  ['Simply go', 'go'],
  ['We go simply.', 'We go.'],
  ['We go simply', 'We go'],
  ['(simply)', '()'],
])('removing a word from %j leaves no double space', (text, wanted) => {
  const [finding] = check(guide, text);
  expect(finding && applyChange(text, changeOf(text, finding, ''))).toBe(wanted);
});

test('findings follow an edit, and those that it touched are left out', () => {
  const from = 'We utilize it in order to win.';
  const findings = check(guide, from);
  const at = (to: string) =>
    shiftFindings(findings, { from, to }).map(({ start, end, match }) => [
      to.slice(start, end) === match,
      match,
    ]);
  expect(at(from)).toEqual([
    [true, 'utilize'],
    [true, 'in order to'],
  ]);
  expect(at(`Hello! ${from}`)).toEqual([
    [true, 'utilize'],
    [true, 'in order to'],
  ]);
  expect(at(from.replace('utilize it', 'utilize all of it'))).toEqual([
    [true, 'utilize'],
    [true, 'in order to'],
  ]);
  expect(at(from.replace('utilize', 'use'))).toEqual([[true, 'in order to']]);
  expect(at(from.replace('utilize', 'utilized'))).toEqual([[true, 'in order to']]);
  expect(at('')).toEqual([]);
});
