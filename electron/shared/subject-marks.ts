/**
 * Marks of replies and forwards before a subject, in the languages that mail programs speak, with an optional count: `Re[2]:`.
 * Only what is nothing else: they are cut off where a subject is handed on, and "Ref: 12" is the customer's own. What only
 * finds a thread takes more for a mark (`subject-rules.ts`).
 */
export const subjectMarks =
  /^\s*(?:(?:re|aw|sv|vs|antw|odp|rv|res|fwd?|wg|tr|enc|i|رد|إعادة توجيه|回复|答复|转发)(?:\s*\[\d+\]|\s*\(\d+\))?\s*[:\uff1a]\s*)+/iu;
