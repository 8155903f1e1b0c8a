import { useEffect } from 'react';

/** Spells by the language of what is written here, for as long as it is written; a browser finds it out by itself. */
export function useSpelling(language: string | null): void {
  useEffect(() => {
    if (!language) return undefined;
    window.liaisonDesktop?.setSpelling(language);
    return () => window.liaisonDesktop?.setSpelling(null);
  }, [language]);
}
