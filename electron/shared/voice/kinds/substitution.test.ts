import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { compileGuide } from '../guide.ts';
import { SubstitutionDefinition } from '../rule-definition.ts';

type Fields = Partial<Omit<SubstitutionDefinition, 'name' | 'extends' | 'swap'>>;
interface Case {
  readonly what: string;
  readonly swap: Readonly<Record<string, string>>;
  readonly fields?: Fields;
  readonly text: string;
  /** Match and fixes of each finding. */
  readonly found: readonly (readonly [string, ...string[]])[];
}

const replace: Fields = { action: { name: 'replace', params: [] } };
const run = ({ swap, fields = {}, text }: Pick<Case, 'swap' | 'fields' | 'text'>) => {
  const rule = SubstitutionDefinition.parse({
    name: 'House.Words',
    extends: 'substitution',
    message: "Use '%s' instead of '%s'.",
    swap: Object.entries(swap),
    ...fields,
  });
  return check(compileGuide([rule]), text);
};

const cases: readonly Case[] = [
  { what: 'a word', swap: { utilize: 'use' }, text: 'We utilize it.', found: [['utilize', 'use']] },
  { what: 'bounded', swap: { use: 'employ' }, text: 'user reuse', found: [] },
  {
    what: 'unbounded',
    swap: { use: 'employ' },
    fields: { nonword: true },
    text: 'reuse',
    found: [['use', 'employ']],
  },
  { what: 'case counts', swap: { ok: 'okay' }, text: 'OK ok', found: [['ok', 'okay']] },
  {
    what: 'case may not count',
    swap: { ok: 'okay' },
    fields: { ignorecase: true },
    text: 'OK',
    found: [['OK', 'okay']],
  },
  {
    what: 'the longest key first, whatever the order of the file (vale, TestIsDeterministic)',
    swap: { emnify: 'emnify', 'emnify iot supernetwork': 'emnify IoT SuperNetwork' },
    fields: { ignorecase: true },
    text: 'EMnify IoT SuperNetwork',
    found: [['EMnify IoT SuperNetwork', 'emnify IoT SuperNetwork']],
  },
  { what: 'equal already', swap: { 'e-?mail': 'email' }, text: 'email e-mail', found: [['e-mail', 'email']] },
  {
    what: 'equal in another case is not equal',
    swap: { github: 'GitHub' },
    fields: { ignorecase: true },
    text: 'GitHub Github',
    found: [['Github', 'GitHub']],
  },
  {
    what: 'alternatives',
    swap: { sorry: 'regret|rue' },
    fields: replace,
    text: 'sorry',
    found: [['sorry', 'regret', 'rue']],
  },
  {
    what: 'one of the alternatives already',
    swap: { 'regret|sorry': 'regret|rue' },
    fields: replace,
    text: 'regret sorry',
    found: [['sorry', 'regret', 'rue']],
  },
  {
    what: 'an escaped bar',
    swap: { pipe: 'a\\|b' },
    fields: replace,
    text: 'pipe',
    found: [['pipe', 'a|b']],
  },
  {
    what: 'dots of a replacement are dots (vale #1038)',
    swap: { ',{3}': '...' },
    fields: { ...replace, nonword: true },
    text: 'so,,,',
    found: [[',,,', '...']],
  },
  {
    what: 'without an action a value may describe what is fine',
    swap: { 'web ?site': '[Ww]ebsite' },
    fields: { ignorecase: true },
    text: 'Website web site',
    found: [['web site']],
  },
  {
    what: 'groups of a key do not disturb the others',
    swap: { '(foo|bar) one': 'x', 'two (baz)': 'y' },
    text: 'bar one, two baz',
    found: [
      ['bar one', 'x'],
      ['two baz', 'y'],
    ],
  },
  {
    what: 'a group in the replacement',
    swap: { '(\\w+) in order to': '$1 to' },
    fields: replace,
    text: 'go in order to see',
    found: [['go in order to', 'go to']],
  },
  {
    what: 'a named group in the replacement',
    swap: { 'more (?<what>\\w+)er': '${what}er' },
    fields: replace,
    text: 'more faster',
    found: [['more faster', 'faster']],
  },
  {
    what: 'a group behind a look ahead, which the match alone would not satisfy',
    swap: { '(\\d+)am(?= today)': '$1 a.m.' },
    fields: replace,
    text: '9am today, 9am',
    found: [['9am', '9 a.m.']],
  },
  { what: 'a dollar sign', swap: { bucks: '$$' }, fields: replace, text: '5 bucks', found: [['bucks', '$']] },
  {
    what: 'a reference inside a key',
    swap: { '(\\w+) \\1': '$1', other: 'x' },
    fields: replace,
    text: 'the the other',
    found: [
      ['the the', 'the'],
      ['other', 'x'],
    ],
  },
  {
    what: 'an inline flag of one key stays in it',
    swap: { '(?i)foo': 'x', bar: 'y' },
    text: 'FOO BAR',
    found: [['FOO', 'x']],
  },
  {
    what: 'capitalize',
    swap: { utilize: 'use|employ' },
    fields: { ...replace, ignorecase: true, capitalize: true },
    text: 'Utilize, utilize',
    found: [
      ['Utilize', 'Use', 'Employ'],
      ['utilize', 'use', 'employ'],
    ],
  },
  {
    what: 'matchcase',
    swap: { 'a ok': 'A-OK' },
    fields: { ...replace, ignorecase: true, matchcase: true },
    text: 'a ok, A OK',
    found: [
      ['a ok', 'a-ok'],
      ['A OK', 'A-OK'],
    ],
  },
  {
    what: 'an exception',
    swap: { master: 'main' },
    fields: { exceptions: ['master'] },
    text: 'master',
    found: [],
  },
  {
    what: 'an exception phrase',
    swap: { master: 'main' },
    fields: { exceptions: ['master key'] },
    text: 'a master key and a master',
    found: [['master', 'main']],
  },
  {
    what: 'parameters of the action',
    swap: { foo: 'x' },
    fields: { action: { name: 'replace', params: ['y', 'z'] } },
    text: 'foo',
    found: [['foo', 'y', 'z']],
  },
  {
    what: 'remove',
    swap: { foo: 'nothing' },
    fields: { action: { name: 'remove', params: [] } },
    text: 'foo',
    found: [['foo', '']],
  },
  {
    what: 'umlauts',
    swap: { grüsse: 'Grüße' },
    fields: { ignorecase: true },
    text: 'Grüsse',
    found: [['Grüsse', 'Grüße']],
  },
  { what: 'the field of old', swap: { a: 'b' }, fields: { pos: 'NN' }, text: 'a', found: [['a', 'b']] },
];

test.each(cases)('$what', ({ found, ...given }) => {
  const findings = run(given);
  expect(findings.map(({ match, fixes }) => [match, ...fixes])).toEqual(found);
  for (const { start, end, match } of findings) expect(given.text.slice(start, end)).toBe(match);
});

test('a message names what to use and what not', () => {
  const [found] = run({ swap: { utilize: 'use' }, text: 'utilize' });
  expect(found?.message).toBe("Use 'use' instead of 'utilize'.");
});

test('a message of alternatives has no quotes in quotes', () => {
  const [found] = run({ swap: { utilize: 'use|employ' }, fields: replace, text: 'utilize' });
  expect(found?.message).toBe("Use 'use' or 'employ' instead of 'utilize'.");
});
