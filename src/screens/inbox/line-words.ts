import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Formats } from '../../i18n/format.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';

/** What a line of a list needs to speak: looked up once for all of them, for there are hundreds. */
export interface LineWords {
  readonly t: TFunction<'inbox'>;
  readonly formats: Formats;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Another object only when one of them is another. */
export function useLineWords(): LineWords {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const now = useNow();
  return useMemo(() => ({ t, formats, now }), [t, formats, now]);
}
