/** Marks of replies and forwards before a subject, in the languages that mail programs speak, with an optional count: `Re[2]:`. */
export const subjectMarks =
  /^\s*(?:(?:re|aw|sv|vs|antw|odp|rv|res|fwd?|wg|tr|enc|i|رد|إعادة توجيه|回复|答复|转发)(?:\s*\[\d+\]|\s*\(\d+\))?\s*[:\uff1a]\s*)+/iu;
