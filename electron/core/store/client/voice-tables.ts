import type { Generated } from 'kysely';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { GuideState, GuideStepKind } from '../../../shared/voice-guides.ts';
import type { Flag, Json } from './column-types.ts';

/** Of `client.db`: how a client sounds, and how what was sent sounded. Times are UTC epoch milliseconds. */
export interface VoiceTables {
  voice_guides: {
    version: number;
    briefing: Json;
    rules: Json;
    checklist: Json;
    errors_block_sending: Flag;
    created_at: number;
    operator_id: OperatorId | null;
    /** `GuideConfig` */
    config: Generated<Json>;
    /** Array of `GuideLine` */
    lines: Generated<Json>;
    four_eyes: Generated<Flag>;
    state: Generated<GuideState>;
  };
  /** Who did what to a version of the guide, in order. */
  voice_guide_steps: {
    seq: Generated<number>;
    version: number;
    step: GuideStepKind;
    comment: string;
    at: number;
    operator_id: OperatorId | null;
  };
  /** How a reply stood to the guide when it was sent. */
  voice_scores: {
    /** Without angle brackets. */
    internet_message_id: string;
    conversation_id: ConversationId;
    operator_id: OperatorId;
    guide_version: number;
    words: number;
    /** Findings that were left standing. */
    issues: number;
    /** Array of `{ check, count }` of those. */
    checks: Json;
    /** Array of `{ check, match, reason }`: findings that were set aside for this once. */
    ignored: Json;
    overridden: Flag;
    at: number;
  };
}
