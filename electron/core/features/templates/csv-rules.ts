const separators = [',', ';', '\t'] as const;

/**
 * The rows of a CSV file (RFC 4180), with what real files do: a byte order mark, semicolons or tabs, line ends of any
 * kind, quotes left open at the end. The separator is the one that the first line has most of, outside quotes.
 */
export function csvRows(text: string): string[][] {
  const content = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < content.length) {
    const { value, end } = content[at] === '"' ? quoted(content, at) : { value: '', end: at };
    const stop = fieldEnd(content, { from: end, separator });
    row.push(value + content.slice(end, stop));
    if (content[stop] === separator) {
      at = stop + 1;
      if (at === content.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at = content.startsWith('\r\n', stop) ? stop + 2 : stop + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((each) => each.some((field) => field.trim() !== ''));
}

/** A quoted field, two quotes inside being one; one that is never closed goes to the end. */
function quoted(content: string, start: number): { value: string; end: number } {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = content.indexOf('"', from);
    if (quote === -1) return { value: [...parts, content.slice(from)].join('"'), end: content.length };
    parts.push(content.slice(from, quote));
    if (content[quote + 1] !== '"') return { value: parts.join('"'), end: quote + 1 };
    from = quote + 2;
  }
}

function fieldEnd(content: string, { from, separator }: { from: number; separator: string }): number {
  for (let at = from; at < content.length; at += 1) {
    const character = content[at];
    if (character === separator || character === '\n' || character === '\r') return at;
  }
  return content.length;
}

function separatorOf(content: string): string {
  const [first = ''] = content.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1);
  const counts = separators.map((each) => ({ each, count: first.split(each).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).each;
}
