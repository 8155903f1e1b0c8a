import { addedLines } from '../../../../shared/added-lines.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { ConversationId, OperatorId, OutboxId } from '../../../../shared/ids.ts';
import type { SendReply } from '../../../../shared/outbox.ts';
import { newId } from '../../../ids.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { BrandOverridden, BrandSafety } from '../../brand-safety/service.ts';
import type { Channels } from '../../channels/service.ts';
import type { Claims } from '../../claims/service.ts';
import type { Conversations } from '../../conversations/service.ts';
import { mustBeCertified } from '../../people/service.ts';
import type { Signatures } from '../../signatures/service.ts';
import type { Voice, VoiceJudgement } from '../../voice/service.ts';
import { bindingOf, boundTo, type Bound } from '../writing/compose.ts';
import { earlierTwin, mustBeAddressed, mustBeBound, mustBeChannel, mustBeTheDraft } from './draft-checks.ts';
import { removeDraft } from '../writing/drafts.ts';
import { leavesAt, newRow, type Checked } from './new-row.ts';
import { attachmentsOf, filesOf, mustFit, partsOf, referencesFor } from './outgoing-parts.ts';
import { mustBeAnswered } from './question-rules.ts';
import { bodyOf } from '../writing/quote-rules.ts';
import type { Quotes } from '../writing/quotes.ts';
import type { Pace } from '../../../../shared/outbox-pace.ts';
import {
  findItem,
  insertItem,
  markRestored,
  supersedeRestored,
  type NewOutboxRow,
  type OutboxRow,
} from '../queries.ts';
import { renderReply } from './render.ts';
import {
  cleanRecipients,
  mustBeChecked,
  mustBeWritten,
  mustSoundRight,
  ownIdentity,
} from './reply-checks.ts';
import { paceOf } from '../sending-queries.ts';

interface EnqueueOptions {
  readonly clock: Clock;
  readonly channels: Pick<Channels, 'list'>;
  readonly conversations: Pick<Conversations, 'record'>;
  readonly voice: Pick<Voice, 'guide' | 'judge' | 'allowOverride' | 'record' | 'recordAgain'>;
  readonly brandSafety: Pick<BrandSafety, 'guard'>;
  readonly claims: Pick<Claims, 'guard'>;
  readonly signatures: Pick<Signatures, 'textFor'>;
  readonly quotes: Pick<Quotes, 'of' | 'came'>;
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
  const { clock, conversations, claims, voice } = options;

  /** Who sends is certified and writes alone: asked again once it is rendered, for somebody may have taken over since. */
  function mustBeTheirs(store: ClientStore, operatorId: OperatorId, { conversationId }: SendReply): void {
    mustBeCertified(store, operatorId);
    claims.guard(store, { operatorId, conversationId });
  }

  function queue(store: ClientStore, prepared: Prepared): OutboxRow {
    const { row, reply, judgement, voiceOverridden, brandOverridden } = prepared;
    return store.transaction(() => {
      const twin = earlierTwin(store, reply);
      if (twin) return twin;
      mustBeTheirs(store, row.operator_id, reply);
      mustBeTheDraft(store, reply);
      if (reply.instead) markRestored(store, reply.instead.id);
      supersedeRestored(store, reply);
      insertItem(store, row);
      removeDraft(store, reply);
      const body = { type: 'send-queued', outboxId: row.id, voiceOverridden } as const;
      const actor = { kind: 'operator', id: row.operator_id } as const;
      const about = { id: reply.conversationId };
      conversations.record(store, actor, { ...about, body });
      if (judgement) {
        const ignored = reply.ignoredVoice ?? [];
        voice.record(store, { row, judgement, ignored, overridden: voiceOverridden });
      }
      if (reply.instead) voice.recordAgain(store, { row, judgedAs: reply.instead.internet_message_id });
      if (brandOverridden) {
        const overridden = { type: 'brand-overridden', outboxId: row.id, ...brandOverridden } as const;
        conversations.record(store, actor, { ...about, body: overridden });
      }
      const queued = findItem(store, row.id);
      if (!queued) throw new LiaisonError('internal', { detail: { what: 'outbox' } });
      return queued;
    });
  }

  return async (store: ClientStore, operatorId: OperatorId, reply: ToEnqueue): Promise<OutboxRow> => {
    const checked = await check(store, { operatorId, reply }, options);
    const twin = earlierTwin(store, reply);
    if (twin) return twin;
    mustBeTheirs(store, operatorId, reply);
    mustBeTheDraft(store, reply);
    mustBeAddressed(store, reply, checked);
    const pace = paceOf(store, options.pace);
    const id = newId<OutboxId>(clock.now());
    const ids = { outbox: id, conversation: reply.conversationId };
    const internetMessageId = newInternetMessageId(store, ids, checked.identity.address);
    const rendered = await renderReply({
      ...checked,
      subject: reply.subject,
      text: bodyOf({ text: reply.text, ...checked.below }),
      internetMessageId,
      ...referencesFor(store, reply),
      date: reply.sendAt === null ? clock.now() : leavesAt(reply, { now: clock.now(), pace }),
      attachments: attachmentsOf(store, reply),
    });
    mustFit(store, rendered.bytes, { channelId: reply.channelId, now: clock.now() });
    const now = clock.now();
    const row = newRow({ id, reply, operatorId, checked, internetMessageId, rendered, now, pace });
    const { judgement, voiceOverridden, brandOverridden } = checked;
    return queue(store, { row, reply, judgement, voiceOverridden, brandOverridden });
  };
}

/**
 * `instead`: the failed one whose place it takes. These very words were checked, and what was found in them answered, when
 * that one was queued.
 */
export type ToEnqueue = SendReply & { readonly instead?: OutboxRow };

interface Overridden {
  /** Null where these very words were judged before. */
  readonly judgement: VoiceJudgement | null;
  readonly voiceOverridden: boolean;
  readonly brandOverridden: BrandOverridden | null;
}

interface Prepared extends Overridden {
  readonly row: NewOutboxRow;
  readonly reply: ToEnqueue;
}

interface CheckedAndJudged extends Bound, Overridden, Checked {}

/** Everything the composer was bound to, derived again from the store; nothing is believed that the page says. */
async function check(
  store: ClientStore,
  { operatorId, reply }: { operatorId: OperatorId; reply: ToEnqueue },
  options: EnqueueOptions,
): Promise<CheckedAndJudged> {
  const { channels, signatures, quotes } = options;
  const { conversation, channel } = boundTo(store, channels, reply.conversationId);
  mustBeChannel(reply.channelId, channel.id);
  mustBeBound(reply, bindingOf(store, { conversation, channel }));
  if (!channel.manifest.canSend) throw new LiaisonError('no-sender');
  const identity = ownIdentity(channel, reply.identity);
  const recipients = cleanRecipients(reply.recipients);
  mustBeWritten(reply);
  const { signed } = reply.manner;
  const sender = { operatorId, channelId: channel.id, address: identity.address };
  const signature = signatures.textFor(store, sender);
  const below = { signature: signed ? signature : '', quote: quotes.of(store, reply) };
  const overridden = reply.instead
    ? nothingOverridden
    : await judge(store, { operatorId, reply, recipients, below, signature }, options);
  const filesCopy = channel.manifest.canFileCopy;
  return { conversation, channel, identity, recipients, below, filesCopy, ...overridden };
}

const nothingOverridden = { judgement: null, voiceOverridden: false, brandOverridden: null } as const;

interface Judged extends Pick<Checked, 'recipients' | 'below'> {
  readonly operatorId: OperatorId;
  readonly reply: SendReply;
  /** Of the address, whether it stands below or not. */
  readonly signature: string;
}

/** What the client wants looked at in the words; what is quoted below them is not theirs to answer for, but what was written into it. */
async function judge(
  store: ClientStore,
  { operatorId, reply, recipients, below, signature }: Judged,
  { clock, voice, brandSafety, quotes }: EnqueueOptions,
): Promise<Overridden> {
  mustBeAnswered(reply, filesOf(store, reply));
  const guide = voice.guide(store);
  mustBeChecked(guide.checklist, reply.checked);
  const { text: words, subject, conversationId, sendAt } = reply;
  const { original = null } = reply.manner;
  const came = quotes.came(store, reply);
  const at = sendAt === null ? clock.now() : Date.parse(sendAt);
  const message = { text: words, subject, original, came, signature };
  const judgement = await voice.judge(store, { ...message, conversationId, at });
  const voiceOverridden = mustSoundRight(judgement, {
    blocks: guide.errorsBlockSending,
    override: reply.overrideVoice,
  });
  if (voiceOverridden) voice.allowOverride(store, operatorId);
  const text = bodyOf({
    text: reply.text,
    signature: below.signature,
    quote: came === null ? '' : addedLines(came, original ?? ''),
  });
  const brandOverridden = brandSafety.guard(store, operatorId, {
    parts: partsOf(store, { ...reply, recipients, text }),
    templateId: reply.templateId,
    override: reply.overrideBrands,
  });
  return { judgement, voiceOverridden, brandOverridden };
}
