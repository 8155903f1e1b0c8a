import type { Identity } from '../../../../shared/channels.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { forgetRefusedSender, noteRefusedSender } from '../limits.ts';
import type { OutboxRow } from '../queries.ts';
import type { Outcome } from './work.ts';

/** Remembers of an attempt whether the server sends from that address of ours. */
export function learnSender(
  store: ClientStore,
  row: OutboxRow,
  { outcome, now }: { readonly outcome: Outcome; readonly now: number },
): void {
  const { address } = JSON.parse(row.identity) as Identity;
  const alias = { channelId: row.channel_id, address };
  if (outcome.kind === 'accepted') forgetRefusedSender(store, alias);
  else if (outcome.error.code === 'sender-refused')
    noteRefusedSender(store, { ...alias, reply: String(outcome.error.detail['reply'] ?? ''), now });
}
