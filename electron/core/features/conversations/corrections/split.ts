import { LiaisonError } from '../../../../shared/errors.ts';
import { hasEnded } from '../../../../shared/conversation-words.ts';
import type { Actor } from '../../../../shared/events.ts';
import type { ConversationId, CorrectionId, MessageId, SegmentId } from '../../../../shared/ids.ts';
import type { Participant } from '../../../../shared/conversations.ts';
import { newId } from '../../../ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { mustHaveMail } from '../begin.ts';
import type { Filing } from '../contact-queries.ts';
import { insertConversation, mustFindConversation, type ConversationRow } from '../conversation-rows.ts';
import type { Scope } from '../history/events.ts';
import { restate } from '../history/history.ts';
import { addressKeyOf, customerOf } from '../threading/link-rules.ts';
import { jointStanding, type Standing } from '../history/life-rules.ts';
import { ownAddressesOf } from '../threading/own-addresses.ts';
import { carry } from './carry.ts';
import { keepCorrection, mustRest, tell } from './ledger.ts';
import { settle, standingOf } from './settle.ts';

export interface Chosen {
  readonly id: ConversationId;
  readonly messageIds: readonly MessageId[];
}

interface ChosenRow {
  readonly id: MessageId;
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly channel_id: ConversationRow['channel_id'];
  readonly automatic: 0 | 1;
  readonly subject: string;
  readonly sent_at: number;
  readonly from_name: string;
  readonly from_address: string;
  readonly recipients: string;
}

/**
 * The chosen messages, oldest first. @throws LiaisonError `not-found` where one is not (or no longer) in the conversation,
 * `invalid-input` where there is no mail among them
 */
function mustBeThere(store: ClientStore, { id, messageIds }: Chosen): ChosenRow[] {
  const wanted = new Set(messageIds);
  const rows = store
    .prepare(
      `SELECT id, kind, channel_id, automatic, subject, sent_at, from_name, from_address, recipients FROM messages
       WHERE conversation_id = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY sent_at, kind, dedup_key`,
    )
    .all(id, JSON.stringify([...wanted])) as ChosenRow[];
  if (rows.length !== wanted.size) throw new LiaisonError('not-found', { detail: { what: 'message' } });
  return rows;
}

const isMail = (row: ChosenRow): boolean => row.kind !== 'note';

/** Whether the conversation would be left without mail. */
export function takesAll(store: ClientStore, chosen: Chosen): boolean {
  const { message_count: count } = mustFindConversation(store, chosen.id);
  return mustBeThere(store, chosen).filter(isMail).length === count;
}

/** The chosen messages become a conversation of their own, in the same hands. @throws LiaisonError `nothing-left` */
export function split(
  scope: Scope,
  { correctionId, actor, ...chosen }: Chosen & { correctionId: CorrectionId; actor: Actor },
): ConversationId {
  const { store, now } = scope;
  const origin = mustFindConversation(store, chosen.id);
  mustHaveMail(origin);
  mustRest(store, [origin.id]);
  const rows = mustBeThere(store, chosen);
  const first = rows.find(isMail);
  if (!first || takesAll(store, chosen)) throw new LiaisonError('nothing-left');
  const id = newId<ConversationId>(now);
  const told = { type: 'corrected', correctionId, kind: 'split', count: rows.length } as const;
  tell(scope, {
    id: origin.id,
    actor,
    body: { ...told, role: 'from', otherId: id, subject: first.subject },
  });
  const deed = { id: correctionId, kind: 'split', fromIds: [origin.id], intoId: id, actor } as const;
  const work = () => {
    insertConversation(store, {
      id,
      ...filingOf(store, { first, origin }),
      channelId: first.channel_id,
      segmentId: newId<SegmentId>(now),
      at: first.sent_at,
    });
    carry(store, { ids: chosen.messageIds, from: origin.id, into: id });
    restate(scope, id);
    restate(scope, origin.id);
    tell(scope, { id, actor, body: { ...told, role: 'into', otherId: origin.id, subject: origin.subject } });
    handOver(scope, { id, actor, origin });
  };
  keepCorrection(scope, { ...deed, work });
  return id;
}

/** With whom the first of them is: somebody whom this client knows already; nobody is made for it. */
function filingOf(
  store: ClientStore,
  { first, origin }: { first: ChosenRow; origin: ConversationRow },
): Filing {
  const { to, cc } = JSON.parse(first.recipients) as { to: Participant[]; cc: Participant[] };
  const from = { name: first.from_name, address: first.from_address };
  const person = customerOf({ kind: first.kind, from, to, cc }, ownAddressesOf(store));
  const known = store
    .prepare(
      `SELECT contact_id AS contactId, origin_id AS originId FROM identities WHERE kind = 'email' AND address = ?
       UNION ALL SELECT contact_id, origin_id FROM conversations WHERE id = ? LIMIT 1`,
    )
    .get(addressKeyOf(person.address), origin.id) as Filing;
  return known;
}

/** What had ended ends for both; who had it has both. */
function handOver(
  scope: Scope,
  { id, actor, origin }: { id: ConversationId; actor: Actor; origin: ConversationRow },
): void {
  if (hasEnded(origin.status))
    settle(scope, {
      id,
      actor,
      to: { status: origin.status, statusId: origin.status_id, waitingSince: null },
    });
  if (origin.assignee_id === null) return;
  scope.store.prepare('UPDATE conversations SET assignee_id = ? WHERE id = ?').run(origin.assignee_id, id);
  tell(scope, { id, actor, body: { type: 'assigned', from: null, to: origin.assignee_id } });
}

/**
 * The chosen messages go over to another conversation that is there. Where somebody waited for their answer, they wait
 * there.
 *
 * @throws LiaisonError `nothing-left`, `invalid-input`
 */
export function move(
  scope: Scope,
  of: Chosen & {
    intoId: ConversationId;
    isWrittenInto: boolean;
    correctionId: CorrectionId;
    actor: Actor;
  },
): void {
  const { store } = scope;
  const { id: from, intoId, isWrittenInto, correctionId, actor } = of;
  if (from === intoId) throw new LiaisonError('invalid-input', { detail: { path: 'intoId' } });
  const origin = mustFindConversation(store, from);
  const target = mustFindConversation(store, intoId);
  mustHaveMail(origin);
  mustHaveMail(target);
  mustRest(store, [from, intoId]);
  const rows = mustBeThere(store, of);
  if (takesAll(store, of)) throw new LiaisonError('nothing-left');
  const asked = askedBy(origin, rows);
  const told = { type: 'corrected', correctionId, kind: 'move', count: rows.length } as const;
  tell(scope, { id: from, actor, body: { ...told, role: 'from', otherId: intoId, subject: target.subject } });
  tell(scope, {
    id: intoId,
    actor,
    body: { ...told, role: 'into', otherId: from, subject: origin.subject, title: target.subject },
  });
  const work = () => {
    const before = standingOf(store, intoId);
    carry(store, { ids: of.messageIds, from, into: intoId, isWrittenInto });
    restate(scope, from);
    settle(scope, { id: intoId, actor, to: jointStanding([before, asked]) });
  };
  keepCorrection(scope, { id: correctionId, kind: 'move', fromIds: [from], intoId, actor, work });
}

/** What these messages ask of us, as long as nobody has answered them. */
function askedBy(origin: ConversationRow, rows: readonly ChosenRow[]): Standing {
  const { waiting_since: since } = origin;
  const first = rows.find(
    (row) => row.kind === 'inbound' && row.automatic === 0 && since !== null && row.sent_at >= since,
  );
  if (!first) return { status: 'spam', waitingSince: null };
  return { status: 'open', waitingSince: first.sent_at };
}
