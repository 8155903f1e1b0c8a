import { usualManner } from '../../../../shared/composing.ts';
import type { AttachmentId, ConversationId, TemplateId } from '../../../../shared/ids.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Channels } from '../../channels/service.ts';
import { answeredMessage, boundTo, derivedRecipients } from './compose.ts';
import { findDraft, isEmptyDraft, presentDraft, putDraft } from './drafts.ts';
import { replySubject, senderFor } from './threading.ts';

/** What is put into a reply that nobody has begun. */
export interface FilledReply {
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly templateId: TemplateId;
  /** Copies its files, once nothing is in the way of the reply: a file that is written is not taken back with its row. */
  copyFiles(): readonly { readonly id: AttachmentId }[];
}

/**
 * Fills the reply as a composer would open with it, in nobody's name; it waits for somebody to read it and send it. Joins the
 * caller's transaction. What somebody has begun is left alone; gives whether it was filled.
 *
 * @throws LiaisonError `wrong-client`, `conversation-merged`, `no-sender`
 */
export function fillDraft(
  { store, channels, clock }: { store: ClientStore; channels: Pick<Channels, 'list'>; clock: Clock },
  { conversationId, text, templateId, copyFiles }: FilledReply,
): boolean {
  const kept = findDraft(store, { conversationId, kind: 'reply' });
  if (!isEmptyDraft(kept)) return false;
  const bound = boundTo(store, channels, conversationId);
  const last = answeredMessage(store, conversationId);
  const identity = senderFor(bound.channel.identities, last);
  const { subject } = bound.conversation;
  const begun = kept
    ? presentDraft({ ...kept, kind: 'reply' })
    : {
        identity,
        recipients: derivedRecipients(store, bound),
        subject: last ? replySubject(subject) : subject,
        manner: usualManner,
      };
  const { manner, recipients } = begun;
  putDraft(store, {
    ...{ conversationId, kind: 'reply', operatorId: null, now: clock.now() },
    ...{ identity: begun.identity, recipients, subject: begun.subject, manner },
    ...{ text, templateId, attachmentIds: copyFiles().map(({ id }) => id) },
  });
  return true;
}
