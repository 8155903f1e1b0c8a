import { readContentFields, type ContentFields } from './content-fields.ts';
import { readHeaderBlock, type HeaderLine, type Range } from './header-block.ts';

/** A message or one of its parts (RFC 2046, 5.1): its header, what it says, and where its body or its parts stand. */
export interface Part {
  readonly lines: readonly HeaderLine[];
  readonly content: ContentFields;
  readonly body: Range;
  /** Empty for anything but a multipart. */
  readonly parts: readonly Part[];
}

/** Ordinary mail has a handful of parts, one within the other three or four times. */
const deepest = 12;
const mostParts = 200;

/** The parts of a message, or null where its delimiters or a header leave any doubt. */
export function readParts(bytes: Buffer): Part | null {
  const left = { parts: mostParts };

  function readPart(range: Range, depth: number): Part | null {
    const header = readHeaderBlock(bytes, range);
    const content = header && readContentFields(header.lines);
    left.parts -= 1;
    if (!content || depth > deepest || left.parts < 0) return null;
    const body = { start: header.bodyStart, end: range.end };
    const { lines } = header;
    if (content.boundary === '') return { lines, content, body, parts: [] };
    const parts: Part[] = [];
    for (const inner of splitMultipart(bytes, { ...body, boundary: content.boundary }) ?? [null]) {
      const part = inner && readPart(inner, depth + 1);
      if (!part) return null;
      parts.push(part);
    }
    return { lines, content, body, parts };
  }

  return readPart({ start: 0, end: bytes.length }, 0);
}

/**
 * What stands between the delimiters of a multipart, without the line end that belongs to the next delimiter. Every
 * appearance of the boundary must be a delimiter, the last one must close the multipart, and none may come after it.
 */
function splitMultipart(
  bytes: Buffer,
  { start, end, boundary }: Range & { boundary: string },
): Range[] | null {
  const mark = Buffer.from(`--${boundary}`);
  const ranges: Range[] = [];
  let open: number | null = null;
  let isClosed = false;
  for (
    let at = bytes.indexOf(mark, start);
    at !== -1 && at < end;
    at = bytes.indexOf(mark, at + mark.length)
  ) {
    const after = at + mark.length;
    const closes = bytes[after] === dash && bytes[after + 1] === dash;
    const next = lineEndAt(bytes, closes ? after + 2 : after);
    if (isClosed || bytes[at - 1] !== lineFeed || next === null || (closes && open === null)) return null;
    if (open !== null) ranges.push({ start: open, end: endBefore(bytes, { start: open, end: at }) });
    open = next;
    isClosed = closes;
  }
  return isClosed ? ranges : null;
}

const [lineFeed, carriageReturn, dash] = [0x0a, 0x0d, 0x2d];

/** The place after the line end, or after the last byte of all; null where something else stands there. */
function lineEndAt(bytes: Buffer, at: number): number | null {
  if (at === bytes.length || bytes[at] === lineFeed) return at + 1;
  return bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : null;
}

function endBefore(bytes: Buffer, { start, end }: Range): number {
  if (end - 1 < start) return start;
  return end - 2 >= start && bytes[end - 2] === carriageReturn ? end - 2 : end - 1;
}
