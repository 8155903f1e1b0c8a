import type { Identity } from '../../../../shared/channels.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { OperatorId, OutboxId } from '../../../../shared/ids.ts';
import { SendReply } from '../../../../shared/outbox.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import {
  attachmentIdsOf,
  draftKeyOf,
  findDraft,
  firstFreeRevision,
  mannerOf,
  saysTheSame,
} from '../writing/drafts.ts';
import { findItem, type OutboxRow } from '../queries.ts';
import type { ToEnqueue } from './enqueue.ts';

type Enqueue = (store: ClientStore, operatorId: OperatorId, reply: ToEnqueue) => Promise<OutboxRow>;

/**
 * The same words once more from another address of the same channel, with that address's signature: for what the server
 * refused because of its sender. The refused one is done with.
 *
 * @throws LiaisonError `conflict` where it is not such a one, or its draft says something else by now
 */
export const createSendFrom =
  (enqueue: Enqueue) =>
  async (
    store: ClientStore,
    operatorId: OperatorId,
    { outboxId, address }: { readonly outboxId: OutboxId; readonly address: string },
  ): Promise<OutboxRow> => {
    const row = findItem(store, outboxId);
    if (!row) throw new LiaisonError('not-found', { detail: { what: 'outbox' } });
    if (row.state !== 'failed') throw new LiaisonError('conflict', { detail: { what: 'outbox' } });
    const identity = JSON.parse(row.identity) as Identity;
    return enqueue(store, operatorId, {
      ...replyOf(store, row),
      identity: { ...identity, address },
      instead: row,
    });
  };

function replyOf(store: ClientStore, row: OutboxRow): SendReply {
  const draft = findDraft(store, draftKeyOf(row));
  if (draft && !saysTheSame(draft, row)) throw new LiaisonError('conflict', { detail: { what: 'draft' } });
  if (!draft && row.kind === 'forward') throw new LiaisonError('conflict', { detail: { what: 'draft' } });
  // Its hour has come: it was tried.
  return SendReply.parse({
    clientId: store.clientId,
    conversationId: row.conversation_id,
    channelId: row.channel_id,
    kind: row.kind,
    manner: mannerOf(row),
    text: row.text,
    identity: JSON.parse(row.identity),
    recipients: JSON.parse(row.recipients),
    subject: row.subject,
    templateId: row.template_id,
    attachmentIds: attachmentIdsOf(row),
    revision: draft?.revision ?? firstFreeRevision(store, row.conversation_id),
    checked: [],
    thenStatus: row.then_status,
    thenStatusId: row.then_status_id,
  });
}
