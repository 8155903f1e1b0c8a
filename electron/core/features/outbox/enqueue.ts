import { LiaisonError } from '../../../shared/errors.ts';
import type { ChannelId, ConversationId, OperatorId, OutboxId } from '../../../shared/ids.ts';
import type { ReplyParts } from '../../../shared/brand-safety.ts';
import type { Recipients, SendReply } from '../../../shared/outbox.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { BrandOverridden, BrandSafety } from '../brand-safety/service.ts';
import type { Channels } from '../channels/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Voice } from '../voice/service.ts';
import { listAnswered } from './answered.ts';
import { bindingOf, boundTo, derivedRecipients } from './compose.ts';
import { findDraft, presentDraft, removeDraft } from './drafts.ts';
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
import { paceOf } from './sending.ts';
import { referencesOf } from './threading.ts';

interface EnqueueOptions {
  readonly clock: Clock;
  readonly channels: Pick<Channels, 'list'>;
  readonly conversations: Pick<Conversations, 'record'>;
  readonly voice: Pick<Voice, 'guide' | 'judge'>;
  readonly brandSafety: Pick<BrandSafety, 'guard'>;
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
  const { clock, conversations } = options;

  function queue(store: ClientStore, prepared: Prepared): OutboxRow {
    const { row, reply, voiceOverridden, brandOverridden } = prepared;
    return store.transaction(() => {
      const twin = earlierTwin(store, reply);
      if (twin) return twin;
      mustBeTheDraft(store, reply);
      supersedeRestored(store, reply.conversationId);
      insertItem(store, row);
      removeDraft(store, reply.conversationId);
      const body = { type: 'send-queued', outboxId: row.id, voiceOverridden } as const;
      const actor = { kind: 'operator', id: row.operator_id } as const;
      const about = { id: reply.conversationId };
      conversations.record(store, actor, { ...about, body });
      if (brandOverridden) {
        const overridden = { type: 'brand-overridden', outboxId: row.id, ...brandOverridden } as const;
        conversations.record(store, actor, { ...about, body: overridden });
      }
      const queued = findItem(store, row.id);
      if (!queued) throw new LiaisonError('internal', { detail: { what: 'outbox' } });
      return queued;
    });
  }

  return async (store: ClientStore, operatorId: OperatorId, reply: SendReply): Promise<OutboxRow> => {
    const checked = check(store, { operatorId, reply }, options);
    const twin = earlierTwin(store, reply);
    if (twin) return twin;
    mustBeTheDraft(store, reply);
    mustBeAddressed(store, reply, checked);
    const pace = paceOf(store, options.pace);
    const id = newId<OutboxId>(clock.now());
    const ids = { outbox: id, conversation: reply.conversationId };
    const internetMessageId = newInternetMessageId(store, ids, checked.identity.address);
    const rendered = await renderReply({
      ...checked,
      subject: reply.subject,
      text: reply.text,
      internetMessageId,
      ...referencesOf(listAnswered(store, reply.conversationId)),
      date: reply.sendAt === null ? clock.now() : leavesAt(reply, { now: clock.now(), pace }),
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
    const { voiceOverridden, brandOverridden } = checked;
    return queue(store, { row, reply, voiceOverridden, brandOverridden });
  };
}

interface Prepared {
  readonly row: NewOutboxRow;
  readonly reply: SendReply;
  readonly voiceOverridden: boolean;
  readonly brandOverridden: BrandOverridden | null;
}

type Checked = ReturnType<typeof check>;

/** Everything the composer was bound to, derived again from the store; nothing is believed that the page says. */
function check(
  store: ClientStore,
  { operatorId, reply }: { operatorId: OperatorId; reply: SendReply },
  { channels, voice, brandSafety }: EnqueueOptions,
) {
  const { conversation, channel } = boundTo(store, channels, reply.conversationId);
  mustBeChannel(reply.channelId, channel.id);
  mustBeBound(reply, bindingOf(store, conversation));
  if (!channel.manifest.canSend) throw new LiaisonError('invalid-input', { detail: { path: 'channelId' } });
  const identity = ownIdentity(channel, reply.identity);
  const recipients = cleanRecipients(reply.recipients);
  mustBeWritten(reply);
  const guide = voice.guide(store);
  mustBeChecked(guide.checklist, reply.checked);
  const voiceOverridden = mustSoundRight(voice.judge(store, reply.text), {
    blocks: guide.errorsBlockSending,
    override: reply.overrideVoice,
  });
  const brandOverridden = brandSafety.guard(store, operatorId, {
    parts: partsOf(store, { ...reply, recipients }),
    templateId: reply.templateId,
    override: reply.overrideBrands,
  });
  const filesCopy = channel.manifest.canFileCopy;
  return { conversation, channel, identity, recipients, voiceOverridden, brandOverridden, filesCopy };
}

/** What of a reply could speak of another client. */
const partsOf = (store: ClientStore, reply: SendReply): ReplyParts => ({
  clientId: store.clientId,
  conversationId: reply.conversationId,
  text: reply.text,
  subject: reply.subject,
  recipients: [...reply.recipients.to, ...reply.recipients.cc, ...reply.recipients.bcc].map(
    ({ address }) => address,
  ),
  attachments: listAttachments(store, reply.conversationId)
    .filter(({ id }) => reply.attachmentIds.includes(id))
    .map(({ name }) => name),
});

/** Where a composer sends its binding back, it must be what the store says now. @throws LiaisonError `wrong-client` */
function mustBeBound({ binding }: SendReply, own: string): void {
  if (binding !== undefined && binding !== own)
    throw new LiaisonError('wrong-client', { detail: { what: 'composer' } });
}

/**
 * A composer's reply goes to whom the conversation is with, or to whom its own saved draft names: people who come from
 * anywhere else come from another composer.
 *
 * @throws LiaisonError `wrong-client`
 */
function mustBeAddressed(store: ClientStore, reply: SendReply, checked: Checked): void {
  if (reply.binding === undefined) return;
  const draft = findDraft(store, reply.conversationId);
  const known = draft ? presentDraft(draft).recipients : derivedRecipients(store, checked);
  if (!sameRecipients(cleanRecipients(known), checked.recipients))
    throw new LiaisonError('wrong-client', { detail: { what: 'recipients' } });
}

function sameRecipients(one: Recipients, other: Recipients): boolean {
  const keyOf = ({ to, cc, bcc }: Recipients) =>
    JSON.stringify([to, cc, bcc].map((list) => list.map(({ address }) => address.toLowerCase())));
  return keyOf(one) === keyOf(other);
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

/** A slip of the hand beyond: nobody plans a reply further ahead than a year. */
const longestAhead = 366 * 86_400_000;

/**
 * Epoch milliseconds. However soon, there is always the time to take it back.
 *
 * @throws LiaisonError `invalid-input` for a time that has passed or is further off than a year
 */
function leavesAt({ sendAt }: SendReply, { now, pace }: { now: number; pace: Pace }): number {
  if (sendAt === null) return now + pace.undo;
  const wanted = Date.parse(sendAt);
  if (wanted <= now || wanted > now + longestAhead)
    throw new LiaisonError('invalid-input', { detail: { path: 'sendAt' } });
  return Math.max(now + pace.undo, wanted);
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
  send_at: reply.sendAt === null ? null : Date.parse(reply.sendAt),
  not_before: leavesAt(reply, { now, pace }),
  error: null,
  filing: checked.filesCopy ? 'waiting' : 'not-needed',
  filing_attempts: 0,
  filing_not_before: 0,
  created_at: now,
});
