import { LiaisonError } from '../../../../shared/errors.ts';
import type { ChannelId, ContactId, ConversationId, MessageId } from '../../../../shared/ids.ts';
import type { ReceivedMessage } from '../../../../shared/received.ts';
import type { Batch } from '../../../connectors/contract.ts';
import { newId } from '../../../ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { keepSources, type KeepSource } from '../../../store/client/message-sources.ts';
import { contactFor, type Filing } from '../contact-queries.ts';
import { appendMessage, openConversation, settleContact } from './append-message.ts';
import { absorb, isTouched, mustFindConversation } from '../conversation-rows.ts';
import { joinReports, keepBounce, placeOfBounce, tellBounce } from './bounces.ts';
import type { Scope } from '../history/events.ts';
import { restate } from '../history/history.ts';
import { addressKeyOf, addressKeysOf, customerOf, momentOf } from '../threading/link-rules.ts';
import { chooseAndMerge } from '../threading/merging.ts';
import { indexMessages, insertMessage } from './message-rows.ts';
import { candidatesFor } from '../threading/placement.ts';
import { ownAddressesOf } from '../threading/own-addresses.ts';
import { findSame, keepCopy, markRemoved, type KnownMessage } from '../threading/same-message.ts';

/** What a batch did, gathered while its transaction runs. */
export interface Intake {
  added: number;
  /** Every conversation that changed. */
  readonly changed: Set<ConversationId>;
  /** Those with customer mail that came just now: worth a notification. */
  readonly arrived: Set<ConversationId>;
  /** Of the new messages, to be indexed together. */
  readonly numbers: number[];
}

export const emptyIntake = (): Intake => ({
  added: 0,
  changed: new Set(),
  arrived: new Set(),
  numbers: [],
});

/** Older mail than this is a backfill, not news. */
const newsMilliseconds = 15 * 60_000;

/** Runs inside the caller's transaction: the messages, in the order in which they were written, and the cursor. */
export function takeIn(scope: Scope & { intake: Intake }, channelId: ChannelId, batch: Batch): void {
  const { store } = scope;
  const own = ownAddressesOf(store);
  keepSources(store, (keepSource) => {
    for (const received of batch.messages.toSorted((a, b) => momentOf(a) - momentOf(b))) {
      takeInOne({ ...scope, channelId, own, keepSource }, received);
    }
  });
  indexMessages(store, scope.intake.numbers);
  markRemoved(store, channelId, batch.removed);
  const kept = store.prepare('UPDATE channels SET cursor = ? WHERE id = ?').run(batch.cursor, channelId);
  if (kept.changes === 0) throw new LiaisonError('not-found', { detail: { what: 'channel' } });
}

interface OneScope extends Scope {
  readonly channelId: ChannelId;
  readonly own: ReadonlySet<string>;
  readonly keepSource: KeepSource;
  readonly intake: Intake;
}

function takeInOne(scope: OneScope, received: ReceivedMessage): void {
  const { store, channelId, intake } = scope;
  const known = findSame(store, channelId, received);
  if (known.message) {
    keepCopy(store, { channelId, seq: known.message.seq, copy: received.copy });
    if (known.message.kind === 'inbound' && received.direction === 'outbound')
      becomeOutbound(scope, known.message, received);
    return;
  }
  const placed = place(scope, received);
  const at = Math.max(momentOf(received), placed.notBefore ?? 0);
  const message = {
    ...received,
    id: newId<MessageId>(scope.now),
    conversationId: placed.id,
    channelId,
    kind: received.direction,
    operatorId: null,
    dedupKey: known.dedupKey,
    at,
  };
  if (placed.filing) openConversation(scope, { ...message, filing: placed.filing });
  const seq = insertMessage(store, message);
  if (received.source) scope.keepSource(seq, { bytes: received.source, sha256: received.sourceSha256 });
  intake.numbers.push(seq);
  keepCopy(store, { channelId, seq, copy: received.copy });
  if (received.bounce) keepBounce(store, { seq, bounce: received.bounce });
  if (!placed.filing) appendMessage(scope, { ...message, merged: placed.merged, own: scope.own });
  intake.added += 1;
  intake.changed.add(placed.id);
  const hasBounced = received.bounce
    ? tellBounce(scope, message.id)
    : received.direction === 'outbound' && joinReports(scope, message.id);
  const isNews =
    (hasBounced || (received.direction === 'inbound' && !received.automatic)) &&
    at > scope.now - newsMilliseconds;
  if (isNews) intake.arrived.add(placed.id);
}

/**
 * The same mail stands in our Sent mailbox: it was ours all along (a copy to ourselves came first), and now that it is
 * known to be ours it may join the conversation that its headers name.
 */
function becomeOutbound(scope: OneScope, known: KnownMessage, received: ReceivedMessage): void {
  const { store, intake } = scope;
  const from = known.conversation_id;
  store.prepare("UPDATE messages SET kind = 'outbound' WHERE seq = ?").run(known.seq);
  store
    .prepare(
      `DELETE FROM events WHERE conversation_id = ? AND type = 'message-received' AND data ->> 'messageId' = ?`,
    )
    .run(from, known.id);
  const isAlone = mustFindConversation(store, from).message_count === 1 && !isTouched(store, from);
  const into = isAlone ? joinable(scope, { received, ...contactOf(scope, received) })?.id : undefined;
  if (into && into !== from) absorb(store, { from, into });
  const id = into ?? from;
  restate(scope, id);
  joinReports(scope, known.id);
  if (!isTouched(store, id)) settleContact(scope, { id, own: scope.own });
  intake.changed.add(id);
}

/** The conversation that a message joins by what it says of itself. */
function joinable(
  scope: OneScope,
  { received, contactId }: { received: ReceivedMessage; contactId: ContactId },
) {
  const { store, own } = scope;
  const unplaced = {
    ...received,
    kind: received.direction,
    from: addressKeyOf(received.from.address),
    recipients: addressKeysOf([...received.to, ...received.cc]),
    at: momentOf(received),
    contactId,
  };
  return chooseAndMerge(scope, { candidates: candidatesFor(store, unplaced, own), ...unplaced });
}

function contactOf({ store, own, now }: OneScope, received: ReceivedMessage): Filing {
  const person = customerOf({ ...received, kind: received.direction }, own);
  return contactFor(store, { person, key: addressKeyOf(person.address), now });
}

interface Place {
  readonly id: ConversationId;
  readonly merged: boolean;
  /** With whom it is, where the message begins it. */
  readonly filing?: Filing;
  /** Epoch milliseconds before which it can't have been written, whatever its stamp says. */
  readonly notBefore?: number;
}

function place(scope: OneScope, received: ReceivedMessage): Place {
  const { store, now } = scope;
  const about = received.bounce ? placeOfBounce(store, received.bounce) : undefined;
  if (about) return { ...about, merged: false };
  const ours = received.direction === 'outbound' ? outboxConversationOf(store, received) : undefined;
  if (ours) return { id: ours, merged: false };
  const filing = contactOf(scope, received);
  const chosen = joinable(scope, { received, contactId: filing.contactId });
  return chosen ?? { id: newId<ConversationId>(now), merged: false, filing };
}

/** Where a message of our own outbox belongs that was found in Sent before its delivery was acknowledged. */
function outboxConversationOf(store: ClientStore, received: ReceivedMessage): ConversationId | undefined {
  if (received.internetMessageId === null) return undefined;
  const row = store
    .prepare('SELECT conversation_id FROM outbox WHERE internet_message_id = ?')
    .get(received.internetMessageId) as { conversation_id: ConversationId } | undefined;
  return row?.conversation_id;
}
