import { expect, test } from 'vitest';
import { SpellingDefinition } from '../rule-definition.ts';
import { languageNamed, spelledIn } from './spelled-in.ts';

test.each([
  ['de_DE', 'de'],
  ['config/dictionaries/pt-BR', 'pt'],
  ['fr', 'fr'],
  ['terms', null],
  ['own', null],
  ['de.terms', null],
])('%s names the language %s', (name, language) => {
  expect(languageNamed(name)).toBe(language);
});

const rule = (names: readonly string[], more: Partial<SpellingDefinition> = {}) =>
  SpellingDefinition.parse({
    name: 'House.Spelling',
    extends: 'spelling',
    message: '%s',
    own: names.map((name) => ({ name, dic: '', aff: '' })),
    dictionaries: names,
    ...more,
  });
const ownIn = (given: SpellingDefinition, language: string) =>
  spelledIn([given], language).map(({ own, append }) => [own.map(({ name }) => name), append]);

test('where we have a dictionary the package’s own come as the rule says', () => {
  expect(ownIn(rule(['terms'], { append: true }), 'en')).toEqual([[['terms'], true]]);
  expect(ownIn(rule(['de_DE']), 'es')).toEqual([[['de_DE'], false]]);
});
test('where we have none those of the language take its place', () => {
  expect(ownIn(rule(['de_DE', 'fr_FR', 'terms'], { append: true }), 'de')).toEqual([[['de_DE'], false]]);
  expect(ownIn(rule(['de_DE', 'fr_FR', 'terms']), 'de')).toEqual([[['de_DE', 'terms'], false]]);
});
test('terms beside a dictionary that nobody has are not all that is right', () => {
  expect(ownIn(rule(['terms'], { append: true }), 'de')).toEqual([]);
  expect(ownIn(rule(['fr_FR']), 'de')).toEqual([]);
});
test('a rule that names none has those of languages that we have none of, and only there', () => {
  const usual = rule(['de_DE'], { dictionaries: [], append: true });
  expect(ownIn(usual, 'de')).toEqual([[['de_DE'], false]]);
  expect(ownIn(usual, 'en')).toEqual([[[], true]]);
});
