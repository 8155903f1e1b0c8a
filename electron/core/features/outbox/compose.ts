import { LiaisonError } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Composer, Recipients } from '../../../shared/outbox.ts';
import type { Channel } from '../../../shared/channels.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Channels } from '../channels/service.ts';
import type { Voice } from '../voice/service.ts';
import { listAnswered } from './answered.ts';
import { findDraft, firstFreeRevision, presentDraft } from './drafts.ts';
import type { Pace } from '../../../shared/outbox-pace.ts';
import { findContact, findConversation, listAttachments } from './queries.ts';
import { identityFor, replyRecipients, replySubject, type AnsweredMessage } from './threading.ts';

/** The conversation and its channel, both from this client's own store. @throws LiaisonError `wrong-client` */
export function boundTo(
  store: ClientStore,
  channels: Pick<Channels, 'list'>,
  conversationId: ConversationId,
) {
  const conversation = findConversation(store, conversationId);
  if (!conversation) throw new LiaisonError('wrong-client', { detail: { what: 'conversation' } });
  const channel: Channel | undefined = channels.list(store).find((one) => one.id === conversation.channel_id);
  if (!channel || channel.clientId !== store.clientId)
    throw new LiaisonError('wrong-client', { detail: { what: 'channel' } });
  return { conversation, channel };
}

/** Says without a word what a composer was opened for; it can't be made without this client's key. */
export const bindingOf = (
  store: ClientStore,
  conversation: { id: string; channel_id: string; contact_id: string },
): string =>
  store.seal.mark(`composer ${conversation.id} ${conversation.channel_id} ${conversation.contact_id}`);

type Bound = Pick<ReturnType<typeof boundTo>, 'conversation' | 'channel'>;

/** Everybody who was addressed in what is answered; the customer, where nothing was said yet. */
export const derivedRecipients = (store: ClientStore, bound: Bound): Recipients =>
  recipientsOf(store, bound, answeredMessage(store, bound.conversation.id));

function recipientsOf(
  store: ClientStore,
  { conversation, channel }: Bound,
  answered: AnsweredMessage | undefined,
): Recipients {
  if (answered) return replyRecipients(channel.identities, answered);
  const contact = findContact(store, conversation.contact_id);
  return { to: contact ? [contact] : [], cc: [], bcc: [] };
}

function answeredMessage(store: ClientStore, conversationId: ConversationId): AnsweredMessage | undefined {
  const answered = listAnswered(store, conversationId);
  return answered.findLast((message) => message.kind === 'inbound') ?? answered.at(-1);
}

/** What a composer opens with: the alias that the customer wrote to, everybody who was addressed, one `Re:`. */
export function composerOf(
  options: { store: ClientStore; channels: Pick<Channels, 'list'>; voice: Pick<Voice, 'guide'>; pace: Pace },
  conversationId: ConversationId,
): Composer {
  const { store, channels, voice, pace } = options;
  const { conversation, channel } = boundTo(store, channels, conversationId);
  const last = answeredMessage(store, conversationId);
  const identity = identityFor(channel.identities, last);
  if (!identity) throw new LiaisonError('internal', { detail: { what: 'identity' } });
  const kept = findDraft(store, conversationId);
  const draft = kept ? presentDraft(kept) : null;
  return {
    clientId: store.clientId,
    conversationId,
    channelId: channel.id,
    binding: bindingOf(store, conversation),
    identities: channel.identities,
    identity,
    recipients: recipientsOf(store, { conversation, channel }, last),
    subject: last ? replySubject(conversation.subject) : conversation.subject,
    draft,
    attachments: listAttachments(store, conversationId)
      .filter(({ id }) => draft?.attachmentIds.includes(id))
      .map(({ id, name, size }) => ({ id, name, size })),
    revision: draft?.revision ?? firstFreeRevision(store, conversationId),
    checklist: voice.guide(store).checklist,
    undoSeconds: Math.round(pace.undo / 1000),
    canSend: channel.manifest.canSend,
  };
}
