import type { Migration } from '../migrate.ts';

export const outbox: Migration = {
  name: '0002-outbox',
  sql: `
CREATE TABLE drafts (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations(id),
  operator_id TEXT NOT NULL,
  identity TEXT NOT NULL,
  recipients TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  template_id TEXT,
  attachment_ids TEXT NOT NULL,
  revision INTEGER NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  channel_id TEXT NOT NULL REFERENCES channels(id),
  operator_id TEXT NOT NULL,
  draft_revision INTEGER NOT NULL,
  identity TEXT NOT NULL,
  recipients TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  template_id TEXT,
  attachment_ids TEXT NOT NULL,
  then_status TEXT NOT NULL,
  internet_message_id TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  phase TEXT,
  attempts INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  error TEXT,
  looks INTEGER NOT NULL DEFAULT 0,
  restored INTEGER NOT NULL DEFAULT 0,
  filing TEXT NOT NULL,
  filing_attempts INTEGER NOT NULL,
  filing_not_before INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (conversation_id, draft_revision)
) STRICT;
CREATE INDEX outbox_due ON outbox (not_before) WHERE state IN ('queued', 'sending', 'unknown');
CREATE INDEX outbox_filing ON outbox (filing_not_before) WHERE state = 'sent' AND filing = 'waiting';
CREATE INDEX outbox_by_conversation ON outbox (conversation_id, seq);
CREATE TABLE outgoing_attachments (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  file TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
`,
};
