import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { QueueRow as Row } from '../../../../electron/shared/conversations.ts';
import type { ConversationId, ViewId } from '../../../../electron/shared/ids.ts';
import type { ViewColumn } from '../../../../electron/shared/view-words.ts';
import { useSession } from '../../../app/session.tsx';
import { VirtualList } from '../../../components/virtual-list/virtual-list.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useAheadOfHand } from '../conversation/use-ahead.ts';
import { isSame, rowRef, type InboxPlace } from '../inbox-place.ts';
import { useLineWords } from '../line-words.ts';
import { Missing, QueueState } from './queue-state.tsx';
import { QueueRow } from './queue-row.tsx';
import { useListCommands } from './use-list-commands.ts';
import { useListCursor } from './use-list-cursor.ts';
import { useTicked } from './use-ticked.ts';
import type { Queue } from './use-queue.ts';

const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.tsx')).BulkBar }));

const rowHeights = { cosy: 56, compact: 40 } as const;
const keyOf = (row: Row) => row.id;

interface QueueListProps {
  readonly place: InboxPlace;
  readonly queue: Queue;
}

/** Who waits, longest first; the keyboard moves in it, opens and ticks. */
export function QueueList({ place, queue }: QueueListProps) {
  const trpc = useTRPC();
  const { preferences, clientOf } = useSession();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const names = useMemo(() => new Map(operators?.map((each) => [each.id, each.name])), [operators]);
  const { show } = place;
  const open = useCallback((row: Row) => show(rowRef(row)), [show]);
  const cursor = useListCursor({
    items: queue.rows,
    keyOf,
    follow: place.open?.conversationId ?? null,
    open,
  });
  const ticked = useTicked(queue.rows);
  const current = queue.rows[cursor.index];
  const ahead = useAheadOfHand();
  const box = useRef<HTMLDivElement>(null);
  const point = useCallback((row: Row) => ahead(rowRef(row)), [ahead]);
  useEffect(() => {
    if (current) point(current);
  }, [current, point]);
  useListCommands({
    box,
    move: cursor.move,
    open: () => current && open(current),
    tick: () => current && ticked.toggle(current.id),
    extend: () => current && ticked.extend(current.id),
    tickAll: ticked.tickAll,
  });
  const writers = useWriters(queue.rows.length > 0);
  const compact = preferences.density === 'compact';
  const columns = useColumns(place.saved);
  const words = useLineWords();
  return (
    <>
      {queue.missing.length > 0 && (
        // Its words are those of errors, which nobody waits for where there are none.
        <Suspense>
          <Missing clientIds={queue.missing} />
        </Suspense>
      )}
      {queue.rows.length === 0 ? (
        <QueueState place={place} queue={queue} />
      ) : (
        <VirtualList
          label={words.t('queue.name')}
          box={box}
          items={queue.rows}
          keyOf={keyOf}
          rowHeight={rowHeights[preferences.density]}
          cursor={cursor.index}
          isSelected={(row) => isSame(rowRef(row), place.open)}
          onOpen={open}
          onChoose={(row, how) => (how === 'range' ? ticked.extend(row.id) : ticked.toggle(row.id))}
          onPoint={point}
          onKeyDown={cursor.onKeyDown}
          onEnd={queue.more}
          render={(row) => (
            <QueueRow
              row={row}
              client={clientOf(row.clientId)}
              assignee={row.assigneeId ? (names.get(row.assigneeId) ?? null) : null}
              writer={writers.get(row.id)}
              ticked={ticked.has(row.id)}
              compact={compact}
              columns={columns}
              words={words}
            />
          )}
        />
      )}
      {ticked.rows.length > 0 && (
        <Suspense>
          <BulkBar
            place={place}
            ticked={ticked}
            hasOthers={queue.hasMore || ticked.rows.length < queue.rows.length}
          />
        </Suspense>
      )}
    </>
  );
}

/** Which colleague writes where just now: one question for the whole list, asked again when somebody begins or ends. */
function useWriters(enabled: boolean): ReadonlyMap<ConversationId, string> {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.claims.writing.queryOptions(undefined, { enabled }));
  return useMemo(() => new Map(data?.map((each) => [each.conversationId, each.name])), [data]);
}

/** What the lines of a saved view show; null: as every other list. */
function useColumns(saved: ViewId | null): readonly ViewColumn[] | null {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.views.list.queryOptions(undefined, { enabled: saved !== null }));
  return (saved && data?.find(({ id }) => id === saved)?.columns) ?? null;
}
