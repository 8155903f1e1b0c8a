import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { remembered } from '../../electron/shared/remembered.ts';
import { createFormats, type Formats } from './format.ts';

/** The same object for the same language. */
const formatsIn = remembered(createFormats);

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export const useFormats = (): Formats => useSyncExternalStore(subscribe, () => formatsIn(i18next.language));
