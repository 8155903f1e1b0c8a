import { LiaisonError } from '../../../../shared/errors.ts';
import type { ChannelId } from '../../../../shared/ids.ts';
import type { Recipients, SendReply } from '../../../../shared/outbox.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { derivedRecipients, type Bound } from '../writing/compose.ts';
import { findDraft, mannerOf } from '../writing/drafts.ts';
import { findItemOfRevision, type OutboxRow } from '../queries.ts';
import { cleanRecipients } from './reply-checks.ts';

/** Where a composer sends its binding back, it must be what the store says now. @throws LiaisonError `wrong-client` */
export function mustBeBound({ binding }: SendReply, own: string): void {
  if (binding !== undefined && binding !== own)
    throw new LiaisonError('wrong-client', { detail: { what: 'composer' } });
}

/**
 * A composer's reply goes to whom the conversation is with, or to whom its own saved draft names: people who come from
 * anywhere else come from another composer.
 *
 * @throws LiaisonError `wrong-client`
 */
export function mustBeAddressed(
  store: ClientStore,
  reply: SendReply,
  checked: Bound & { readonly recipients: Recipients },
): void {
  if (reply.binding === undefined) return;
  const draft = findDraft(store, reply);
  const known = draft ? (JSON.parse(draft.recipients) as Recipients) : derivedRecipients(store, checked);
  if (!sameRecipients(cleanRecipients(known), checked.recipients))
    throw new LiaisonError('wrong-client', { detail: { what: 'recipients' } });
}

function sameRecipients(one: Recipients, other: Recipients): boolean {
  const keyOf = ({ to, cc, bcc }: Recipients) =>
    JSON.stringify([to, cc, bcc].map((list) => list.map(({ address }) => address.toLowerCase())));
  return keyOf(one) === keyOf(other);
}

export function mustBeChannel(said: ChannelId, own: ChannelId): void {
  if (said !== own) throw new LiaisonError('wrong-client', { detail: { what: 'channel' } });
}

/**
 * The item that this very revision has become already: a double click, or the same draft in another window.
 *
 * @throws LiaisonError `conflict` where that item says something else: its words must not stand for these
 */
export function earlierTwin(store: ClientStore, reply: SendReply): OutboxRow | null {
  const row = findItemOfRevision(store, reply.conversationId, reply.revision);
  if (!row) return null;
  const same =
    row.kind === reply.kind &&
    row.text === reply.text &&
    mannerOf(row).original === reply.manner.original &&
    row.subject === reply.subject &&
    row.state !== 'cancelled';
  if (same) return row;
  throw new LiaisonError('conflict', { detail: { what: 'draft' } });
}

/** The operator must have seen the newest draft. @throws LiaisonError `conflict` */
export function mustBeTheDraft(store: ClientStore, reply: SendReply): void {
  const draft = findDraft(store, reply);
  const isBegun = draft !== undefined || reply.kind === 'reply';
  if (!isBegun || (draft && draft.revision !== reply.revision))
    throw new LiaisonError('conflict', { detail: { what: 'draft' } });
}
