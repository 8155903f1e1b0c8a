import type { Migration } from '../migrate.ts';

/**
 * Custom fields, saved views of this client, macros, rules, and what was done in one go.
 *
 * A list by tag is read off `conversation_tags_by_place` in the order of the newest message; triggers keep that copy true
 * whoever writes. The same goes for `stale_dues`: conversations whose promise may fall due at another time than `dues`
 * says. `dues` is a cache, worked out again by the service levels and thrown away when these or the calendar change.
 */
export const automation: Migration = {
  name: '0017-automation',
  sql: `
CREATE TABLE fields (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  choices TEXT NOT NULL,
  required INTEGER NOT NULL,
  position INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE field_values (
  conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  field_id TEXT NOT NULL REFERENCES fields(id),
  value TEXT NOT NULL,
  PRIMARY KEY (conversation_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_values_by_value ON field_values (field_id, value);
CREATE TABLE saved_views (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  shared INTEGER NOT NULL,
  operator_id TEXT NOT NULL,
  client_ids TEXT,
  filter TEXT NOT NULL,
  sort TEXT NOT NULL,
  columns TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
ALTER TABLE conversation_tags ADD COLUMN last_message_at INTEGER NOT NULL DEFAULT 0;
UPDATE conversation_tags SET last_message_at =
  (SELECT last_message_at FROM conversations WHERE id = conversation_id);
CREATE INDEX conversation_tags_by_place ON conversation_tags (tag, last_message_at, conversation_id);
DROP INDEX conversation_tags_by_tag;
CREATE INDEX conversations_waiting ON conversations (waiting_since, id) WHERE waiting_since IS NOT NULL;
CREATE TABLE dues (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  warn_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dues_by_time ON dues (due_at, conversation_id);
CREATE INDEX dues_by_warning ON dues (warn_at);
CREATE TABLE stale_dues (conversation_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE dues_basis (one INTEGER PRIMARY KEY CHECK (one = 1), basis TEXT NOT NULL) STRICT;
CREATE TRIGGER conversation_tags_placed AFTER INSERT ON conversation_tags BEGIN
  UPDATE conversation_tags SET last_message_at =
    (SELECT last_message_at FROM conversations WHERE id = new.conversation_id)
  WHERE conversation_id = new.conversation_id AND tag = new.tag;
END;
CREATE TRIGGER conversations_move_tags AFTER UPDATE OF last_message_at ON conversations
  WHEN new.last_message_at <> old.last_message_at BEGIN
  UPDATE conversation_tags SET last_message_at = new.last_message_at WHERE conversation_id = new.id;
END;
CREATE TRIGGER conversations_due_anew AFTER UPDATE OF status, waiting_since, segment_id, created_at ON conversations
  WHEN new.status <> old.status OR new.waiting_since IS NOT old.waiting_since
    OR new.segment_id <> old.segment_id OR new.created_at <> old.created_at BEGIN
  INSERT OR IGNORE INTO stale_dues (conversation_id) VALUES (new.id);
END;
CREATE TABLE macros (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  actions TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE rules (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  trigger_when TEXT NOT NULL,
  condition TEXT NOT NULL,
  actions TEXT NOT NULL,
  position INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT;
CREATE TABLE rule_settings (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  mode TEXT NOT NULL,
  seen INTEGER NOT NULL
) STRICT;
INSERT INTO rule_settings (one, mode, seen) SELECT 1, 'all', ifnull(max(seq), 0) FROM events;
CREATE TABLE rule_runs (
  rule_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  stamp TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  error TEXT,
  PRIMARY KEY (rule_id, conversation_id, stamp)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_runs_by_time ON rule_runs (at);
CREATE TABLE rule_notices (
  id TEXT PRIMARY KEY,
  operator_id TEXT,
  conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE rule_notices_seen (
  notice_id TEXT NOT NULL REFERENCES rule_notices(id) ON DELETE CASCADE,
  operator_id TEXT NOT NULL,
  PRIMARY KEY (notice_id, operator_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE batches (
  id TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL,
  actions TEXT NOT NULL,
  state TEXT NOT NULL,
  total INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX batches_unfinished ON batches (at) WHERE state IN ('running', 'undoing');
CREATE TABLE batch_items (
  batch_id TEXT NOT NULL REFERENCES batches(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  conversation_id TEXT NOT NULL,
  state TEXT NOT NULL,
  error TEXT,
  facts TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_items_by_state ON batch_items (batch_id, state);
`,
};
