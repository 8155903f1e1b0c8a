import type { GuideLine } from '../../../electron/shared/voice/guide-lines.ts';
import { languageOfLocale } from '../../../electron/shared/voice/situation.ts';
import { languageOf } from '../../../electron/shared/voice/spelling/language-of.ts';

interface Known {
  /** Those of the client, the usual one first. */
  readonly languages: readonly string[];
  readonly lines: readonly GuideLine[];
}

/** What a text that is only tried is taken to be written in: the client's own kind of its language, or one that a line names. */
export function triedLocale(text: string, { languages, lines }: Known): string | null {
  const [usual = null] = languages;
  const language = languageOf(text, usual);
  const named = [...languages, ...lines.flatMap(({ locales }) => locales)];
  return named.find((locale) => languageOfLocale(locale) === language) ?? (language || usual);
}
