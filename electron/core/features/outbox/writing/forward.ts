import type { BeginForward, CarriedFile, DraftSeen } from '../../../../shared/composing.ts';
import { asLiaisonError, LiaisonError } from '../../../../shared/errors.ts';
import type { AttachmentId, ConversationId, OperatorId } from '../../../../shared/ids.ts';
import { mostAttachments, type OutgoingAttachment, type Recipients } from '../../../../shared/outbox.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Channels } from '../../channels/service.ts';
import { isDangerous, isSafePicture } from '../../conversations/attachment-rules.ts';
import type { Conversations } from '../../conversations/service.ts';
import { answeredMessage, boundTo } from './compose.ts';
import {
  attachmentIdsOf,
  dropUnusedAttachments,
  findDraft,
  isWritten,
  presentSeen,
  putDraft,
  type DraftKey,
} from './drafts.ts';
import { sha256Of } from '../sending/render.ts';
import { presentFile } from './outgoing-files.ts';
import { listCarriable, type CarriableFile } from './quote-queries.ts';
import type { Quotes } from './quotes.ts';
import { senderFor } from './threading.ts';

/** Names and kinds of received files go into a header of ours. */
const fitName = (name: string): string => name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() || 'file';
const fitType = (type: string): string => type.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200);

/** Shown inside the text of its message, where a forward, which is plain text, can't show it. */
const isInText = ({ placed, type }: CarriableFile): boolean => placed === 1 && isSafePicture(type);

interface ForwardOptions {
  readonly clock: Clock;
  readonly channels: Pick<Channels, 'list'>;
  readonly conversations: Pick<Conversations, 'attachment'>;
  readonly quotes: Quotes;
  readonly attach: (
    store: ClientStore,
    file: { conversationId: ConversationId; name: string; type: string; bytes: Uint8Array },
  ) => { readonly id: AttachmentId; readonly size: number };
}

/** Handing on what was said: a draft of its own beside the reply's, to nobody yet, with the files that came. */
export function createForward({ clock, channels, conversations, quotes, attach }: ForwardOptions) {
  const carriable = (store: ClientStore, conversationId: ConversationId) =>
    listCarriable(store, { conversationId, ids: null });

  function put(
    store: ClientStore,
    {
      conversationId,
      file,
      bytes,
    }: { conversationId: ConversationId; file: CarriableFile; bytes: Uint8Array },
  ): OutgoingAttachment {
    const kept = { name: fitName(file.name), type: fitType(file.type) };
    const { id, size } = attach(store, { conversationId, ...kept, bytes });
    return presentFile({ id, size, ...kept });
  }

  /** Copies of what a forward takes along; a picture that stands in several messages goes once. */
  async function carryAll(
    store: ClientStore,
    { conversationId, files }: { conversationId: ConversationId; files: readonly CarriableFile[] },
  ): Promise<AttachmentId[]> {
    const carried: AttachmentId[] = [];
    const pictures = new Set<string>();
    for (const file of files) {
      if (carried.length === mostAttachments) break;
      const found = await conversations.attachment(store, file.id).catch(withoutUnreadable);
      if (!found) continue;
      const sum = isInText(file) ? sha256Of(found.bytes) : null;
      if (sum !== null && pictures.has(sum)) continue;
      if (sum !== null) pictures.add(sum);
      carried.push(put(store, { conversationId, file, bytes: found.bytes }).id);
    }
    return carried;
  }

  return {
    /** Puts a copy of a received file to the drafts of its own conversation. */
    async carry(
      store: ClientStore,
      { conversationId, attachmentId }: { conversationId: ConversationId; attachmentId: AttachmentId },
    ): Promise<OutgoingAttachment> {
      const file = carriable(store, conversationId).find(({ id }) => id === attachmentId);
      if (!file) throw new LiaisonError('wrong-client', { detail: { what: 'attachment' } });
      const { bytes } = await conversations.attachment(store, attachmentId);
      return put(store, { conversationId, file, bytes });
    },
    /** Pictures inside a mail's text are left out: nobody looks for them among files. */
    originals: (store: ClientStore, conversationId: ConversationId): CarriedFile[] =>
      carriable(store, conversationId)
        .filter((file) => !isInText(file))
        .map(({ id, name, type, size }) => ({ id, name, size, dangerous: isDangerous({ name, type }) })),
    /** @throws LiaisonError `conflict` where there is a forward in this conversation that somebody has written at; `no-sender` */
    async begin(
      store: ClientStore,
      operatorId: OperatorId,
      { conversationId, messageId }: BeginForward,
    ): Promise<DraftSeen> {
      const { conversation, channel } = boundTo(store, channels, conversationId);
      const key = { conversationId, kind: 'forward' } as const;
      const replaced = mustBeFree(store, key);
      const rows = quotes.toForward(store, { conversationId, messageId });
      const ids = rows.map(({ id }) => id);
      const identity = senderFor(channel.identities, answeredMessage(store, conversationId));
      const came = listCarriable(store, { conversationId, ids });
      // Where there is not room for all, the pictures inside the text are what can be missed.
      const files = [...came.filter((file) => !isInText(file)), ...came.filter(isInText)];
      const attachmentIds = await carryAll(store, { conversationId, files });
      const draft = store.transaction(() => {
        mustBeFree(store, key);
        return putDraft(store, {
          ...key,
          operatorId,
          manner: { signed: true, quote: null, forwarded: ids },
          text: '',
          identity,
          recipients: { to: [], cc: [], bcc: [] },
          subject: quotes.subjectOfForward(store, {
            conversationId,
            subject: rows.at(-1)?.subject ?? conversation.subject,
          }),
          templateId: null,
          attachmentIds,
          now: clock.now(),
        });
      });
      if (replaced) dropUnusedAttachments(store, { conversationId, among: attachmentIdsOf(replaced) });
      return presentSeen(draft);
    },
  };
}

/** A part that can't be read any more keeps nothing else back: it is still offered among the originals. */
function withoutUnreadable(error: unknown): null {
  const { code } = asLiaisonError(error);
  if (code === 'file-unreadable' || code === 'not-found') return null;
  throw error;
}

/** One that says nothing and goes to nobody may be begun anew: gives what is replaced. */
function mustBeFree(store: ClientStore, key: DraftKey) {
  const draft = findDraft(store, key);
  const recipients = draft ? (JSON.parse(draft.recipients) as Recipients) : null;
  if (!draft || (!isWritten(draft) && recipients?.to.length === 0)) return draft;
  throw new LiaisonError('conflict', { detail: { what: 'draft' } });
}
