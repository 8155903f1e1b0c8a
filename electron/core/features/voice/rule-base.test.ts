import { expect, test } from 'vitest';
import { readRules } from './rule-reader.ts';

const base = 'extends: existence\nmessage: "No %s."\nlevel: warning\ntokens: [very, quite]\n';
const swaps = 'extends: substitution\nmessage: "Use %s."\nswap: { item: product, stock: supply }\n';

/** The rule `House.Own` of a guide that has others too. */
function read(yaml: string, others: Readonly<Record<string, string>> = {}) {
  const files = { 'Std.Words': base, 'Std.Terms.Swaps': swaps, ...others, 'House.Own': yaml };
  const rules = readRules(Object.entries(files).map(([name, text]) => ({ name, yaml: text })));
  return { ...rules, own: rules.definitions.find(({ name }) => name === 'House.Own') };
}

test.each([
  ['nothing more', 'extends: Std.Words', { message: 'No %s.', tokens: ['very', 'quite'], level: 'warning' }],
  ['other fields', 'extends: Std.Words\nlevel: error\nmessage: m', { message: 'm', level: 'error' }],
  ['another list', 'extends: Std.Words\ntokens: [rather]', { tokens: ['rather'] }],
  ['more in a list', 'extends: Std.Words\ntokens+: [rather]', { tokens: ['very', 'quite', 'rather'] }],
  ['less in a list', 'extends: Std.Words\ntokens-: [very]', { tokens: ['quite'] }],
  ['a list of its own', 'extends: Std.Words\nexceptions+: [very well]', { exceptions: ['very well'] }],
  [
    'more and other pairs',
    'extends: Std.Terms.Swaps\nswap+: { item: thing, parcel: box }',
    {
      swap: [
        ['stock', 'supply'],
        ['item', 'thing'],
        ['parcel', 'box'],
      ],
    },
  ],
  ['fewer pairs', 'extends: Std.Terms.Swaps\nswap-: [item]', { swap: [['stock', 'supply']] }],
])('a rule has what the one that it extends has, and %s', (_, yaml, fields) => {
  const { own, problems } = read(yaml);
  expect(problems).toEqual([]);
  expect(own).toMatchObject({ name: 'House.Own', ...fields });
});

test('a rule that is extended may extend one itself, ten deep and no deeper', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [
        `Deep.R${at}`,
        `extends: ${at === 0 ? 'Std.Words' : `Deep.R${at - 1}`}`,
      ]),
    );
  expect(read('extends: Deep.R8', chain(9)).own).toMatchObject({ tokens: ['very', 'quite'] });
  expect(read('extends: Deep.R9', chain(10)).problems).toMatchObject([
    { rule: 'House.Own', detail: 'extends' },
  ]);
});

test.each([
  [
    'takes away what is not there',
    'extends: Std.Words\ntokens-: [rather]',
    { reason: 'wrong-value', detail: 'tokens-', line: 2 },
  ],
  [
    'adds pairs to a list',
    'extends: Std.Words\ntokens+: { a: b }',
    { reason: 'wrong-value', detail: 'tokens+', line: 2 },
  ],
  [
    'adds to a text',
    'extends: Std.Words\nmessage+: [a]',
    { reason: 'wrong-value', detail: 'message', line: 2 },
  ],
  [
    'extends what is not there',
    'message: m\nextends: Std.Gone',
    { reason: 'no-base', detail: 'Std.Gone', line: 2 },
  ],
  [
    'edits without another rule',
    'extends: existence\nmessage: m\ntokens+: [a]',
    { reason: 'unknown-field', detail: 'tokens+', line: 3 },
  ],
])('one that %s is refused by name', (_, yaml, problem) => {
  const { own, problems, definitions } = read(yaml);
  expect(own).toBeUndefined();
  expect(problems).toEqual([{ rule: 'House.Own', ...problem }]);
  expect(definitions).toHaveLength(2);
});

test('rules that extend each other, or one with a mistake, are refused', () => {
  const { problems } = read('extends: Std.A', {
    'Std.A': 'extends: House.Own',
    'Std.B': 'extends: Std.C',
    'Std.C': '[',
  });
  expect(problems.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([
    'Std.A wrong-value',
    'Std.B wrong-value',
    'Std.C yaml',
    'House.Own wrong-value',
  ]);
});

test('one made of a kind that does not run does not run either', () => {
  const { unsupported } = read('extends: Std.Script', {
    'Std.Script': 'extends: script\nmessage: m\nscript: s',
  });
  expect(unsupported.map(({ rule, kind }) => `${rule} ${kind}`)).toEqual([
    'Std.Script script',
    'House.Own script',
  ]);
});

test('many rules that are each made of a great one are refused before they take the memory', () => {
  const great = `${base}description: ${'x'.repeat(90_000)}\n`;
  const many = Array.from({ length: 60 }, (_, at) => [`Many.R${at}`, 'extends: Std.Great']);
  const { problems, definitions } = read('extends: Std.Words', {
    'Std.Great': great,
    ...Object.fromEntries(many),
  });
  expect(problems.length).toBeGreaterThan(30);
  expect(definitions.length + problems.length).toBe(64);
});
