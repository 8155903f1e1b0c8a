import type { Generated } from 'kysely';
import type { CorrectionKind } from '../../../shared/corrections.ts';
import type { ConversationId, CorrectionId, OperatorId } from '../../../shared/ids.ts';
import type { Json } from './column-types.ts';

/** Corrections of what belongs together. Times are UTC epoch milliseconds. */
export interface CorrectionTables {
  corrections: {
    seq: Generated<number>;
    id: CorrectionId;
    kind: CorrectionKind;
    /** `ConversationId[]`: of a merge those that are no more. */
    from_ids: Json;
    into_id: ConversationId;
    operator_id: OperatorId | null;
    at: number;
    /** `RowChange[]` */
    changes: Json;
    /** Of everything it touched, as it stood right after. */
    digest: string;
    undone_at: number | null;
    undone_by: OperatorId | null;
  };
  /** Every conversation that a correction touched. */
  correction_parts: { correction_seq: number; part_id: ConversationId };
  /** Where to find what stood in a conversation that is no more. */
  merged_conversations: { id: ConversationId; into_id: ConversationId };
}
