import type { OperatorId, ViewId } from '../../shared/ids.ts';
import type { ViewSort } from '../../shared/view-words.ts';

/** A saved view, in a client's store or, over several clients, in the workspace's. */
export interface SavedViewColumns {
  readonly id: ViewId;
  readonly name: string;
  readonly shared: 0 | 1;
  readonly operator_id: OperatorId;
  /** JSON array; null: all that whoever looks may read. */
  readonly client_ids: string | null;
  /** JSON `ViewFilter` */
  readonly filter: string;
  readonly sort: ViewSort;
  /** JSON array */
  readonly columns: string;
  readonly created_at: number;
}
