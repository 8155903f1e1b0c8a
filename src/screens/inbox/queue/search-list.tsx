import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { SearchHit } from '../../../../electron/shared/conversations.ts';
import { useSession } from '../../../app/session.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Empty } from '../../../components/empty/empty.tsx';
import { RowsSkeleton } from '../../../components/skeleton/rows-skeleton.tsx';
import { VirtualList } from '../../../components/virtual-list/virtual-list.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { InboxPlace } from '../inbox-place.ts';
import { useLineWords } from '../line-words.ts';
import classes from './queue-pane.module.css';
import { SearchRow } from './search-row.tsx';
import { useListCommands } from './use-list-commands.ts';
import { useListCursor } from './use-list-cursor.ts';
import { useSearch } from './use-search.ts';

const rowHeight = 76;
const keyOf = (hit: SearchHit) => hit.messageId;

interface SearchListProps {
  readonly place: InboxPlace;
  readonly text: string;
  readonly leave: () => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Newest first, with the words marked. From the field, arrow keys move and Enter opens; Escape leaves. */
export function SearchList({ place, text, leave, input }: SearchListProps) {
  const words = useLineWords();
  const { t, formats } = words;
  const { clientOf } = useSession();
  const search = useSearch({ clientId: place.clientId, text });
  const { show } = place;
  const remember = useRemember(text);
  const open = useCallback(
    (hit: SearchHit) => {
      show({ clientId: hit.clientId, conversationId: hit.conversationId });
      remember(hit);
    },
    [show, remember],
  );
  const cursor = useListCursor({ items: search.hits, keyOf, follow: null, open });
  const current = search.hits[cursor.index];
  const box = useRef<HTMLDivElement>(null);
  useListCommands({ box, move: cursor.move, open: () => current && open(current) });
  useFieldKeys(input, { onKeyDown: cursor.onKeyDown, leave });

  if (search.error && search.hits.length === 0)
    return <FailureNotice failure={failureOf(search.error)} retry={search.retry} fill />;
  if (search.isLoading) return <RowsSkeleton rows={6} height={rowHeight} />;
  if (text !== '' && search.hits.length === 0) {
    return <Empty icon="search" title={t('search.nothing')} advice={t('search.advice')} />;
  }
  const { counted } = search;
  const number = formats.number(counted?.count ?? 0);
  return (
    <>
      <p className={classes['note']} role="status">
        {counted &&
          (counted.countCapped
            ? t('search.moreThan', { number })
            : t('search.found', { count: counted.count, number }))}
      </p>
      <VirtualList
        label={t('search.results')}
        box={box}
        items={search.hits}
        keyOf={keyOf}
        rowHeight={rowHeight}
        cursor={cursor.index}
        isSelected={(hit) => hit.conversationId === place.open?.conversationId}
        onOpen={open}
        onKeyDown={cursor.onKeyDown}
        onEnd={search.more}
        render={(hit) => <SearchRow hit={hit} client={clientOf(hit.clientId)} words={words} />}
      />
    </>
  );
}

/** A search that led somewhere is offered again, by the client to whom it led. */
function useRemember(text: string): (hit: SearchHit) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { mutate } = useMutation(
    trpc.searchSuggestions.remember.mutationOptions({
      onSuccess: () => cache.invalidateQueries(trpc.searchSuggestions.recent.queryFilter()),
    }),
  );
  return useCallback(({ clientId }: SearchHit) => mutate({ clientId, text }), [mutate, text]);
}

/** Lets the field's own arrow keys move in the results below it. */
function useFieldKeys(
  input: RefObject<HTMLInputElement | null>,
  keys: { onKeyDown: ReturnType<typeof useListCursor>['onKeyDown']; leave: () => void },
): void {
  useEffect(() => {
    const field = input.current;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.key === 'Home' || event.key === 'End') return;
      if (event.key === 'Escape') keys.leave();
      else keys.onKeyDown(event);
    };
    field?.addEventListener('keydown', press);
    return () => field?.removeEventListener('keydown', press);
  });
}
