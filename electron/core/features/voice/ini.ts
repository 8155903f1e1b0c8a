/** A line of an ini file, in its section. */
export interface IniEntry {
  /** Empty above the first section. */
  readonly section: string;
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Reads an ini file as Vale's reader does: `#` and `;` begin comments, behind a value only after a space; a backslash at
 * the end of a line joins the next; quotes and backticks around a value go.
 */
export function readIni(text: string): IniEntry[] {
  const entries: IniEntry[] = [];
  let section = '';
  let joined = '';
  for (const [index, written] of text.split(/\r\n?|\n/).entries()) {
    const line = joined + written.trim();
    joined = '';
    if (line.endsWith('\\') && !/^[#;]/.test(line)) {
      joined = line.slice(0, -1);
      continue;
    }
    const head = /^\[(.+)\]\s*(?:[#;].*)?$/.exec(line);
    if (head) section = (head[1] ?? '').trim();
    else if (line !== '' && !/^[#;]/.test(line)) {
      const [, key = '', value = ''] = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(line) ?? [];
      if (key !== '') entries.push({ section, key, value: unquoted(value), line: index + 1 });
    }
  }
  return entries;
}

function unquoted(value: string): string {
  const quoted = /^(["'`])(.*)\1$/.exec(value);
  return quoted ? (quoted[2] ?? '') : value.replace(/\s+[#;].*$/, '').trim();
}

/** The parts of a list: `Google, Microsoft`. A comma inside `{}`, `()` or `[]` parts nothing. */
export function listOf(value: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of value) {
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    if (letter === ',' && depth <= 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  return [...parts, part.trim()].filter((each) => each !== '');
}
