import type { Migration } from '../migrate.ts';

/** A draft may be nobody's: a rule has filled it. */
export const ruleReplies: Migration = {
  name: '0022-rule-replies',
  sql: `
CREATE TABLE drafts_of_anybody (
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  kind TEXT NOT NULL,
  operator_id TEXT,
  identity TEXT NOT NULL,
  recipients TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  template_id TEXT,
  attachment_ids TEXT NOT NULL,
  manner TEXT NOT NULL,
  revision INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, kind)
) STRICT;
INSERT INTO drafts_of_anybody (conversation_id, kind, operator_id, identity, recipients, subject, text, template_id,
  attachment_ids, manner, revision, saved_at)
SELECT conversation_id, kind, operator_id, identity, recipients, subject, text, template_id,
  attachment_ids, manner, revision, saved_at FROM drafts;
DROP TABLE drafts;
ALTER TABLE drafts_of_anybody RENAME TO drafts;
`,
};
