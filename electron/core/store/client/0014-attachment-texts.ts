import type { Migration } from '../migrate.ts';

/**
 * The words of files. `attachment_texts.seq` is the number of the message times 256 plus the part, so that hits come newest
 * first by the same number as messages do. `attachment_search` has the columns of `message_search`: what is asked of the one
 * can be asked of the other, and words may stand in the file, in its name (beside the people), in the subject of its message.
 *
 * `attachment_reading` says up to which row of `attachments` files were read: taking in mail writes nothing here.
 */
export const attachmentTexts: Migration = {
  name: '0014-attachment-texts',
  sql: `
CREATE TABLE attachment_texts (
  seq INTEGER PRIMARY KEY,
  attachment_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE attachment_reading (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  read_up_to INTEGER NOT NULL,
  tries INTEGER NOT NULL
) STRICT;
CREATE VIEW attachment_words AS
  SELECT t.seq AS seq, m.subject AS subject, t.text AS body, m.people || char(10) || t.name AS people
  FROM attachment_texts t JOIN messages m ON m.seq = t.seq >> 8;
CREATE VIRTUAL TABLE attachment_search USING fts5(
  subject, body, people,
  content='attachment_words', content_rowid='seq',
  tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
);
CREATE VIRTUAL TABLE attachment_terms USING fts5vocab(attachment_search, 'row');
`,
};
