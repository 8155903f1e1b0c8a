import { app, type Session } from 'electron';
import { spellerFor } from './speller-rules.ts';

/** Nobody listens there (9 is the discard port): a dictionary that is not on this machine is fetched from nowhere. */
const nowhere = 'http://127.0.0.1:9/';

/**
 * Sets the spelling to the language of what is being written; null: the system's. macOS finds the language by itself.
 * Elsewhere Chromium's dictionaries count that stand in `Dictionaries` of the profile folder; none is ever fetched, for
 * that would tell a stranger in which languages we write.
 */
export function createSpelling(session: Session): (language: string | null) => void {
  if (process.platform === 'darwin') return () => undefined;
  session.setSpellCheckerDictionaryDownloadURL(nowhere);
  const spell = (language: string | null) => {
    const speller = spellerFor(language ?? app.getLocale(), session.availableSpellCheckerLanguages);
    session.setSpellCheckerLanguages(speller === null ? [] : [speller]);
  };
  spell(null);
  return spell;
}
