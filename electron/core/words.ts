import { createInstance } from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { languages, type Language } from '../shared/workspace.ts';

/** A sentence by its key, with its values put in; a number called `count` chooses the plural. */
export type Say = (key: string, values?: Readonly<Record<string, string | number | boolean>>) => string;

/** Sentences for what is written without a page: exported documents, menus and the terminal. */
export interface Words {
  /** The translator of one file of `locales/<language>`; English where a sentence is missing. */
  of(language: Language, namespace: string): Say;
}

/** Reads `locales/<language>/*.json` once for every language that is asked for. */
export function createWords(localesFolder: string): Words {
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      languages.map((language) => [language, readLanguage(localesFolder, language)]),
    ),
  });
  // i18next's own types know the page's keys only; here any file of any language may be meant.
  const translator = instance.getFixedT as unknown as (language: Language, namespace: string) => Say;
  return { of: (language, namespace) => translator(language, namespace) };
}

function readLanguage(localesFolder: string, language: Language): Record<string, object> {
  const folder = join(localesFolder, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [parse(name).name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as object]),
  );
}

/** The language of a POSIX locale such as `es_MX.UTF-8`, as far as Liaison speaks it. */
export function languageOfLocale(locale: string | undefined): Language {
  const wanted = locale?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === wanted) ?? 'en';
}
