import type { Migration } from '../migrate.ts';

/** The time a person chose for a reply to leave; none: as soon as it can no longer be taken back. */
export const sendLater: Migration = {
  name: '0008-send-later',
  sql: `ALTER TABLE outbox ADD COLUMN send_at INTEGER;`,
};
