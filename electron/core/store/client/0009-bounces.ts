import type { Migration } from '../migrate.ts';

/**
 * What delivery reports say: which message came back, by its Message-ID, and for whom. The report may be here before the
 * message that it is about: a first look at a mailbox reads INBOX before Sent.
 */
export const bounces: Migration = {
  name: '0009-bounces',
  sql: `
CREATE TABLE bounces (
  report_seq INTEGER PRIMARY KEY REFERENCES messages(seq),
  internet_message_id TEXT NOT NULL,
  failed TEXT NOT NULL
) STRICT;
CREATE INDEX bounces_by_message ON bounces (internet_message_id);
`,
};
