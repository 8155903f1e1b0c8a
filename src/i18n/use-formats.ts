import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { createFormats, type Formats } from './format.ts';

const made = new Map<string, Formats>();

function formatsIn(language: string): Formats {
  const formats = made.get(language) ?? createFormats(language);
  made.set(language, formats);
  return formats;
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export const useFormats = (): Formats => useSyncExternalStore(subscribe, () => formatsIn(i18next.language));
