import { expect, test } from 'vitest';
import { byStyle, shortName, styleOf, tidied, withRules } from './guide-draft.ts';

const rule = (name: string, yaml = 'x') => ({ name, yaml });

test('rules stand under their style, in the order of their names', () => {
  expect(byStyle([rule('B.Two'), rule('A.One'), rule('B.One')])).toEqual([
    ['A', [rule('A.One')]],
    ['B', [rule('B.One'), rule('B.Two')]],
  ]);
  expect([styleOf('B.Two'), shortName('B.Two')]).toEqual(['B', 'Two']);
});

test('a package replaces the rules of the same names', () => {
  const mixed = withRules([rule('A.One', 'old'), rule('A.Two', 'kept')], [rule('A.One', 'new')]);
  expect(mixed).toEqual([rule('A.Two', 'kept'), rule('A.One', 'new')]);
});

test('empty lines and items are not saved', () => {
  const item = { id: '1', text: ' ', required: true };
  const config = { ini: '', vocabularies: [], lists: [], spelling: false };
  const rest = { rules: [], errorsBlockSending: true, config, lines: [], fourEyes: false };
  const briefing = { tone: 'Warm', dos: [' Say hello ', ''], donts: [''] };
  expect(tidied({ ...rest, briefing, checklist: [item] })).toEqual({
    briefing: { tone: 'Warm', dos: ['Say hello'], donts: [] },
    checklist: [],
    ...rest,
  });
});
