import type { Participant } from '../../../shared/conversations.ts';
import type { MessageId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export interface KeptMessage {
  readonly seq: number;
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  readonly subject: string;
  readonly text: string;
  readonly quotedText: string;
  readonly html: string | null;
  readonly internetMessageId: string | null;
  readonly references: readonly string[];
  readonly sentAt: number;
}

interface Row {
  readonly seq: number;
  readonly kind: KeptMessage['kind'];
  readonly from_name: string;
  readonly from_address: string;
  readonly recipients: string;
  readonly subject: string;
  readonly body: string;
  readonly quote: string;
  readonly html: string | null;
  readonly internet_message_id: string | null;
  readonly sent_at: number;
}

export function findMessage(store: ClientStore, id: MessageId): KeptMessage | undefined {
  const row = store
    .prepare(
      `SELECT m.seq, m.kind, m.from_name, m.from_address, m.recipients, m.subject, m.body, m.quote, h.html,
         m.internet_message_id, m.sent_at
       FROM messages m LEFT JOIN message_html h ON h.message_seq = m.seq WHERE m.id = ?`,
    )
    .get(id) as Row | undefined;
  if (!row) return undefined;
  const references = store
    .prepare('SELECT internet_message_id AS id FROM message_references WHERE message_seq = ?')
    .all(row.seq) as { id: string }[];
  return {
    seq: row.seq,
    kind: row.kind,
    from: { name: row.from_name, address: row.from_address },
    ...(JSON.parse(row.recipients) as Pick<KeptMessage, 'to' | 'cc'>),
    subject: row.subject,
    text: row.body,
    quotedText: row.quote,
    html: row.html,
    internetMessageId: row.internet_message_id,
    references: references.map(({ id: reference }) => reference),
    sentAt: row.sent_at,
  };
}
