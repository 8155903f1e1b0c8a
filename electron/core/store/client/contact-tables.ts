import type { Generated } from 'kysely';
import type {
  ContactFieldId,
  ContactId,
  ContactMergeId,
  ContactNoteId,
  OperatorId,
} from '../../../shared/ids.ts';
import type { Json } from './column-types.ts';

/** What is known of customers beyond their mail. Rows stay with the contact they were written for when it is merged. */
export interface ContactTables {
  contact_merges: {
    id: ContactMergeId;
    from_id: ContactId;
    into_id: ContactId;
    operator_id: OperatorId | null;
    merged_at: number;
    undone_by: OperatorId | null;
    /** Null while the edge holds. */
    undone_at: number | null;
  };
  /** "Not the same person": the smaller id first. */
  contacts_kept_apart: {
    one_id: ContactId;
    other_id: ContactId;
    operator_id: OperatorId | null;
    decided_at: number;
  };
  contact_time_zones: { contact_id: ContactId; time_zone: string };
  contact_phones: { contact_id: ContactId; number: string; last_digits: string };
  contact_notes: {
    id: ContactNoteId;
    contact_id: ContactId;
    text: string;
    operator_id: OperatorId | null;
    written_at: number;
    removed_at: Generated<number | null>;
  };
  contact_fields: {
    id: ContactFieldId;
    name: string;
    position: number;
    removed_at: Generated<number | null>;
  };
  contact_field_values: { contact_id: ContactId; field_id: ContactFieldId; value: string };
  /** Append-only: who changed what of a contact. */
  contact_changes: {
    seq: Generated<number>;
    contact_id: ContactId;
    at: number;
    operator_id: OperatorId | null;
    /** `ContactChange` */
    data: Json;
  };
  recent_searches: { operator_id: OperatorId; text: string; searched_at: number };
}
