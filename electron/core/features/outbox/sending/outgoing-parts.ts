import type { ReplyParts } from '../../../../shared/brand-safety.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { ChannelId } from '../../../../shared/ids.ts';
import type { SendReply } from '../../../../shared/outbox.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { listAnswered } from '../writing/answered.ts';
import { maximumSizeOf } from '../limits.ts';
import { listAttachments } from '../queries.ts';
import { findQuotable } from '../writing/quote-queries.ts';
import { referencesOf } from '../writing/threading.ts';

export const filesOf = (store: ClientStore, { conversationId, attachmentIds }: SendReply) =>
  listAttachments(store, conversationId).filter(({ id }) => attachmentIds.includes(id));

/** What of a reply could speak of another client. */
export const partsOf = (store: ClientStore, reply: SendReply): ReplyParts => ({
  clientId: store.clientId,
  conversationId: reply.conversationId,
  text: reply.text,
  subject: reply.subject,
  recipients: [...reply.recipients.to, ...reply.recipients.cc, ...reply.recipients.bcc].map(
    ({ address }) => address,
  ),
  attachments: filesOf(store, reply).map(({ name }) => name),
});

/** An answer refers to what it answers, a forward to what it hands on. */
export function referencesFor(store: ClientStore, { kind, conversationId, manner }: SendReply) {
  const answered = listAnswered(store, conversationId);
  if (kind === 'reply') return referencesOf(answered);
  const handedOn = findQuotable(store, { conversationId, ids: manner.forwarded });
  const ids = new Set(handedOn.map((row) => row.internet_message_id));
  const { references } = referencesOf(answered.filter((message) => ids.has(message.internetMessageId)));
  return { inReplyTo: null, references };
}

/** @throws LiaisonError `message-too-large` with the server's own limit: it would refuse it */
export function mustFit(
  store: ClientStore,
  bytes: Uint8Array,
  { channelId, now }: { channelId: ChannelId; now: number },
): void {
  const limit = maximumSizeOf(store, { channelId, now });
  if (limit !== null && bytes.byteLength > limit)
    throw new LiaisonError('message-too-large', { detail: { limit, size: bytes.byteLength } });
}

export function attachmentsOf(store: ClientStore, reply: SendReply) {
  const kept = new Map(listAttachments(store, reply.conversationId).map((file) => [file.id, file]));
  return reply.attachmentIds.map((id) => {
    const file = kept.get(id);
    if (!file) throw new LiaisonError('wrong-client', { detail: { what: 'attachment' } });
    return { name: file.name, type: file.type, bytes: store.files.read(file.file) };
  });
}
