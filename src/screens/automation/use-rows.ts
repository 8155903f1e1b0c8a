import { useState } from 'react';
import { rowOf, withIds, type Row } from './list-edits.ts';

interface Saving {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  reset(): void;
}

interface Rows<Draft extends { readonly id: string | null }> {
  readonly rows: readonly Row<Draft>[];
  /** As they stand here. */
  readonly isSaved: boolean;
  change(rows: readonly Row<Draft>[]): void;
  /** `send` gives the drafts with their ids, in the same order; why it failed is in what `saving` knows. */
  save(send: (drafts: Draft[]) => Promise<readonly Pick<Draft, 'id'>[]>): void;
}

/**
 * A list that is edited and saved as a whole. What is typed while it is being saved stays, as it does when the list that it
 * began with comes anew: of what was saved only the ids are taken over.
 */
export function useRows<Draft extends { readonly id: string | null }>(
  initial: readonly Draft[],
  saving: Saving,
): Rows<Draft> {
  const [rows, setRows] = useState<readonly Row<Draft>[]>(() => initial.map((draft) => rowOf(draft)));
  const [isChanged, setChanged] = useState(false);
  return {
    rows,
    isSaved: saving.isSuccess && !isChanged,
    change(next) {
      // What is on its way still may fail, and has to say so.
      if (!saving.isPending) saving.reset();
      setChanged(true);
      setRows(next);
    },
    save(send) {
      setChanged(false);
      void send(rows.map(({ draft }) => draft)).then(
        (kept) => setRows((now) => withIds(now, { sent: rows, kept })),
        () => undefined,
      );
    },
  };
}
