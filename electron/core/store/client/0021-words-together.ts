import type { Migration } from '../migrate.ts';

/**
 * The words of files stand in `message_search` beside those of their message, so that one question asks for both: in `body`
 * those of its files after a sign that nobody types (no phrase goes on from one into the next), in `people` their names.
 * `searched_messages` is what the index holds of a message; before a message changes there, the index forgets it as it was.
 *
 * `attachment_texts.found` says whether the index holds a file. Those that were read before are taken in by and by
 * (`message-words.ts`): a migration that did it would hold up the start for as long as there are files.
 *
 * `field_values_by_text` is for who searches a field for what stands in it, in whatever capitals.
 */
export const wordsTogether: Migration = {
  name: '0021-words-together',
  sql: `
ALTER TABLE attachment_texts ADD COLUMN found INTEGER NOT NULL DEFAULT 0;
CREATE INDEX attachment_texts_waiting ON attachment_texts (seq) WHERE found = 0;
CREATE INDEX field_values_by_text ON field_values (field_id, value COLLATE NOCASE);
CREATE VIEW searched_messages AS
  SELECT m.seq AS seq, m.id AS id, m.subject AS subject,
    m.body || ifnull((SELECT group_concat(' ' || char(57344) || ' ' || t.text, '') FROM attachment_texts t
      WHERE t.seq >= m.seq << 8 AND t.seq < (m.seq + 1) << 8 AND t.found = 1), '') AS body,
    m.people || ifnull((SELECT group_concat(char(10) || t.name, '') FROM attachment_texts t
      WHERE t.seq >= m.seq << 8 AND t.seq < (m.seq + 1) << 8 AND t.found = 1), '') AS people
  FROM messages m;
`,
};
