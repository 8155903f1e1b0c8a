import type { ConversationId, OperatorId } from '../../../../shared/ids.ts';
import { usualManner } from '../../../../shared/composing.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { NewMessage } from '../../../../shared/outbox.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Channels } from '../../channels/service.ts';
import type { Conversations } from '../../conversations/service.ts';
import {
  dropUnusedAttachments,
  keepUnseen,
  putDraft,
  removeDraft,
  type DraftKey,
  type SeenUpTo,
} from './drafts.ts';
import { mustBeHeaderText } from '../header-text.ts';
import { deleteCancelled, findConversation } from '../queries.ts';
import { listTakenBack } from '../taken-back-queries.ts';
import { cleanRecipients, ownIdentity } from '../sending/reply-checks.ts';
import { findIdentity } from './threading.ts';

interface BeginOptions {
  readonly clock: Clock;
  readonly channels: Pick<Channels, 'list'>;
  readonly conversations: Pick<Conversations, 'begin' | 'abandon'>;
}

/** Messages that answer nothing: a conversation and its draft come, and where nothing is sent go, together. */
export function createBegin({ clock, channels, conversations }: BeginOptions) {
  function sendingChannel(store: ClientStore, { channelId }: NewMessage) {
    const channel = channels.list(store).find((one) => one.id === channelId);
    if (!channel || channel.clientId !== store.clientId)
      throw new LiaisonError('wrong-client', { detail: { what: 'channel' } });
    if (!channel.manifest.canSend) throw new LiaisonError('invalid-input', { detail: { path: 'channelId' } });
    return channel;
  }

  return {
    begin(store: ClientStore, operatorId: OperatorId, message: NewMessage): ConversationId {
      const channel = sendingChannel(store, message);
      const identity = ownIdentity(channel, message.identity);
      const recipients = cleanRecipients(message.recipients);
      mustBeHeaderText(message.subject, 'subject');
      const { subject, text } = message;
      const stranger = [...recipients.to, ...recipients.cc].find(
        ({ address }) => !findIdentity(channel.identities, address),
      );
      const to = stranger ?? recipients.to[0];
      if (!to) throw new LiaisonError('invalid-input', { detail: { path: 'recipients' } });
      return store.transaction(() => {
        const actor = { kind: 'operator', id: operatorId } as const;
        const conversationId = conversations.begin(store, actor, { channelId: channel.id, to, subject });
        putDraft(store, {
          conversationId,
          kind: 'reply',
          manner: usualManner,
          operatorId,
          identity,
          recipients,
          subject,
          text,
          templateId: null,
          attachmentIds: [],
          now: clock.now(),
        });
        return conversationId;
      });
    },
    /** The draft with its files; and with it a conversation in which nothing was sent, and nothing is on its way or waits. */
    discard(store: ClientStore, { conversationId: id, kind, seen = null }: DraftKey & SeenUpTo): void {
      keepUnseen(store, { conversationId: id, kind, seen });
      removeDraft(store, { conversationId: id, kind });
      dropUnusedAttachments(store, { conversationId: id, among: 'all' });
      if (findConversation(store, id)?.message_count !== 0 || listTakenBack(store, id).length > 0) return;
      store.transaction(() => {
        if (deleteCancelled(store, id)) conversations.abandon(store, id);
      });
    },
  };
}
