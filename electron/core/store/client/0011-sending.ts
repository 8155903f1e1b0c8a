import type { Migration } from '../migrate.ts';

/** How this client's replies leave: one row, or none where nobody has said. */
export const sending: Migration = {
  name: '0011-sending',
  sql: `
CREATE TABLE sending (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  undo_seconds INTEGER NOT NULL
) STRICT;
`,
};
