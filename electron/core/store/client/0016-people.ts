import type { Migration } from '../migrate.ts';

/**
 * Who answers for this client, and how much of it each can carry; who was named in a note, and who follows what. A
 * certification is never changed: it ends, and another one begins. The two indexes hold exactly what automatic assignment
 * looks at: what waits for nobody in particular, and what is in whose hands.
 */
export const people: Migration = {
  name: '0016-people',
  sql: `
CREATE TABLE people_rules (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  certified_only INTEGER NOT NULL,
  assigning TEXT NOT NULL,
  capacity INTEGER NOT NULL,
  when_away TEXT NOT NULL
) STRICT;
CREATE TABLE capacities (operator_id TEXT PRIMARY KEY, capacity INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE certifications (
  seq INTEGER PRIMARY KEY,
  operator_id TEXT NOT NULL,
  granted_at INTEGER NOT NULL,
  granted_by TEXT,
  ended_at INTEGER,
  ended_by TEXT
) STRICT;
CREATE UNIQUE INDEX certifications_in_force ON certifications (operator_id) WHERE ended_at IS NULL;
CREATE TABLE assignment_turns (operator_id TEXT PRIMARY KEY, turn INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_to_assign ON conversations (waiting_since, id)
  WHERE assignee_id IS NULL AND waiting_since IS NOT NULL AND status IN ('new', 'open');
CREATE INDEX conversations_in_hand ON conversations (assignee_id)
  WHERE assignee_id IS NOT NULL AND status IN ('new', 'open');
CREATE TABLE mentions (
  operator_id TEXT NOT NULL,
  message_id TEXT NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  seen_at INTEGER,
  PRIMARY KEY (operator_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_message ON mentions (message_id);
CREATE INDEX mentions_unseen ON mentions (operator_id, message_id) WHERE seen_at IS NULL;
CREATE TABLE followers (
  operator_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  since INTEGER NOT NULL,
  PRIMARY KEY (operator_id, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX followers_by_conversation ON followers (conversation_id);
`,
};
