import { useState } from 'react';
import { rowOf, takenOut, withIds, type Row } from './list-edits.ts';

interface Saving {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  reset(): void;
}

export interface Edited<Draft> {
  /** In their order. */
  readonly drafts: readonly Draft[];
  /** Those with an id that were taken out of the list. */
  readonly removed: readonly Draft[];
}

interface Rows<Draft extends { readonly id: string | null }> extends Pick<Edited<Draft>, 'removed'> {
  readonly rows: readonly Row<Draft>[];
  /** As they stand here. */
  readonly isSaved: boolean;
  change(rows: readonly Row<Draft>[]): void;
  /** `send` gives the drafts with their ids, in the same order; why it failed is in what `saving` knows. */
  save(send: (edited: Edited<Draft>) => Promise<readonly Pick<Draft, 'id'>[]>): void;
}

/**
 * A list that is edited and saved as a whole. What is typed while it is being saved stays, as it does when the list that it
 * began with comes anew: of what was saved only the ids are taken over. What was taken out is said: what is not in the list
 * may as well be a colleague's.
 */
export function useRows<Draft extends { readonly id: string | null }>(
  initial: readonly Draft[],
  saving: Saving,
): Rows<Draft> {
  const [rows, setRows] = useState<readonly Row<Draft>[]>(() => initial.map((draft) => rowOf(draft)));
  const [out, setOut] = useState<readonly Row<Draft>[]>([]);
  const [isChanged, setChanged] = useState(false);
  const removed = out.map(({ draft }) => draft).filter(({ id }) => id !== null);
  return {
    rows,
    removed,
    isSaved: saving.isSuccess && !isChanged,
    change(next) {
      // What is on its way still may fail, and has to say so.
      if (!saving.isPending) saving.reset();
      setChanged(true);
      setOut([...out, ...takenOut(rows, next)]);
      setRows(next);
    },
    save(send) {
      setChanged(false);
      void send({ drafts: rows.map(({ draft }) => draft), removed }).then(
        (kept) => {
          setRows((now) => withIds(now, { sent: rows, kept }));
          setOut((now) => withIds(takenOut(now, out), { sent: rows, kept }));
        },
        () => undefined,
      );
    },
  };
}
