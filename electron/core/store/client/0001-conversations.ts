import type { Migration } from '../migrate.ts';

/**
 * `messages.seq` is the moment of a message (`sent_at`) in seconds, times 4096, plus a sequence within that second: the
 * newest come first without sorting, and a date filter is a range of row ids.
 *
 * `message_search` is filled by hand at the end of a batch, not by a trigger: a statement with a trigger opens a savepoint,
 * and at every savepoint FTS5 writes out what it holds, message by message. Its `prefix` indexes answer the first letters
 * of a word while it is typed, at once instead of after a look at every word that begins so.
 */
export const conversations: Migration = {
  name: '0001-conversations',
  sql: `
CREATE TABLE channels (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  identities TEXT NOT NULL,
  settings TEXT NOT NULL,
  cursor TEXT,
  last_fetched_at INTEGER,
  last_sent_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE secrets (
  channel_id TEXT NOT NULL REFERENCES channels(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (channel_id, field)
) STRICT;
CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  language TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE identities (
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  PRIMARY KEY (kind, address)
) STRICT;
CREATE INDEX identities_by_contact ON identities (contact_id);
CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  channel_id TEXT NOT NULL REFERENCES channels(id),
  subject TEXT NOT NULL,
  status TEXT NOT NULL,
  assignee_id TEXT,
  segment_id TEXT NOT NULL,
  preview TEXT NOT NULL,
  message_count INTEGER NOT NULL,
  has_attachments INTEGER NOT NULL,
  waiting_since INTEGER,
  last_message_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX conversations_unanswered ON conversations (waiting_since, id)
  WHERE waiting_since IS NOT NULL AND status IN ('new', 'open');
CREATE INDEX conversations_by_status ON conversations (status, last_message_at, id);
CREATE INDEX conversations_by_age ON conversations (last_message_at, id) WHERE status <> 'spam';
CREATE INDEX conversations_unassigned ON conversations (last_message_at, id)
  WHERE assignee_id IS NULL AND status IN ('new', 'open', 'waiting', 'on-hold');
CREATE INDEX conversations_mine ON conversations (assignee_id, last_message_at, id)
  WHERE assignee_id IS NOT NULL AND status IN ('new', 'open', 'waiting', 'on-hold');
CREATE INDEX conversations_by_contact ON conversations (contact_id, last_message_at);
CREATE TABLE conversation_tags (
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  tag TEXT NOT NULL,
  PRIMARY KEY (conversation_id, tag)
) STRICT;
CREATE INDEX conversation_tags_by_tag ON conversation_tags (tag);
CREATE TABLE messages (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  channel_id TEXT NOT NULL REFERENCES channels(id),
  kind TEXT NOT NULL,
  operator_id TEXT,
  from_name TEXT NOT NULL,
  from_address TEXT NOT NULL,
  recipients TEXT NOT NULL,
  people TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_key TEXT NOT NULL,
  body TEXT NOT NULL,
  quote TEXT NOT NULL,
  has_html INTEGER NOT NULL,
  automatic INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  internet_message_id TEXT,
  dedup_key TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  UNIQUE (channel_id, dedup_key)
) STRICT;
CREATE INDEX messages_by_conversation ON messages (conversation_id, seq);
CREATE INDEX messages_by_internet_id ON messages (internet_message_id) WHERE internet_message_id IS NOT NULL;
CREATE TABLE message_references (
  message_seq INTEGER NOT NULL REFERENCES messages(seq),
  internet_message_id TEXT NOT NULL,
  PRIMARY KEY (message_seq, internet_message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_references_by_id ON message_references (internet_message_id);
CREATE TABLE message_html (message_seq INTEGER PRIMARY KEY REFERENCES messages(seq), html TEXT NOT NULL) STRICT;
CREATE TABLE message_sources (
  message_seq INTEGER PRIMARY KEY REFERENCES messages(seq),
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB,
  file TEXT
) STRICT;
CREATE TABLE server_copies (
  channel_id TEXT NOT NULL REFERENCES channels(id) ON DELETE CASCADE,
  mailbox TEXT NOT NULL,
  uid_validity TEXT NOT NULL,
  uid INTEGER NOT NULL,
  message_seq INTEGER NOT NULL REFERENCES messages(seq),
  removed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel_id, mailbox, uid_validity, uid)
) STRICT, WITHOUT ROWID;
CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  message_seq INTEGER NOT NULL REFERENCES messages(seq),
  part INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content_id TEXT,
  inline INTEGER NOT NULL
) STRICT;
CREATE INDEX attachments_by_message ON attachments (message_seq);
CREATE VIRTUAL TABLE message_search USING fts5(
  subject, body, people,
  content='messages', content_rowid='seq',
  tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
);
CREATE VIRTUAL TABLE message_words USING fts5vocab(message_search, 'row');
CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  segment_id TEXT NOT NULL,
  type TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  data TEXT NOT NULL,
  calendar_version INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_conversation ON events (conversation_id, at, seq);
CREATE INDEX events_by_time ON events (at);
CREATE INDEX events_by_type ON events (type, at);
CREATE TABLE calendars (
  version INTEGER PRIMARY KEY,
  effective_from INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  weekly_hours TEXT NOT NULL,
  holidays TEXT NOT NULL
) STRICT;
`,
};
