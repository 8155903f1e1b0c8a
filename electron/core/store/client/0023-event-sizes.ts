import type { Migration } from '../migrate.ts';

/**
 * How many events one entry of each index leads to, told to SQLite's planner in the form of `sqlite_stat1`: a conversation
 * has about ten, a type as many as there are conversations. Untold, it takes both for equal, and looks for the `opened` of
 * one conversation through those of the whole store. Only the proportions count; nothing here runs ANALYZE over the rows,
 * so they stay.
 */
export const eventSizes: Migration = {
  name: '0023-event-sizes',
  sql: `
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('events', 'events_by_conversation', '10000000 10 1 1'),
  ('events', 'events_by_type', '10000000 500000 1'),
  ('events', 'events_by_time', '10000000 1');
ANALYZE sqlite_schema;
`,
};
