import type { AttachmentId, MessageId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { isPlaced } from '../../store/client/placed-sql.ts';

export interface FileRow {
  readonly id: AttachmentId;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly content_id: string | null;
  /** Whether the message's own markup names it. */
  readonly placed: 0 | 1;
}

/** What came with a message, in the order of its parts. */
export const filesOf = (store: ClientStore, messageId: MessageId): FileRow[] =>
  store
    .prepare(
      `SELECT a.id, a.name, a.type, a.size, a.content_id, ${isPlaced} AS placed
       FROM messages m JOIN attachments a ON a.message_seq = m.seq WHERE m.id = ? ORDER BY a.part`,
    )
    .all(messageId) as FileRow[];

export const fileOf = (store: ClientStore, id: AttachmentId): FileRow | undefined =>
  store
    .prepare('SELECT id, name, type, size, content_id, 0 AS placed FROM attachments WHERE id = ?')
    .get(id) as FileRow | undefined;

export const subjectOf = (store: ClientStore, messageId: MessageId): string | undefined =>
  (
    store.prepare('SELECT subject FROM messages WHERE id = ?').get(messageId) as
      | { subject: string }
      | undefined
  )?.subject;
