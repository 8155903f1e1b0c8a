/** A header field as it stands: lower-case name, and its line with name and folding. */
export interface HeaderLine {
  readonly key: string;
  readonly line: string;
}

export interface HeaderBlock {
  readonly lines: readonly HeaderLine[];
  /** Where the body begins, after the empty line. */
  readonly bodyStart: number;
}

/** A piece of the message's bytes. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Nearly every header fits into the first; none of an ordinary message is longer than the second. */
const blockSizes = [4 * 1024, 64 * 1024] as const;
const unusual = /[^\t\r\n\x20-\x7e]|\r(?!\n)/;
const fieldName = /^[!-9;-~]+$/;
const blank = /^[\t\r ]*$/;

/**
 * The header fields at the beginning of a range (RFC 5322, 2.2). Null where anything but well-formed, folded ASCII
 * fields stands before the empty line, or where there is none.
 */
export function readHeaderBlock(bytes: Buffer, { start, end }: Range): HeaderBlock | null {
  for (const size of blockSizes) {
    const text = bytes.toString('latin1', start, Math.min(end, start + size));
    const length = lengthOf(text);
    if (length === 0) continue;
    const block = text.slice(0, length);
    const lines = unusual.test(block) ? null : fieldsIn(block);
    return lines && { lines, bodyStart: start + length };
  }
  return null;
}

/** Characters up to and with the empty line, or 0 where there is none. */
function lengthOf(text: string): number {
  for (let at = 0; at < text.length;) {
    const lineEnd = text.indexOf('\n', at);
    if (lineEnd === -1) return 0;
    if (lineEnd === at || (lineEnd === at + 1 && text[at] === '\r')) return lineEnd + 1;
    at = lineEnd + 1;
  }
  return 0;
}

/** Every line begins a field or goes on with one; the empty line at the end does neither. */
function fieldsIn(block: string): HeaderLine[] | null {
  const lines: HeaderLine[] = [];
  let start = 0;
  for (let at = 0; at < block.length;) {
    const next = block.indexOf('\n', at) + 1;
    if (isFolded(block, next)) {
      if (blank.test(block.slice(next, block.indexOf('\n', next)))) return null;
    } else {
      const line = block.slice(start, next).trimEnd();
      if (next < block.length || line !== '') {
        const name = line.slice(0, Math.max(line.indexOf(':'), 0));
        if (!fieldName.test(name)) return null;
        lines.push({ key: name.toLowerCase(), line });
      }
      start = next;
    }
    at = next;
  }
  return lines;
}

const isFolded = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** The unfolded value of the only field of that name, '' where there is none, null where there are several. */
export function onlyValueOf(lines: readonly HeaderLine[], key: string): string | null {
  let found: string | null = null;
  for (const { key: name, line } of lines) {
    if (name !== key) continue;
    if (found !== null) return null;
    found = line.slice(key.length + 1);
  }
  if (found === null) return '';
  return (found.includes('\n') ? found.replaceAll(/\r?\n[ \t]*/g, ' ') : found).trim();
}
