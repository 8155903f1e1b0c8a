import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../../electron/shared/languages.ts';
import type { Instant } from '../../../../electron/shared/time.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

/** Between two letters of a word nobody reads what was understood. */
const pauseMilliseconds = 150;

export interface MeantTime {
  /** Null until it is known. */
  readonly at: Instant | null;
  readonly isUnknown: boolean;
  /** What the words as they stand now mean: whoever goes on at once does not wait for the pause. */
  ask(): Promise<Instant | null>;
}

/** The time to come that these words mean on the wall of whoever writes them. */
export function useMeantTime(words: string): MeantTime {
  const { i18n } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const typed = words.trim();
  const [text] = useDebouncedValue(typed, pauseMilliseconds);
  const language = languages.find((each) => each === i18n.language) ?? 'en';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // What "in 3 hours" means is another time the next time it is asked.
  const fresh = { gcTime: 0, staleTime: 0 };
  const { data } = useQuery(
    trpc.snoozes.read.queryOptions(
      { text, timeZone, language },
      { ...fresh, enabled: text !== '', placeholderData: keepPreviousData },
    ),
  );
  const settled = text === typed;
  return {
    at: text === '' || !settled ? null : (data ?? null),
    isUnknown: settled && text !== '' && data === null,
    ask: () => cache.fetchQuery(trpc.snoozes.read.queryOptions({ text: typed, timeZone, language }, fresh)),
  };
}
