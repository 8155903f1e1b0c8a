import { expect, test } from 'vitest';
import { byStyle, shortName, styleOf, tidied, withRules, withSettings } from './guide-draft.ts';

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

test('a package leaves the settings that it does not speak of', () => {
  const own = {
    ini: '[*]',
    vocabularies: [{ name: 'House', accept: 'kept', reject: '' }],
    lists: [{ path: 'config/ignore/own.txt', text: 'kept' }],
    spelling: true,
  };
  const draft = { config: own, rules: [] };
  expect(withSettings(draft, { ini: '', vocabularies: [], lists: [], spelling: false })).toEqual(own);
  const lists = [{ path: 'config/dictionaries/de_DE.dic', text: '1\nTasse\n' }];
  const vocabularies = [{ name: 'House', accept: 'new', reject: '' }];
  expect(withSettings(draft, { ini: '[*.md]', vocabularies, lists, spelling: false })).toEqual({
    ini: '[*.md]',
    vocabularies,
    lists: [...own.lists, ...lists],
    spelling: true,
  });
});

test('a rule in a folder of its style keeps the folder in its short name', () => {
  expect([styleOf('Std.Grammar.Passive'), shortName('Std.Grammar.Passive')]).toEqual([
    'Std',
    'Grammar.Passive',
  ]);
});

test.each([
  ['', 'StylesPath = s\n[*]\nBasedOnStyles = New\n', 'StylesPath = s\n[*]\nBasedOnStyles = New, A, B\n'],
  [
    '',
    '[*.md]\nBasedOnStyles = A\n[*]\nBasedOnStyles = New # why\n',
    '[*.md]\nBasedOnStyles = A, B\n[*]\nBasedOnStyles = New, A, B # why\n',
  ],
  ['', 'MinAlertLevel = error\n', 'MinAlertLevel = error\n[*]\nBasedOnStyles = A, B\n'],
  ['[*]\nBasedOnStyles = B, Vale\n', '[*]\nBasedOnStyles = New', '[*]\nBasedOnStyles = New, B, Vale'],
])('the styles that ran go on running beside a package’s own (%j, %j)', (ini, added, made) => {
  const none = { vocabularies: [], lists: [], spelling: false };
  const draft = { config: { ini, ...none }, rules: [rule('A.One'), rule('B.Two'), rule('A.Three')] };
  expect(withSettings(draft, { ini: added, ...none }).ini).toBe(made);
});
