export type CsvCell = string | number | null;

/**
 * What a spreadsheet could take for a formula: = + - @ (full-width ones too), tab or carriage return in front, be it
 * behind spaces or invisible characters (OWASP, CSV injection; ASVS 1.2.10). Apostrophes in front are let through to the
 * test, so that the guard can be taken off again without doubt.
 */
const dangerous = /^'*(?:[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;

/** Puts an apostrophe before what could be a formula; everything else stays. */
export const guardText = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** Takes the apostrophe off again: exactly what was guarded. */
export const unguardText = (text: string): string =>
  text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;

/**
 * RFC 4180: CRLF, every text quoted, numbers bare. Begins with a byte order mark, because without one Excel reads UTF-8
 * as the system's old code page and spoils every accent and all of Arabic; readers that know RFC 3629 skip it.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(cell: CsvCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${guardText(cell).replaceAll('"', '""')}"`;
}
