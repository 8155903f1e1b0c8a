import type { Migration } from '../migrate.ts';

/** Views over several clients. They name statuses, tags and people, never what only one client has. */
export const savedViews: Migration = {
  name: '0005-saved-views',
  sql: `
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
`,
};
