import { LiaisonError } from '../../../shared/errors.ts';
import type { ChannelId, ConversationId, OperatorId, OutboxId } from '../../../shared/ids.ts';
import type { SendReply } from '../../../shared/outbox.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Channels } from '../channels/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Voice } from '../voice/service.ts';
import { listAnswered } from './answered.ts';
import { boundTo } from './compose.ts';
import { findDraft, removeDraft } from './drafts.ts';
import type { Pace } from '../../../shared/outbox-pace.ts';
import {
  findItem,
  findItemOfRevision,
  insertItem,
  listAttachments,
  supersedeRestored,
  type NewOutboxRow,
  type OutboxRow,
} from './queries.ts';
import { renderReply } from './render.ts';
import {
  cleanRecipients,
  mustBeChecked,
  mustBeWritten,
  mustSoundRight,
  ownIdentity,
} from './reply-checks.ts';
import { referencesOf } from './threading.ts';

interface EnqueueOptions {
  readonly clock: Clock;
  readonly channels: Pick<Channels, 'list'>;
  readonly conversations: Pick<Conversations, 'record'>;
  readonly voice: Pick<Voice, 'guide' | 'check'>;
  readonly pace: Pace;
}

/** `<uuid.mark@domain>` without the brackets; the mark can only be made with this client's key. */
export function newInternetMessageId(
  store: ClientStore,
  ids: { outbox: OutboxId; conversation: ConversationId },
  from: string,
): string {
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  return `${ids.outbox}.${store.seal.mark(`${ids.outbox} ${ids.conversation}`)}@${domain}`;
}

/** Checks a reply once more, renders it and queues it. A second call with the same draft revision gives the same item. */
export function createEnqueue(options: EnqueueOptions) {
  const { clock, conversations, pace } = options;

  function queue(store: ClientStore, prepared: Prepared): OutboxRow {
    const { row, reply, voiceOverridden } = prepared;
    return store.transaction(() => {
      const twin = earlierTwin(store, reply);
      if (twin) return twin;
      mustBeTheDraft(store, reply);
      supersedeRestored(store, reply.conversationId);
      insertItem(store, row);
      removeDraft(store, reply.conversationId);
      const body = { type: 'send-queued', outboxId: row.id, voiceOverridden } as const;
      conversations.record(
        store,
        { kind: 'operator', id: row.operator_id },
        { id: reply.conversationId, body },
      );
      const queued = findItem(store, row.id);
      if (!queued) throw new LiaisonError('internal', { detail: { what: 'outbox' } });
      return queued;
    });
  }

  return async (store: ClientStore, operatorId: OperatorId, reply: SendReply): Promise<OutboxRow> => {
    const checked = check(store, reply, options);
    const twin = earlierTwin(store, reply);
    if (twin) return twin;
    mustBeTheDraft(store, reply);
    const id = newId<OutboxId>(clock.now());
    const ids = { outbox: id, conversation: reply.conversationId };
    const internetMessageId = newInternetMessageId(store, ids, checked.identity.address);
    const rendered = await renderReply({
      ...checked,
      subject: reply.subject,
      text: reply.text,
      internetMessageId,
      ...referencesOf(listAnswered(store, reply.conversationId)),
      date: clock.now(),
      attachments: attachmentsOf(store, reply),
    });
    const row = newRow({
      id,
      reply,
      operatorId,
      checked,
      internetMessageId,
      rendered,
      now: clock.now(),
      pace,
    });
    return queue(store, { row, reply, voiceOverridden: checked.voiceOverridden });
  };
}

interface Prepared {
  readonly row: NewOutboxRow;
  readonly reply: SendReply;
  readonly voiceOverridden: boolean;
}

type Checked = ReturnType<typeof check>;

/** Everything the composer was bound to, derived again from the store; nothing is believed that the page says. */
function check(store: ClientStore, reply: SendReply, { channels, voice }: EnqueueOptions) {
  const { channel } = boundTo(store, channels, reply.conversationId);
  mustBeChannel(reply.channelId, channel.id);
  if (!channel.manifest.canSend) throw new LiaisonError('invalid-input', { detail: { path: 'channelId' } });
  const identity = ownIdentity(channel, reply.identity);
  const recipients = cleanRecipients(reply.recipients);
  mustBeWritten(reply);
  const guide = voice.guide(store);
  mustBeChecked(guide.checklist, reply.checked);
  const voiceOverridden = mustSoundRight(voice.check(store, reply.text), {
    blocks: guide.errorsBlockSending,
    override: reply.overrideVoice,
  });
  return { identity, recipients, voiceOverridden, filesCopy: channel.manifest.canFileCopy };
}

function mustBeChannel(said: ChannelId, own: ChannelId): void {
  if (said !== own) throw new LiaisonError('wrong-client', { detail: { what: 'channel' } });
}

/**
 * The item that this very revision has become already: a double click, or the same draft in another window.
 *
 * @throws LiaisonError `conflict` where that item says something else: its words must not stand for these
 */
function earlierTwin(store: ClientStore, reply: SendReply): OutboxRow | null {
  const row = findItemOfRevision(store, reply.conversationId, reply.revision);
  if (!row) return null;
  const same = row.text === reply.text && row.subject === reply.subject && row.state !== 'cancelled';
  if (same) return row;
  throw new LiaisonError('conflict', { detail: { what: 'draft' } });
}

/** The operator must have seen the newest draft. @throws LiaisonError `conflict` */
function mustBeTheDraft(store: ClientStore, reply: SendReply): void {
  const draft = findDraft(store, reply.conversationId);
  if (draft && draft.revision !== reply.revision)
    throw new LiaisonError('conflict', { detail: { what: 'draft' } });
}

function attachmentsOf(store: ClientStore, reply: SendReply) {
  const kept = new Map(listAttachments(store, reply.conversationId).map((file) => [file.id, file]));
  return reply.attachmentIds.map((id) => {
    const file = kept.get(id);
    if (!file) throw new LiaisonError('wrong-client', { detail: { what: 'attachment' } });
    return { name: file.name, type: file.type, bytes: store.files.read(file.file) };
  });
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

const newRow = ({
  id,
  reply,
  operatorId,
  checked,
  internetMessageId,
  rendered,
  now,
  pace,
}: RowParts): NewOutboxRow => ({
  id,
  conversation_id: reply.conversationId,
  channel_id: reply.channelId,
  operator_id: operatorId,
  draft_revision: reply.revision,
  identity: JSON.stringify(checked.identity),
  recipients: JSON.stringify(checked.recipients),
  subject: reply.subject,
  text: reply.text,
  template_id: reply.templateId,
  attachment_ids: JSON.stringify(reply.attachmentIds),
  then_status: reply.thenStatus,
  internet_message_id: internetMessageId,
  bytes: rendered.bytes,
  sha256: rendered.sha256,
  state: 'queued',
  phase: null,
  attempts: 0,
  not_before: now + pace.undo,
  error: null,
  filing: checked.filesCopy ? 'waiting' : 'not-needed',
  filing_attempts: 0,
  filing_not_before: 0,
  created_at: now,
});
