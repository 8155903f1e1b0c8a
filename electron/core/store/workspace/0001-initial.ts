import type { Migration } from '../migrate.ts';

export const initial: Migration = {
  name: '0001-initial',
  sql: `
CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  mark TEXT NOT NULL,
  colour TEXT NOT NULL,
  pattern TEXT NOT NULL,
  languages TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  demo INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  key_backend TEXT NOT NULL,
  key_check TEXT NOT NULL,
  removing INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE operators (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE grants (
  operator_id TEXT NOT NULL REFERENCES operators(id) ON DELETE CASCADE,
  client_id TEXT REFERENCES clients(id) ON DELETE CASCADE,
  role TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX grants_unique ON grants (operator_id, ifnull(client_id, ''), role);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`,
};
