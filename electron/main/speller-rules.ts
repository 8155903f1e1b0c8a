/** The dictionary that a language without a country means first. */
const usual: Readonly<Record<string, string>> = { en: 'en-US', es: 'es', pt: 'pt-BR', de: 'de', fr: 'fr' };

/**
 * Of the dictionaries that there are, the one for a language tag (RFC 5646): its very own, that of its language alone,
 * the usual one of its language, or any of it; null where there is none.
 */
export function spellerFor(language: string, available: readonly string[]): string | null {
  const wanted = language.toLowerCase();
  const [primary = ''] = wanted.split('-');
  const named = (name: string | undefined) =>
    available.find((each) => each.toLowerCase() === name?.toLowerCase());
  const kin = available.find((each) => each.toLowerCase().split('-')[0] === primary);
  return named(wanted) ?? named(primary) ?? named(usual[primary]) ?? kin ?? null;
}
