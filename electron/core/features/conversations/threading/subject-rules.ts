/**
 * Marks that mail programs put before the subject of a reply or a forward, by language: English, German, Nordic, Spanish,
 * Portuguese, Italian, French, Dutch, Polish, Turkish, Greek, Hebrew, Arabic, Chinese, Japanese, Korean.
 */
const marks = [
  're|res|ref|fwd?|aw|wg|antw|sv|vs|vb|rv|enc|rif|tr|doorst|odp|pd|ynt|ilt|απ|σχετ|προθ|השב|הועבר',
  'رد|الرد|إعادة|إعادة توجيه|回复|回覆|答复|转发|轉寄|返信|転送|답장|전달',
].join('|');
/** `Re: `, `RE[2]: `, `Re^3: `, `Re (2): `, with a colon of either width. */
const oneMark = new RegExp(
  `^\\s*(?:${marks})\\s*(?:\\[\\d{1,3}\\]|\\^\\d{1,3}|\\(\\d{1,3}\\))?\\s*[:：]\\s*`,
  'iu',
);
/** `[External]`, `[Ticket 12]` and the like, which gateways put in front. */
const oneLabel = /^\s*\[[^\]]{1,40}\]\s*/u;
/** A subject shorter than this ("hi", "?") says nothing about what it belongs to. */
const shortestKey = 4;
const mostMarks = 20;

function withoutMarks(subject: string): { rest: string; marked: boolean } {
  let rest = subject.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
  let marked = false;
  for (let round = 0; round < mostMarks; round += 1) {
    const unmarked = rest.replace(oneMark, '');
    if (unmarked !== rest) marked = true;
    const unlabelled = unmarked.replace(oneLabel, '');
    const next = unlabelled.trim() === '' ? unmarked : unlabelled;
    if (next === rest) break;
    rest = next;
  }
  return { rest: rest.trim(), marked };
}

/** Whether a mail program marked it as an answer to, or a forward of, an earlier mail. */
export const isReplySubject = (subject: string): boolean => withoutMarks(subject).marked;

/** The subject without reply marks, case, width and runs of spaces; empty where it says too little to thread by. */
export function subjectKeyOf(subject: string): string {
  const key = withoutMarks(subject)
    .rest.normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 200);
  return key.length < shortestKey ? '' : key;
}
