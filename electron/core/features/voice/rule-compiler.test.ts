import { expect, test } from 'vitest';
import { compileRules } from './rule-compiler.ts';

const read = (yaml: string) => compileRules([{ name: 'House.Rule', yaml }]);

test('every field of an existence rule is read by its own type', () => {
  const { definitions, problems } = read(`
---
Extends: existence
message: "Don't say '%s'."
description: why
level: error
link: https://example.com
scope: paragraph
limit: 3
ignorecase: true
nonword: false
append: true
matchcase: true
vocab: false
action: { name: replace, params: [1.0, no] }
exceptions: ~
tokens:
  - 007
  - yes
  -
raw: ['a']
tests: [{ text: 'x' }]
`);
  expect(problems).toEqual([]);
  expect(definitions).toEqual([
    {
      name: 'House.Rule',
      extends: 'existence',
      message: "Don't say '%s'.",
      description: 'why',
      level: 'error',
      link: 'https://example.com',
      scope: ['paragraph'],
      limit: 3,
      ignorecase: true,
      nonword: false,
      append: true,
      matchcase: true,
      vocab: false,
      action: { name: 'replace', params: ['1.0', 'no'] },
      exceptions: [],
      tokens: ['007', 'yes', ''],
      raw: ['a'],
    },
  ]);
});

test('a swap keeps its order and its spelling', () => {
  const { definitions } = read(
    'extends: substitution\nmessage: m\nswap:\n  1.50: no\n  on: "off"\n  b: |\n    x\n',
  );
  expect(definitions[0]).toMatchObject({
    swap: [
      ['1.50', 'no'],
      ['on', 'off'],
      ['b', 'x\n'],
    ],
    level: 'warning',
  });
});

test.each([
  ['no YAML at all', 'extends: [', 'yaml', 1],
  ['not a mapping', '- a\n- b', 'yaml', 1],
  ['an empty file', '', 'yaml', 1],
  ['a key twice', 'extends: substitution\nmessage: m\nswap:\n  a: b\n  a: c\n', 'yaml', 5],
  ['no kind', 'message: m', 'missing-field', 1],
  ['no message', 'extends: existence\ntokens: [a]', 'missing-field', 1],
  ['nothing to find', 'extends: existence\nmessage: m', 'missing-field', 1],
  ['nothing to swap', 'extends: substitution\nmessage: m', 'missing-field', 1],
  ['an unknown kind', 'extends: existance\nmessage: m', 'unknown-kind', 1],
  ['a rule to extend that is not there', 'extends: Google.We\nmessage: m', 'no-base', 1],
  ['a rule to extend that has no file', 'message: m\nextends: Vale.Spelling', 'no-base', 2],
  ['itself to extend', 'extends: House.Rule\nmessage: m', 'wrong-value', 1],
  ['an unknown field', 'extends: existence\nmessage: m\ntokens: [a]\nignorcase: true', 'unknown-field', 4],
  [
    'a field of another kind',
    'extends: existence\nmessage: m\ntokens: [a]\nswap: { a: b }',
    'unknown-field',
    4,
  ],
  ['an unknown level', 'extends: existence\nmessage: m\ntokens: [a]\nlevel: fatal', 'wrong-value', 4],
  ['a flag that is none', 'extends: existence\nmessage: m\ntokens: [a]\nnonword: yes', 'wrong-value', 4],
  ['a limit that is none', 'extends: existence\nmessage: m\ntokens: [a]\nlimit: many', 'wrong-value', 4],
  ['tokens that are none', 'extends: existence\nmessage: m\ntokens: { a: b }', 'wrong-value', 3],
  ['a swap that is none', 'extends: substitution\nmessage: m\nswap: [a, b]', 'wrong-value', 3],
  [
    'an unknown action',
    'extends: existence\nmessage: m\ntokens: [a]\naction: { name: shout }',
    'wrong-value',
    4,
  ],
  ['a bad token', 'extends: existence\nmessage: m\ntokens:\n  - ok\n  - "(bad"', 'pattern', 5],
  ['a bad key', 'extends: substitution\nmessage: m\nswap:\n  ok: a\n  "[bad": b', 'pattern', 5],
  ['a bad raw part', 'extends: existence\nmessage: m\nraw:\n  - ok\n  - "[bad"', 'pattern', 5],
  [
    'an action that does nothing',
    'extends: existence\nmessage: m\ntokens: [a]\naction: { name: edit }',
    'action',
    4,
  ],
  ['a bad exception', 'extends: existence\nmessage: m\ntokens: [a]\nexceptions: ["*"]', 'pattern', 4],
])('%s is a problem with a line', (...[, yaml, reason, line]) => {
  const { definitions, problems } = read(yaml);
  expect(definitions).toEqual([]);
  expect(problems).toMatchObject([{ rule: 'House.Rule', reason, line }]);
  expect(problems[0]?.detail).not.toBe('');
});

test.each(['sequence', 'script'])('%s is named and left out, while the rest works', (kind) => {
  const rest = { name: 'House.Rest', yaml: 'extends: existence\nmessage: m\ntokens: [a]' };
  const { definitions, unsupported, problems } = compileRules([
    { name: 'House.Other', yaml: `extends: ${kind}\nmessage: m\nanything: [1]` },
    rest,
  ]);
  expect(unsupported).toEqual([{ rule: 'House.Other', kind }]);
  expect(definitions.map(({ name }) => name)).toEqual(['House.Rest']);
  expect(problems).toEqual([]);
});

test.each([
  ['occurrence', 'token: "[,;]"\nmax: 3\nmin: 1', { token: '[,;]', max: 3, min: 1, scope: ['text'] }],
  ['repetition', 'tokens: ["[^\\\\s]+"]\nmax: 1\nalpha: true', { tokens: ['[^\\s]+'], max: 1, alpha: true }],
  ['consistency', 'either: { advisor: adviser }', { either: [['advisor', 'adviser']], nonword: false }],
  ['consistency', 'either: { a: b }\nstrange: 1', { either: [['a', 'b']] }],
  ['conditional', 'first: "[A-Z]{3}"\nsecond: "\\\\(([A-Z]{3})\\\\)"', { first: '[A-Z]{3}', vocab: true }],
  [
    'capitalization',
    'match: $title\nstyle: Chicago\nthreshold: 0.5\nindicators: [":"]\nprefix: "^\\\\d "\nscope: heading',
    {
      match: '$title',
      style: 'Chicago',
      threshold: 0.5,
      indicators: [':'],
      prefix: '^\\d ',
      scope: ['heading'],
    },
  ],
  ['readability', 'metrics: [SMOG]\ngrade: 8.5', { metrics: ['SMOG'], grade: 8.5 }],
  [
    'metric',
    'formula: words / sentences\ncondition: "> 25"',
    { formula: 'words / sentences', condition: '> 25' },
  ],
  [
    'spelling',
    'custom: true\nfilters: ["[A-Z]+"]\nignore: words.txt\nappend: true\nunknown: 1',
    { custom: true, filters: ['[A-Z]+'], ignore: ['words.txt'], append: true },
  ],
])('%s is read with its fields', (kind, fields, definition) => {
  const { definitions, problems } = read(`extends: ${kind}\nmessage: m\n${fields}`);
  expect(problems).toEqual([]);
  expect(definitions).toMatchObject([{ extends: kind, ...definition }]);
});

test.each([
  ['occurrence', 'max: 3', 'missing-field', 'token'],
  ['repetition', 'max: 3', 'missing-field', 'tokens'],
  ['consistency', 'nonword: true', 'missing-field', 'either'],
  ['conditional', 'first: a', 'missing-field', 'second'],
  ['capitalization', 'style: AP', 'missing-field', 'match'],
  ['readability', 'metrics: [SMOG]', 'missing-field', 'grade'],
  ['metric', 'formula: words', 'missing-field', 'condition'],
  ['occurrence', 'token: a\nmax: few', 'wrong-value', 'max'],
  ['readability', 'metrics: [SMOG]\ngrade: high', 'wrong-value', 'grade'],
  ['capitalization', 'match: $title\nthreshold: 3', 'wrong-value', 'threshold'],
  ['consistency', 'either: [a, b]', 'wrong-value', 'either'],
  ['repetition', 'tokens: [a]\nnonword: true', 'unknown-field', 'nonword'],
  ['metric', 'formula: words; 1\ncondition: "> 1"', 'expression', 'not understood: words; 1'],
  ['metric', 'formula: process\ncondition: "> 1"', 'expression', "no variable called 'process'"],
  ['metric', 'formula: words\ncondition: "> 1) || (1 == 1"', 'expression', "the end expected, not ')'"],
  ['conditional', 'first: "("\nsecond: a', 'pattern', '(: unterminated ('],
  ['spelling', 'filters: ["["]', 'pattern', '[: unterminated ['],
])('%s with %j is refused: %s', (kind, fields, reason, detail) => {
  expect(read(`extends: ${kind}\nmessage: m\n${fields}`)).toMatchObject({
    definitions: [],
    problems: [{ rule: 'House.Rule', reason, detail }],
  });
});

test('a name twice is a problem', () => {
  const rule = { name: 'House.Rule', yaml: 'extends: existence\nmessage: m\ntokens: [a]' };
  expect(compileRules([rule, rule]).problems).toMatchObject([{ rule: 'House.Rule', reason: 'duplicate' }]);
});
