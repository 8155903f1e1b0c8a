/** A message's own words, and what it repeats of earlier ones. */
export interface SplitText {
  readonly text: string;
  readonly quotedText: string;
}

/** Longer lines are nobody's reply header; looking no further keeps the work linear. */
const longestHeader = 400;
/** A reply header may be wrapped over this many lines. */
const headerLines = 3;

/** The line before a quotation: "On ... wrote:" in the languages of our clients. */
const replyHeader = [
  /^on\b.{4,}\bwrote ?:$/iu,
  /^el\b.{4,}\bescribi[óo] ?:$/iu,
  /^(?:am|den)\b.{4,}\bschrieb\b.{0,200}:$/iu,
  /^le\b.{4,}\ba [ée]crit ?:$/iu,
  /^(?:في|بتاريخ|يوم).{4,}(?:كتب|كتبت)(?:\s.{0,200})?[::]$/u,
  /^(?:كتب|كتبت)\s.{2,}[::]$/u,
  /^(?:em|no dia)\b.{4,}\bescreveu ?:$/iu,
  /^il\b.{4,}\bha scritto ?:$/iu,
  /^op\b.{4,}\bschreef\b.{0,200}:$/iu,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.{2,}<[^<>]+@[^<>]+> ?:$/u,
] as const;

/** Begins with a name, so it is looked for in single lines only: a line above it may be the writer's own. */
const nameFirstHeader = /^.{2,80}\bschrieb (?:am|um)\b.{4,}:$/iu;

/** The line that Outlook and others put between a reply and the whole earlier message. */
const divider =
  /^(?:-{2,} ?(?:original message|urspr[üu]ngliche nachricht|mensaje original|message d'origine|message original|الرسالة الأصلية) ?-{2,}|_{20,})$/iu;

const outlookFrom = /^\*?(?:from|von|de|من) ?:\*? .+/iu;
const outlookRest =
  /^\*?(?:sent|date|gesendet|datum|enviado|fecha|envoy[ée]|to|an|para|à|إلى|التاريخ|subject|betreff|asunto|objet|الموضوع)(?: el)? ?:/iu;

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/**
 * Parts a reply from what it quotes: everything from the last header that is followed by quotation only, or a
 * quotation at the top with the answer below it. Answers between quoted lines are left as they stand, and a message
 * that would be left without words keeps all of them.
 */
export function splitQuote(whole: string): SplitText {
  const lines = whole.replaceAll('\r\n', '\n').split('\n');
  const start = startOfTail(lines);
  const own = start === -1 ? lines : lines.slice(0, start);
  const quoted = start === -1 ? [] : lines.slice(start);
  const top = start === -1 ? endOfTopQuote(lines) : 0;
  if (top > 0) return split(lines.slice(top), lines.slice(0, top), whole);
  return split(own, quoted, whole);
}

function split(own: readonly string[], quoted: readonly string[], whole: string): SplitText {
  const text = own.join('\n').trim();
  if (text === '') return { text: whole.replaceAll('\r\n', '\n').trim(), quotedText: '' };
  return { text, quotedText: quoted.join('\n').trim() };
}

/** The line where the quotation at the end begins, or -1. */
function startOfTail(lines: readonly string[]): number {
  for (let index = 0; index < lines.length; index += 1) {
    if (startsOriginal(lines, index)) return index;
    const length = headerAt(lines, index);
    if (length > 0 && onlyQuotationAfter(lines, { header: index, body: index + length })) return index;
  }
  return startOfBareTail(lines);
}

/** Outlook repeats the earlier message whole, without marks: all that follows its header block is quoted. */
function startsOriginal(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.trim() ?? '';
  if (line.length > longestHeader) return false;
  if (divider.test(line)) return blockAt(lines, index + 1) || !line.startsWith('_');
  return outlookFrom.test(line) && blockAt(lines, index) && isBlank(lines[index - 1] ?? '');
}

/** From, and at least two of Sent, To and Subject right below. */
function blockAt(lines: readonly string[], index: number): boolean {
  const next = lines
    .slice(index, index + 8)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = next.findIndex((line) => outlookFrom.test(line));
  if (first === -1 || first > 1) return false;
  return next.slice(first + 1, first + 6).filter((line) => outlookRest.test(line)).length >= 2;
}

/** How many lines the reply header at this line takes, or 0. */
function headerAt(lines: readonly string[], index: number): number {
  let joined = '';
  for (let length = 1; length <= headerLines; length += 1) {
    const line = lines[index + length - 1];
    if (line === undefined || isBlank(line) || isQuoted(line)) return 0;
    joined = `${joined} ${line.trim()}`.trim();
    if (joined.length > longestHeader) return 0;
    if (!joined.endsWith(':')) continue;
    if (replyHeader.some((pattern) => pattern.test(joined)) || (length === 1 && nameFirstHeader.test(joined)))
      return length;
  }
  return 0;
}

/**
 * Below a header everything is quoted: marked lines, or (as the text of HTML mail has it) no marks at all, but then the
 * header must name a day or an hour: people write "I wrote:" themselves.
 */
function onlyQuotationAfter(lines: readonly string[], at: { header: number; body: number }): boolean {
  const rest = lines.slice(at.body).filter((line) => !isBlank(line));
  const firstMarked = rest.findIndex(isQuoted);
  if (firstMarked === -1) return lines.slice(at.header, at.body).some((line) => /\p{Nd}/u.test(line));
  if (firstMarked > 0) return false;
  const lastMarked = rest.findLastIndex(isQuoted);
  const below = rest.slice(lastMarked + 1);
  return rest.slice(0, lastMarked + 1).every(isQuoted) && (below.length === 0 || isSignature(below));
}

const isSignature = (lines: readonly string[]): boolean => /^(?:--|__)\s?$/.test(lines[0] ?? '');

/** Marked lines at the very end without any header. */
function startOfBareTail(lines: readonly string[]): number {
  let index = lines.length;
  while (index > 0 && (isBlank(lines[index - 1] ?? '') || isQuoted(lines[index - 1] ?? ''))) index -= 1;
  return lines.slice(index).some(isQuoted) ? index : -1;
}

/** The answer stands below: where the quotation at the top ends, or 0 where quotes and answers alternate. */
function endOfTopQuote(lines: readonly string[]): number {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first === -1) return 0;
  const header = headerAt(lines, first);
  let index = first + header;
  while (index < lines.length && (isBlank(lines[index] ?? '') || isQuoted(lines[index] ?? ''))) index += 1;
  const marked = lines.slice(first, index).some(isQuoted);
  return marked && !lines.slice(index).some(isQuoted) ? index : 0;
}
