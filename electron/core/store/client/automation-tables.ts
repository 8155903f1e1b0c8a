import type { BatchState } from '../../../shared/action-words.ts';
import type { RuleMode } from '../../../shared/automation-words.ts';
import type { FieldKind } from '../../../shared/field-words.ts';
import type { PlainStatus } from '../../../shared/conversations.ts';
import type {
  BatchId,
  ConversationId,
  FieldId,
  MacroId,
  OperatorId,
  RuleId,
  StatusId,
} from '../../../shared/ids.ts';
import type { ServiceLevels } from '../../../shared/service-levels.ts';
import type { SavedViewColumns } from '../saved-view-columns.ts';
import type { Flag, Json } from './column-types.ts';

export interface AutomationTables {
  /** A client's own names for statuses, each within a category; a retired one is offered no more. */
  statuses: {
    id: StatusId;
    category: PlainStatus;
    name: string;
    position: number;
    retired: Flag;
  };
  fields: {
    id: FieldId;
    name: string;
    kind: FieldKind;
    /** Array of texts. */
    choices: Json;
    required: Flag;
    position: number;
    removed: Flag;
  };
  /** Canonical texts (`shared/field-values.ts`); an empty field has no row. */
  field_values: { conversation_id: ConversationId; field_id: FieldId; value: string };
  /** The views of this client alone; those over several clients are the workspace's. */
  saved_views: SavedViewColumns;
  /** Of each conversation the promise that falls due first: a cache. */
  dues: { conversation_id: ConversationId; kind: keyof ServiceLevels; due_at: number; warn_at: number };
  stale_dues: { conversation_id: ConversationId };
  /** Which versions of promises and calendars `dues` was worked out by. */
  dues_basis: { one: 1; basis: string };
  macros: { id: MacroId; name: string; actions: Json; position: number };
  rules: {
    id: RuleId;
    name: string;
    enabled: Flag;
    trigger_when: Json;
    condition: Json;
    actions: Json;
    position: number;
    /** Epoch milliseconds: what happened before is none of its business. */
    since: number;
  };
  /** `seen`: the number of the newest event that the rules have looked at. */
  rule_settings: { one: 1; mode: RuleMode; seen: number };
  /** What a rule did at one occasion: `stamp` names the event or the deadline, so that it never acts on it twice. */
  rule_runs: {
    rule_id: RuleId;
    conversation_id: ConversationId;
    stamp: string;
    at: number;
    outcome: 'done' | 'unfit' | 'failed';
    error: Json | null;
  };
  /** Without an operator: for everybody who works for the client. */
  rule_notices: {
    id: string;
    operator_id: OperatorId | null;
    conversation_id: ConversationId;
    text: string;
    at: number;
  };
  rule_notices_seen: { notice_id: string; operator_id: OperatorId };
  batches: {
    id: BatchId;
    operator_id: OperatorId;
    actions: Json;
    state: BatchState;
    total: number;
    at: number;
  };
  batch_items: {
    batch_id: BatchId;
    position: number;
    conversation_id: ConversationId;
    state: 'waiting' | 'done' | 'same' | 'refused' | 'undone' | 'kept';
    error: Json | null;
    /** Ids of the events it made, in order: what is taken back. */
    facts: Json;
  };
}
