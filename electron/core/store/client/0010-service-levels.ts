import type { Migration } from '../migrate.ts';

/** What was promised to the client, by version: minutes of its business time, or none. */
export const serviceLevels: Migration = {
  name: '0010-service-levels',
  sql: `
CREATE TABLE service_levels (
  version INTEGER PRIMARY KEY,
  effective_from INTEGER NOT NULL,
  first_response INTEGER,
  next_response INTEGER,
  resolution INTEGER
) STRICT;
`,
};
