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
import {
  addressedIdentity,
  replyRecipients,
  replySubject,
  senderFor,
  type AnsweredMessage,
} from './threading.ts';

/**
 * The conversation and the channel it is answered from, both from this client's own store.
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
  const ours = channels.list(store).filter(({ clientId }) => clientId === store.clientId);
  const own = ours.find(({ id }) => id === conversation.channel_id);
  if (!own) throw new LiaisonError('wrong-client', { detail: { what: 'channel' } });
  if (own.manifest.canSend) return { conversation, channel: own };
  return { conversation, channel: mailboxFor(ours, answeredMessage(store, conversationId)) ?? own };
}

/** Of an archive, which can't send: the mailbox answers that the mail was written to, or else the client's first. */
function mailboxFor(ours: readonly Channel[], last: AnsweredMessage | undefined): Channel | undefined {
  const able = ours.filter(({ manifest }) => manifest.canSend);
  return able.find(({ identities }) => addressedIdentity(identities, last)) ?? able[0];
}

/**
 * Says without a word what a composer was opened for; it can't be made without this client's key. The contact who wrote
 * stays the same when it is found to be somebody known by another name.
 */
export const bindingOf = (
  store: ClientStore,
  { conversation: { id, contact_id: contactId, origin_id: originId }, channel }: Bound,
): string => store.seal.mark(`composer ${id} ${channel.id} ${originId ?? contactId}`);

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
 * @throws LiaisonError `not-found` for a forward that was not begun; `no-sender`
 */
export function composerOf(
  { store, channels, voice, pace, now }: ComposeOptions,
  { conversationId, kind }: { conversationId: ConversationId; kind: OutgoingKind },
): Composer {
  const { conversation, channel } = boundTo(store, channels, conversationId);
  const last = answeredMessage(store, conversationId);
  const identity = senderFor(channel.identities, last);
  const kept = findDraft(store, { conversationId, kind });
  if (!kept && kind === 'forward') throw new LiaisonError('not-found', { detail: { what: 'draft' } });
  const draft = kept ? presentDraft({ ...kept, kind }) : null;
  return {
    kind,
    clientId: store.clientId,
    conversationId,
    channelId: channel.id,
    binding: bindingOf(store, { conversation, channel }),
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
