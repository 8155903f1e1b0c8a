import type { Identity } from '../../../../shared/channels.ts';
import type { OutboxItem, Recipients } from '../../../../shared/outbox.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Conversations, SentReply } from '../../conversations/service.ts';
import { attachmentIdsOf } from '../writing/drafts.ts';
import { bodyOf } from '../writing/quote-rules.ts';
import type { Pace } from '../../../../shared/outbox-pace.ts';
import { bytesOf, listAttachments, saveFiling, type OutboxRow } from '../queries.ts';

interface Keeping {
  readonly store: ClientStore;
  readonly conversations: Pick<Conversations, 'recordSent'>;
  readonly clock: Clock;
  readonly pace: Pace;
}

/** What belongs to becoming sent, inside the caller's transaction: the message is kept and its copy is to be filed. */
export function recordSentReply(keeping: Keeping, row: OutboxRow, filing: OutboxItem['filing']): void {
  const { store, conversations, clock, pace } = keeping;
  conversations.recordSent(store, sentReplyOf(store, row));
  saveFiling(store, row.id, { filing, attempts: 0, notBefore: clock.now() + pace.beforeFiling });
}

function sentReplyOf(store: ClientStore, row: OutboxRow): SentReply {
  const { to, cc } = JSON.parse(row.recipients) as Recipients;
  const files = new Map(listAttachments(store, row.conversation_id).map((file) => [file.id, file]));
  const inOrder = attachmentIdsOf(row).flatMap((id) => files.get(id) ?? []);
  return {
    conversationId: row.conversation_id,
    channelId: row.channel_id,
    operatorId: row.operator_id,
    internetMessageId: row.internet_message_id,
    from: JSON.parse(row.identity) as Identity,
    to,
    cc,
    subject: row.subject,
    bytes: bytesOf(store, row.id),
    sha256: row.sha256,
    ...wordsOf(row),
    forwarded: row.kind === 'forward',
    attachments: inOrder.map(({ name, type, size }, part) => ({
      part,
      name,
      type,
      size,
      contentId: null,
      inline: false,
    })),
    templateId: row.template_id,
    thenStatus: row.then_status,
    thenStatusId: row.then_status_id,
  };
}

/** What stands as the message's own and what as quoted; one that would be left without words keeps all of them. */
function wordsOf({ text, signature, quote }: OutboxRow): { text: string; quotedText: string } {
  const own = bodyOf({ text, signature, quote: '' });
  return own.trim() === '' ? { text: quote, quotedText: '' } : { text: own, quotedText: quote };
}
