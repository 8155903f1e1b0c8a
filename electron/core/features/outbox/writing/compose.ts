import { LiaisonError } from '../../../../shared/errors.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { Composer, Recipients } from '../../../../shared/outbox.ts';
import type { Channel } from '../../../../shared/channels.ts';
import type { OutgoingKind } from '../../../../shared/composing.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Channels } from '../../channels/service.ts';
import { mustNotBeMerged } from '../../conversations/service.ts';
import type { Voice } from '../../voice/service.ts';
import { listAnswered } from './answered.ts';
import { findDraft, firstFreeRevision, presentDraft } from './drafts.ts';
import { withKeptCopy } from './kept-copy.ts';
import { maximumSizeOf, refusedSendersOf } from '../limits.ts';
import type { Pace } from '../../../../shared/outbox-pace.ts';
import { findContact, findConversation, listAttachments } from '../queries.ts';
import { presentFile } from './outgoing-files.ts';
import { quoteModeOf } from '../sending-queries.ts';
import { identityFor, replyRecipients, replySubject, type AnsweredMessage } from './threading.ts';

/**
 * The conversation and its channel, both from this client's own store.
 *
 * @throws LiaisonError `wrong-client`; `conversation-merged` where it became part of another one
 */
export function boundTo(
  store: ClientStore,
  channels: Pick<Channels, 'list'>,
  conversationId: ConversationId,
) {
  const conversation = findConversation(store, conversationId);
  if (!conversation) {
    mustNotBeMerged(store, conversationId);
    throw new LiaisonError('wrong-client', { detail: { what: 'conversation' } });
  }
  const channel: Channel | undefined = channels.list(store).find((one) => one.id === conversation.channel_id);
  if (!channel || channel.clientId !== store.clientId)
    throw new LiaisonError('wrong-client', { detail: { what: 'channel' } });
  return { conversation, channel };
}

/**
 * Says without a word what a composer was opened for; it can't be made without this client's key. The contact who wrote
 * stays the same when it is found to be somebody known by another name.
 */
export const bindingOf = (
  store: ClientStore,
  { id, channel_id: channelId, contact_id: contactId, origin_id: originId }: Bound['conversation'],
): string => store.seal.mark(`composer ${id} ${channelId} ${originId ?? contactId}`);

const noRecipients: Recipients = { to: [], cc: [], bcc: [] };

export type Bound = Pick<ReturnType<typeof boundTo>, 'conversation' | 'channel'>;

/** Everybody who was addressed in what is answered; the customer, where nothing was said yet. */
export const derivedRecipients = (store: ClientStore, bound: Bound): Recipients =>
  recipientsOf(store, bound, answeredMessage(store, bound.conversation.id));

function recipientsOf(
  store: ClientStore,
  { conversation, channel }: Bound,
  answered: AnsweredMessage | undefined,
): Recipients {
  const { identities } = channel;
  if (answered)
    return replyRecipients(identities, withKeptCopy(store, { answered, conversation, identities }));
  const contact = findContact(store, conversation.origin_id ?? conversation.contact_id);
  return { to: contact ? [contact] : [], cc: [], bcc: [] };
}

export function answeredMessage(
  store: ClientStore,
  conversationId: ConversationId,
): AnsweredMessage | undefined {
  const answered = listAnswered(store, conversationId);
  return answered.findLast((message) => message.kind === 'inbound') ?? answered.at(-1);
}

interface ComposeOptions {
  readonly store: ClientStore;
  readonly channels: Pick<Channels, 'list'>;
  readonly voice: Pick<Voice, 'guide'>;
  readonly pace: Pace;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What a composer opens with: the alias that the customer wrote to, everybody who was addressed, one `Re:`. A forward is
 * for whom its draft says, and for nobody else.
 *
 * @throws LiaisonError `not-found` for a forward that was not begun
 */
export function composerOf(
  { store, channels, voice, pace, now }: ComposeOptions,
  { conversationId, kind }: { conversationId: ConversationId; kind: OutgoingKind },
): Composer {
  const { conversation, channel } = boundTo(store, channels, conversationId);
  const last = answeredMessage(store, conversationId);
  const identity = identityFor(channel.identities, last);
  if (!identity) throw new LiaisonError('internal', { detail: { what: 'identity' } });
  const kept = findDraft(store, { conversationId, kind });
  if (!kept && kind === 'forward') throw new LiaisonError('not-found', { detail: { what: 'draft' } });
  const draft = kept ? presentDraft({ ...kept, kind }) : null;
  return {
    kind,
    clientId: store.clientId,
    conversationId,
    channelId: channel.id,
    binding: bindingOf(store, conversation),
    identities: channel.identities,
    identity,
    recipients: kind === 'forward' ? noRecipients : recipientsOf(store, { conversation, channel }, last),
    subject: last ? replySubject(conversation.subject) : conversation.subject,
    quote: quoteModeOf(store),
    draft,
    attachments: listAttachments(store, conversationId)
      .filter(({ id }) => draft?.attachmentIds.includes(id))
      .map(presentFile),
    revision: draft?.revision ?? firstFreeRevision(store, conversationId),
    checklist: voice.guide(store).checklist,
    undoSeconds: Math.round(pace.undo / 1000),
    maximumSize: maximumSizeOf(store, { channelId: channel.id, now }),
    refusedSenders: refusedSendersOf(store, channel.id),
    canSend: channel.manifest.canSend,
  };
}
