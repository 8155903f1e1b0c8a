import type { Migration } from '../migrate.ts';

/** Who is away from the desk, and since when; everybody else is there. */
export const away: Migration = {
  name: '0004-away',
  sql: `
CREATE TABLE away (
  operator_id TEXT PRIMARY KEY REFERENCES operators(id) ON DELETE CASCADE,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
