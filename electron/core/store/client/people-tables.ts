import type { Generated } from 'kysely';
import type { ConversationId, MessageId, OperatorId } from '../../../shared/ids.ts';
import type { PeopleRules } from '../../../shared/people.ts';
import type { Flag } from './column-types.ts';

/** Of `client.db`: who answers for this client, who was named and who follows. Times are UTC epoch milliseconds. */
export interface PeopleTables {
  people_rules: {
    one: 1;
    certified_only: Flag;
    assigning: PeopleRules['assigning'];
    capacity: number;
    when_away: PeopleRules['whenAway'];
  };
  capacities: { operator_id: OperatorId; capacity: number };
  certifications: {
    seq: Generated<number>;
    operator_id: OperatorId;
    granted_at: number;
    granted_by: OperatorId | null;
    ended_at: number | null;
    ended_by: OperatorId | null;
  };
  /** Whose turn came last: the greater, the later. */
  assignment_turns: { operator_id: OperatorId; turn: number };
  mentions: { operator_id: OperatorId; message_id: MessageId; at: number; seen_at: number | null };
  followers: { operator_id: OperatorId; conversation_id: ConversationId; since: number };
}
