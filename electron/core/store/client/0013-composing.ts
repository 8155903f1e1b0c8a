import type { Migration } from '../migrate.ts';

/**
 * Drafts by kind: a reply, a forward and a note of one conversation stand beside each other. How each is made (signed, what
 * it quotes, what it forwards) goes with it into the outbox. Signatures, what a server takes and which senders it refuses.
 */
export const composing: Migration = {
  name: '0013-composing',
  sql: `
CREATE TABLE drafts_by_kind (
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  kind TEXT NOT NULL,
  operator_id TEXT NOT NULL,
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
INSERT INTO drafts_by_kind (conversation_id, kind, operator_id, identity, recipients, subject, text, template_id,
  attachment_ids, manner, revision, saved_at)
SELECT conversation_id, 'reply', operator_id, identity, recipients, subject, text, template_id, attachment_ids,
  '{"signed":true,"quote":null,"forwarded":[]}', revision, saved_at FROM drafts;
DROP TABLE drafts;
ALTER TABLE drafts_by_kind RENAME TO drafts;
ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'reply';
ALTER TABLE outbox ADD COLUMN manner TEXT NOT NULL DEFAULT '{"signed":false,"quote":"none","forwarded":[]}';
ALTER TABLE outbox ADD COLUMN signature TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN quote TEXT NOT NULL DEFAULT '';
ALTER TABLE sending ADD COLUMN quote TEXT NOT NULL DEFAULT 'last';
CREATE TABLE forwards (
  message_seq INTEGER PRIMARY KEY REFERENCES messages(seq) ON DELETE CASCADE
) STRICT;
CREATE TABLE signatures (
  id TEXT PRIMARY KEY,
  operator_id TEXT,
  address TEXT,
  channel_id TEXT REFERENCES channels(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE TABLE server_limits (
  channel_id TEXT PRIMARY KEY REFERENCES channels(id) ON DELETE CASCADE,
  maximum_size INTEGER,
  learned_at INTEGER NOT NULL
) STRICT;
CREATE TABLE refused_senders (
  channel_id TEXT NOT NULL REFERENCES channels(id) ON DELETE CASCADE,
  address TEXT NOT NULL,
  reply TEXT NOT NULL,
  refused_at INTEGER NOT NULL,
  PRIMARY KEY (channel_id, address)
) STRICT;
`,
};
