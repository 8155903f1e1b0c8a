import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages } from '../../electron/shared/languages.ts';
import type { Language } from '../../electron/shared/workspace.ts';

const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '../../locales/*/*.json',
  '!../../locales/*/{launch,mail,terminal}.json',
]);
const storageKey = 'liaison.language';

/** The language of the last visit, else the system's where we speak it, else English. */
function firstLanguage(): Language {
  const wanted = [localStorage.getItem(storageKey), ...navigator.languages].map((tag) => tag?.split('-')[0]);
  return wanted.map((tag) => languages.find((language) => language === tag)).find((found) => found) ?? 'en';
}

/** Loads the sentences of the first screen; the other screens' come with them. */
export async function startLanguages(): Promise<void> {
  await i18next
    .use({
      type: 'backend',
      async read(language: string, namespace: string) {
        const load = files[`../../locales/${language}/${namespace}.json`];
        if (!load) throw new Error(`no sentences for ${namespace} in ${language}`);
        return (await load()).default;
      },
    })
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      ns: ['app', 'inbox'],
      defaultNS: 'app',
      fallbackLng: false,
      load: 'currentOnly',
      interpolation: { escapeValue: false },
    });
  applyToDocument();
  i18next.on('languageChanged', applyToDocument);
}

/** What is said soon after, and must be there when the host is not: loaded before anything fails. */
export const loadSentences = (): Promise<void> => i18next.loadNamespaces(['errors', 'voice-editor']);

/** Speaks another language from now on and at the next start. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

function applyToDocument(): void {
  document.documentElement.lang = i18next.language;
  document.documentElement.dir = i18next.dir();
}
