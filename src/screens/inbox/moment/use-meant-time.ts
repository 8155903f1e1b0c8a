import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../../electron/shared/languages.ts';
import type { Instant } from '../../../../electron/shared/time.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

/** Between two letters of a word nobody reads what was understood. */
const pauseMilliseconds = 150;

/** The time to come that these words mean on the wall of whoever writes them. */
export function useMeantTime(words: string): { readonly at: Instant | null; readonly isUnknown: boolean } {
  const { i18n } = useTranslation();
  const trpc = useTRPC();
  const [text] = useDebouncedValue(words.trim(), pauseMilliseconds);
  const language = languages.find((each) => each === i18n.language) ?? 'en';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { data } = useQuery(
    trpc.snoozes.read.queryOptions(
      { text, timeZone, language },
      // What "in 3 hours" means is another time the next time it is asked.
      { enabled: text !== '', gcTime: 0, staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const settled = text === words.trim();
  return {
    at: text === '' || !settled ? null : (data ?? null),
    isUnknown: settled && text !== '' && data === null,
  };
}
