import type { ChannelKind, Identity } from '../../../../shared/channels.ts';
import type { ErrorShape } from '../../../../shared/errors.ts';
import type { ChannelId, ConversationId, OutboxId } from '../../../../shared/ids.ts';
import type { Recipients } from '../../../../shared/outbox.ts';
import type { Outgoing } from '../../../connectors/contract.ts';
import { errorOf, type OutboxRow } from '../queries.ts';

/** An item as the lane sees it. Times are UTC epoch milliseconds. */
export interface OpenItem {
  readonly id: OutboxId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly kind: ChannelKind;
  readonly task: 'deliver' | 'held' | 'look' | 'file' | 'none';
  readonly notBefore: number;
  /** It waits for an hour on the wall, not for a length of time. */
  readonly byWall: boolean;
  /** It has waited: before it leaves, the channel's mail must have been seen whole. */
  readonly late: boolean;
  /** Names this wait: a new one begins whenever it changes. */
  readonly turn: string;
  readonly error: ErrorShape | null;
}

export function openItemOf(
  row: OutboxRow,
  { kind, task, late }: Pick<OpenItem, 'kind' | 'task' | 'late'>,
): OpenItem {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    channelId: row.channel_id,
    kind,
    task,
    late,
    byWall: task === 'deliver' && row.send_at !== null && row.attempts === 0,
    notBefore: task === 'file' ? row.filing_not_before : row.not_before,
    turn: [row.id, row.state, row.attempts, row.looks, row.filing_attempts, row.not_before].join(' '),
    error: errorOf(row),
  };
}

/** What a connector is given of a reply. */
export function outgoingOf(row: OutboxRow, bytes: Uint8Array): Outgoing {
  const identity = JSON.parse(row.identity) as Identity;
  const { to, cc, bcc } = JSON.parse(row.recipients) as Recipients;
  return {
    from: identity.address,
    to: [...to, ...cc, ...bcc].map((recipient) => recipient.address),
    bytes,
    internetMessageId: row.internet_message_id,
  };
}
