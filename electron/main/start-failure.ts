import { app, dialog } from 'electron';
import { words } from '../hosts/words.ts';
import type { ErrorShape } from '../shared/errors.ts';
import type { Language } from '../shared/workspace.ts';

/** Says why the core can't start and what to do, then ends: without a core there is nothing to show. */
export function failToStart(error: ErrorShape, language: Language): void {
  const reason = words.of(language, 'errors')(error.code, { ...error.detail });
  dialog.showErrorBox(words.of(language, 'desktop')('failure.title'), reason);
  app.exit(1);
}
