import type { ChannelId, OperatorId, SignatureId } from '../../../shared/ids.ts';
import type { QuoteMode } from '../../../shared/composing.ts';
import type { Generated } from 'kysely';

/** How messages are composed and what servers make of them. Times are UTC epoch milliseconds. */
export interface ComposingTables {
  sending: { one: 1; undo_seconds: number; quote: Generated<QuoteMode> };
  /** Messages of ours that went to somebody else than the customer: no answer. */
  forwards: { message_seq: number };
  signatures: {
    id: SignatureId;
    /** Null, here and in the next two: whoever, whichever. */
    operator_id: OperatorId | null;
    address: string | null;
    channel_id: ChannelId | null;
    text: string;
    saved_by: OperatorId;
    saved_at: number;
  };
  /** What the submission server last announced; null: it announced no limit. */
  server_limits: { channel_id: ChannelId; maximum_size: number | null; learned_at: number };
  /** In lower case, with the server's own words. */
  refused_senders: { channel_id: ChannelId; address: string; reply: string; refused_at: number };
}
