import { useMemo, useState } from 'react';
import type { QueueRow } from '../../../../electron/shared/conversations.ts';
import type { ConversationId } from '../../../../electron/shared/ids.ts';
import { between } from './range.ts';

export interface Ticked {
  readonly rows: readonly QueueRow[];
  /** All of the list, also what is not loaded yet. */
  readonly all: boolean;
  has(id: ConversationId): boolean;
  toggle(id: ConversationId): void;
  /** Everything from the row that was ticked last to this one. */
  extend(id: ConversationId): void;
  tickAll(): void;
  clear(): void;
}

const nobody: ReadonlySet<ConversationId> = new Set();

/** Rows chosen for an action on all of them; what leaves the list is no longer chosen. */
export function useTicked(rows: readonly QueueRow[]): Ticked {
  const [ids, setIds] = useState(nobody);
  const [all, setAll] = useState(false);
  const [anchor, setAnchor] = useState<ConversationId | null>(null);
  const chosen = useMemo(() => (all ? rows : rows.filter((row) => ids.has(row.id))), [rows, ids, all]);
  /** Taking one away from all of them leaves those that are loaded. */
  const before = () => (all ? new Set(rows.map(({ id }) => id)) : new Set(ids));
  return {
    rows: chosen,
    all,
    has: (id) => all || ids.has(id),
    toggle(id) {
      const next = before();
      if (!next.delete(id)) next.add(id);
      setIds(next);
      setAll(false);
      setAnchor(id);
    },
    extend(id) {
      const range = between(
        rows.map((row) => row.id),
        { from: anchor ?? id, to: id },
      );
      setIds(new Set([...before(), ...range]));
      setAll(false);
      setAnchor(id);
    },
    tickAll: () => setAll(true),
    clear() {
      setIds(nobody);
      setAll(false);
      setAnchor(null);
    },
  };
}
