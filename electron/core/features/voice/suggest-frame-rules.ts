const longestFrame = 60;
const mostWords = 6;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A name behind a greeting: words with capitals, to the end of the line. */
const named = /^(\p{L}[\p{L} '’]*?)(,? )((?:\p{Lu}[\p{L}'’.-]*)(?: \p{Lu}[\p{L}'’.-]*){0,3})([,!:.،]?)$/u;

/** How a reply begins, with `{name}` for the customer's: `Hello {name},`. Null where its first line is no greeting. */
export function openingOf(text: string): string | null {
  const [first = ''] = linesOf(text);
  if (!isShort(first)) return null;
  const [, lead, between = ' ', , sign = ''] = named.exec(first) ?? [];
  if (lead !== undefined && lead.split(' ').length <= 3) return `${lead.trim()}${between}{name}${sign}`;
  return /[,!:،]$/.test(first) ? first : null;
}

/** How a reply ends, without the name below it. Null where its last lines are none of an ending. */
export function closingOf(text: string): string | null {
  const last = linesOf(text).slice(1).slice(-4);
  const at = last.findIndex((line) => isShort(line) && /[,!،]$/.test(line));
  if (at !== -1) return (last[at] ?? '').replace(/[,،]$/, '');
  const [before = '', end = ''] = last.slice(-2);
  return isShort(before) && isShort(end) && /^\p{Lu}/u.test(end) && !/[.?]$/.test(before) ? before : null;
}

const isShort = (line: string): boolean =>
  line.length > 1 &&
  line.length <= longestFrame &&
  line.split(/\s+/).length <= mostWords &&
  !line.includes('?');
