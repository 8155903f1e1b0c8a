import type { Migration } from '../migrate.ts';

/**
 * The bytes of mails stand in files of the attachment folder, many in each, one after the other (`message-sources.ts`): they
 * are written once and never changed, and in the database every page of them would be sealed and written twice, first into
 * the log, and push out of memory what a look-up needs.
 *
 * `mail_files.length` is where the next piece begins. It is committed with the rows of the pieces before: what a process
 * that was killed wrote behind it belongs to nobody, and the next one writes over it. `message_sources.place` is where a
 * piece begins; null for what was kept before, whole in `bytes` or alone in `file`.
 *
 * The trigger is for conversations that are written with their first message at once (`append-message.ts`).
 */
export const mailFiles: Migration = {
  name: '0027-mail-files',
  sql: `
ALTER TABLE message_sources ADD COLUMN place INTEGER;
CREATE TABLE mail_files (
  number INTEGER PRIMARY KEY,
  length INTEGER NOT NULL
) STRICT;
CREATE TRIGGER conversations_due_first AFTER INSERT ON conversations WHEN new.message_count > 0 BEGIN
  INSERT OR IGNORE INTO stale_dues (conversation_id) VALUES (new.id);
END;
`,
};
