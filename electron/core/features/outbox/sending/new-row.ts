import { LiaisonError } from '../../../../shared/errors.ts';
import type { Identity } from '../../../../shared/channels.ts';
import type { OperatorId, OutboxId } from '../../../../shared/ids.ts';
import type { Pace } from '../../../../shared/outbox-pace.ts';
import type { Recipients, SendReply } from '../../../../shared/outbox.ts';
import type { NewOutboxRow } from '../queries.ts';

/** A slip of the hand beyond: nobody plans a reply further ahead than a year. */
const longestAhead = 366 * 86_400_000;

/**
 * Epoch milliseconds. However soon, there is always the time to take it back.
 *
 * @throws LiaisonError `invalid-input` for a time that has passed or is further off than a year
 */
export function leavesAt({ sendAt }: SendReply, { now, pace }: { now: number; pace: Pace }): number {
  if (sendAt === null) return now + pace.undo;
  const wanted = Date.parse(sendAt);
  if (wanted <= now || wanted > now + longestAhead)
    throw new LiaisonError('invalid-input', { detail: { path: 'sendAt' } });
  return Math.max(now + pace.undo, wanted);
}

/** What the checks before it made of a message. */
export interface Checked {
  readonly identity: Identity;
  readonly recipients: Recipients;
  readonly below: { readonly signature: string; readonly quote: string };
  readonly filesCopy: boolean;
}

interface RowParts {
  readonly id: OutboxId;
  readonly reply: SendReply;
  readonly operatorId: OperatorId;
  readonly checked: Checked;
  readonly internetMessageId: string;
  readonly rendered: { readonly bytes: Uint8Array; readonly sha256: string };
  readonly now: number;
  readonly pace: Pace;
}

export const newRow = ({ reply, checked, rendered, now, ...parts }: RowParts): NewOutboxRow => ({
  id: parts.id,
  conversation_id: reply.conversationId,
  channel_id: reply.channelId,
  operator_id: parts.operatorId,
  kind: reply.kind,
  draft_revision: reply.revision,
  identity: JSON.stringify(checked.identity),
  recipients: JSON.stringify(checked.recipients),
  subject: reply.subject,
  text: reply.text,
  template_id: reply.templateId,
  attachment_ids: JSON.stringify(reply.attachmentIds),
  manner: JSON.stringify(reply.manner),
  ...checked.below,
  then_status: reply.thenStatus,
  then_status_id: reply.thenStatusId,
  internet_message_id: parts.internetMessageId,
  bytes: rendered.bytes,
  sha256: rendered.sha256,
  state: 'queued',
  phase: null,
  attempts: 0,
  send_at: reply.sendAt === null ? null : Date.parse(reply.sendAt),
  not_before: leavesAt(reply, { now, pace: parts.pace }),
  error: null,
  filing: checked.filesCopy ? 'waiting' : 'not-needed',
  filing_attempts: 0,
  filing_not_before: 0,
  created_at: now,
});
