import type { Identity } from '../../../shared/channels.ts';
import type { OutboxItem, Recipients } from '../../../shared/outbox.ts';
import { toInstant, toInstantOrNull } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { OutboxRow } from './queries.ts';
import { isTakenBack } from './taken-back-queries.ts';
import { shownError, type OutboxWork } from './delivery/work.ts';

/** As it crosses the wire, with what went wrong and could not be written down. */
export const presentItem = (store: ClientStore, row: OutboxRow, work: OutboxWork): OutboxItem => ({
  id: row.id,
  kind: row.kind,
  clientId: store.clientId,
  conversationId: row.conversation_id,
  channelId: row.channel_id,
  identity: JSON.parse(row.identity) as Identity,
  recipients: JSON.parse(row.recipients) as Recipients,
  subject: row.subject,
  text: row.text,
  state: row.state,
  attempts: row.attempts,
  createdAt: toInstant(row.created_at),
  notBefore: toInstant(row.not_before),
  sendAt: toInstantOrNull(row.send_at),
  error: shownError(row, work),
  filing: row.filing,
  wordsWait: isTakenBack(store, row),
});
