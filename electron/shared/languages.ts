/** What Liaison speaks. */
export const languages = ['en', 'es', 'ar'] as const;

/** Whether a tag is one (BCP 47): what looks like one and isn't has no name, and no date can be written in it. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
