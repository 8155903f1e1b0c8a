import { useCallback, useEffect, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QueueRow as Row } from '../../../../electron/shared/conversations.ts';
import { useSession } from '../../../app/session.tsx';
import { VirtualList } from '../../../components/virtual-list/virtual-list.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useAheadOfHand } from '../conversation/use-ahead.ts';
import { isSame, rowRef, type InboxPlace } from '../inbox-place.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Missing, QueueState } from './queue-state.tsx';
import { QueueRow } from './queue-row.tsx';
import { useListCommands } from './use-list-commands.ts';
import { useListCursor } from './use-list-cursor.ts';
import { useTicked } from './use-ticked.ts';
import type { Queue } from './use-queue.ts';

const rowHeights = { cosy: 56, compact: 40 } as const;
const keyOf = (row: Row) => row.id;

interface QueueListProps {
  readonly place: InboxPlace;
  readonly queue: Queue;
}

/** Who waits, longest first; the keyboard moves in it, opens and ticks. */
export function QueueList({ place, queue }: QueueListProps) {
  const { t } = useTranslation('inbox');
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
  const point = useCallback((row: Row) => ahead(rowRef(row)), [ahead]);
  useEffect(() => {
    if (current) point(current);
  }, [current, point]);
  useListCommands({
    move: cursor.move,
    open: () => current && open(current),
    tick: () => current && ticked.toggle(current.id),
  });
  const compact = preferences.density === 'compact';
  return (
    <>
      <Missing clientIds={queue.missing} />
      {queue.rows.length === 0 ? (
        <QueueState place={place} queue={queue} />
      ) : (
        <VirtualList
          label={t('queue.name')}
          items={queue.rows}
          keyOf={keyOf}
          rowHeight={rowHeights[preferences.density]}
          cursor={cursor.index}
          isSelected={(row) => isSame(rowRef(row), place.open)}
          onOpen={open}
          onPoint={point}
          onKeyDown={cursor.onKeyDown}
          onEnd={queue.more}
          render={(row) => (
            <QueueRow
              row={row}
              client={clientOf(row.clientId)}
              assignee={row.assigneeId ? (names.get(row.assigneeId) ?? null) : null}
              ticked={ticked.has(row.id)}
              compact={compact}
            />
          )}
        />
      )}
      {ticked.rows.length > 0 && <BulkBar rows={ticked.rows} clear={ticked.clear} />}
    </>
  );
}
