import { useMemo, useState } from 'react';
import type { QueueRow } from '../../../../electron/shared/conversations.ts';
import type { ConversationId } from '../../../../electron/shared/ids.ts';

export interface Ticked {
  readonly rows: readonly QueueRow[];
  has(id: ConversationId): boolean;
  toggle(id: ConversationId): void;
  clear(): void;
}

/** Rows chosen for an action on all of them; what leaves the list is no longer chosen. */
export function useTicked(rows: readonly QueueRow[]): Ticked {
  const [ids, setIds] = useState<ReadonlySet<ConversationId>>(new Set());
  const chosen = useMemo(() => rows.filter((row) => ids.has(row.id)), [rows, ids]);
  return {
    rows: chosen,
    has: (id) => ids.has(id),
    toggle: (id) => setIds((before) => (before.has(id) ? without(before, id) : new Set([...before, id]))),
    clear: () => setIds(new Set()),
  };
}

const without = (ids: ReadonlySet<ConversationId>, id: ConversationId) =>
  new Set([...ids].filter((each) => each !== id));
