import type { Migration } from '../migrate.ts';

/**
 * Who a customer is. Two contacts that are one person are joined by an edge, which can be taken back: no contact, identity
 * or conversation is ever rewritten for good. `contact_id` of an identity and of a conversation is the person as things
 * stand; `origin_id` is the contact that it belongs to by itself, and null where that is the same.
 */
export const contacts: Migration = {
  name: '0018-contacts',
  sql: `
CREATE TABLE contact_merges (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES contacts(id),
  into_id TEXT NOT NULL REFERENCES contacts(id),
  operator_id TEXT,
  merged_at INTEGER NOT NULL,
  undone_by TEXT,
  undone_at INTEGER
) STRICT;
CREATE UNIQUE INDEX contact_merges_from ON contact_merges (from_id) WHERE undone_at IS NULL;
CREATE INDEX contact_merges_into ON contact_merges (into_id) WHERE undone_at IS NULL;
ALTER TABLE identities ADD COLUMN origin_id TEXT REFERENCES contacts(id);
CREATE INDEX identities_by_origin ON identities (origin_id) WHERE origin_id IS NOT NULL;
ALTER TABLE conversations ADD COLUMN origin_id TEXT REFERENCES contacts(id);
CREATE INDEX contacts_by_name ON contacts (name COLLATE NOCASE);
CREATE TABLE contacts_kept_apart (
  one_id TEXT NOT NULL REFERENCES contacts(id),
  other_id TEXT NOT NULL REFERENCES contacts(id),
  operator_id TEXT,
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (one_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_time_zones (
  contact_id TEXT PRIMARY KEY REFERENCES contacts(id),
  time_zone TEXT NOT NULL
) STRICT;
CREATE TABLE contact_phones (
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  number TEXT NOT NULL,
  last_digits TEXT NOT NULL,
  PRIMARY KEY (contact_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_phones_by_digits ON contact_phones (last_digits);
CREATE TABLE contact_notes (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  text TEXT NOT NULL,
  operator_id TEXT,
  written_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX contact_notes_by_contact ON contact_notes (contact_id);
CREATE TABLE contact_fields (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE TABLE contact_field_values (
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  field_id TEXT NOT NULL REFERENCES contact_fields(id),
  value TEXT NOT NULL,
  PRIMARY KEY (contact_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_changes (
  seq INTEGER PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  at INTEGER NOT NULL,
  operator_id TEXT,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX contact_changes_by_contact ON contact_changes (contact_id, seq);
CREATE TABLE recent_searches (
  operator_id TEXT NOT NULL,
  text TEXT NOT NULL,
  searched_at INTEGER NOT NULL,
  PRIMARY KEY (operator_id, text)
) STRICT, WITHOUT ROWID;
`,
};
