import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Say } from '../../../electron/shared/figure-words.ts';
import { Language } from '../../../electron/shared/workspace.ts';

interface Words {
  readonly say: Say;
  readonly language: Language;
}

/** What the shared words of figures need. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('reports');
  return useMemo(
    () => ({
      language: Language.parse(i18n.language),
      // The keys are made from measures; `figure-words.test.ts` proves that each of them has its sentence.
      say: (key, values = {}) => t(key as 'title', { ...values }),
    }),
    [t, i18n.language],
  );
}
