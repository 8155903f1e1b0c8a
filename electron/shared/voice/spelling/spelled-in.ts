import type { SpellingDefinition } from '../rule-definition.ts';
import { asSpellingLanguage } from './languages.ts';

/** The language that a dictionary says by its name, `de_DE` or `config/dictionaries/pt-BR`; null where it says none. */
export const languageNamed = (dictionary: string): string | null =>
  /(?:^|\/)([a-z]{2})(?:[_-][^/]*)?$/i.exec(dictionary)?.[1]?.toLowerCase() ?? null;

/**
 * Rules as they look words up in a language. Where there is a dictionary of ours, that is the usual one. Where there is none,
 * a rule has those of its package that are of this language, and of those that stand alone also the ones whose name says no
 * language: terms beside a dictionary that isn't there would be all that is right.
 */
export function spelledIn(rules: readonly SpellingDefinition[], language: string): SpellingDefinition[] {
  if (asSpellingLanguage(language) !== null)
    return rules.map((rule) => (rule.dictionaries.length > 0 ? rule : { ...rule, own: [] }));
  return rules.flatMap((rule) => {
    const own = rule.own.filter(({ name }) => {
      const named = languageNamed(name);
      return named === language || (named === null && !rule.append);
    });
    return own.length === 0 ? [] : [{ ...rule, own, append: false }];
  });
}
