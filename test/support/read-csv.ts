/** Reads RFC 4180 as its grammar says, and nothing more lenient; a byte order mark is skipped. */
export function readCsv(text: string): string[][] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (field.lastIndex < body.length) {
    const at = field.lastIndex;
    const found = field.exec(body);
    if (!found) throw new Error(`no field at ${at}`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}
