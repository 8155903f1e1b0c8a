/**
 * SQL: whether the markup of its own message names the attachment `a`. Whatever its sender called inline, only that is
 * shown inside the message.
 */
export const isPlaced = `(a.content_id IS NOT NULL AND a.content_id <> '' AND EXISTS (
  SELECT 1 FROM message_html h WHERE h.message_seq = a.message_seq AND instr(h.html, a.content_id) > 0))`;
