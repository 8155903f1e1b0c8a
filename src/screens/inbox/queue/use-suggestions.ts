import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import {
  replaceWord,
  searchOperators,
  wordAt,
  type TypedWord,
} from '../../../../electron/shared/search-words.ts';
import { useSession } from '../../../app/session.tsx';
import { todayIn } from '../../../i18n/today-in.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { askedOf, offersOf, type Offer } from './suggestion-rules.ts';

/** One line of what is offered. */
export interface Suggestion {
  readonly key: string;
  /** What stands in the field once it is taken. */
  readonly text: string;
  readonly caret: number;
  /** As it would be written. */
  readonly shown: string;
  /** What it means, in words. */
  readonly hint: string;
  /** Whose it is, where one searches in several clients. */
  readonly clientId: ClientId | null;
}

interface Typing {
  readonly clientId: ClientId | null;
  readonly text: string;
  readonly caret: number;
  /** Whether somebody is typing there. */
  readonly enabled: boolean;
}

const typingMilliseconds = 100;
/** Every operator at once. */
const mostShown = searchOperators.length;

/** Operators, then values of the clients that are searched; where nothing is typed yet, this operator's last searches first. */
export function useSuggestions({ clientId, text, caret, enabled }: Typing): readonly Suggestion[] {
  const { t } = useTranslation('inbox');
  const { clientOf } = useSession();
  const now = useNow();
  const word = wordAt(text, caret);
  const values = useValues({ clientId, word, enabled });
  const recent = useRecent({ clientId, enabled: enabled && text.trim() === '' });
  if (!enabled) return [];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = (clientId && clientOf(clientId)?.timeZone) ?? here;
  const offer = (offered: Offer, about: { hint: string; clientId: ClientId | null }): Suggestion => {
    const shown = `${word.not ? '-' : ''}${offered.operator}:${offered.value ?? ''}`;
    const done = replaceWord(text, { word, by: offered });
    return { ...done, ...about, shown, key: `${shown} ${about.clientId ?? ''}` };
  };
  const own = offersOf(word, todayIn(zone, now)).map((each) =>
    offer(each, {
      hint: each.value === null ? t(`search.operators.${each.operator}`) : hintOf(each),
      clientId: null,
    }),
  );
  const theirs = values
    .filter(({ value }) => value.toLowerCase() !== word.text.toLowerCase() || word.operator === null)
    .map(({ operator, value, label, clientId: whose }) =>
      offer({ operator, value }, { hint: label, clientId: clientId === null ? whose : null }),
    );
  const before = recent.map((each) => ({
    key: `recent ${each.clientId} ${each.text}`,
    text: each.text,
    caret: each.text.length,
    shown: each.text,
    hint: t('search.recent'),
    clientId: clientId === null ? each.clientId : null,
  }));
  return [...before, ...own, ...theirs].slice(0, mostShown + before.length);

  function hintOf({ operator, value }: Offer): string {
    if (operator === 'assignee' && (value === 'me' || value === 'none'))
      return t(`search.assignees.${value}`);
    return operator === 'status' ? t(`search.operators.status`) : '';
  }
}

function useValues({
  clientId,
  word,
  enabled,
}: {
  clientId: ClientId | null;
  word: TypedWord;
  enabled: boolean;
}) {
  const trpc = useTRPC();
  const asked = askedOf(word);
  const typed = asked?.text ?? '';
  const field = asked?.operator ?? null;
  // The same object for the same question: every other one is waited for anew, and drawn anew after that.
  const question = useMemo(() => ({ operator: field, text: typed }), [field, typed]);
  const [{ operator, text }] = useDebouncedValue(question, typingMilliseconds);
  const { data } = useQuery(
    trpc.searchSuggestions.values.queryOptions(
      { clientId, operator, text },
      {
        enabled: enabled && asked !== null,
        placeholderData: keepPreviousData,
        staleTime: 30_000,
        gcTime: 60_000,
      },
    ),
  );
  return asked === null ? [] : (data ?? []);
}

function useRecent({ clientId, enabled }: { clientId: ClientId | null; enabled: boolean }) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.searchSuggestions.recent.queryOptions({ clientId }, { enabled, staleTime: 0, gcTime: 60_000 }),
  );
  return enabled ? (data ?? []) : [];
}
