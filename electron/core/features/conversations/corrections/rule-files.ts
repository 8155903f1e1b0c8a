import type { AttachmentId, ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';

interface RuleFile {
  readonly id: AttachmentId;
  /** Its name in the client's folder. */
  readonly file: string;
}

/** Files of replies that a rule has filled and nobody has touched. */
export const ruleFiles = (store: ClientStore, ids: readonly ConversationId[]): RuleFile[] =>
  store
    .prepare(
      `SELECT a.id, a.file FROM drafts d, json_each(d.attachment_ids) named
         JOIN outgoing_attachments a ON a.id = named.value
       WHERE d.operator_id IS NULL AND d.conversation_id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as RuleFile[];

/** Removes those whose reply gave way. Call it outside a transaction. */
export function dropUnnamed(store: ClientStore, files: readonly RuleFile[]): void {
  const drop = store.prepare(
    `DELETE FROM outgoing_attachments WHERE id = :id AND NOT EXISTS
       (SELECT 1 FROM drafts d, json_each(d.attachment_ids) named
        WHERE d.conversation_id = outgoing_attachments.conversation_id AND named.value = :id)`,
  );
  for (const { id, file } of files) if (drop.run({ id }).changes > 0) store.files.remove(file);
}
