/** Places in a message's text: one character a byte, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A header and what follows it: the message itself, a part of it, or a message inside it. */
export interface Part {
  /** Without the blank line that ends it. */
  readonly header: Range;
  /** A multipart's body is only what stands before its first delimiter. */
  readonly body: Range;
  /** It stands in a multipart/digest, where a part without a type is a message (RFC 2046, 5.1.5). */
  readonly inDigest: boolean;
}

/** A delimiter line without its line end (RFC 2046, 5.1.1). */
export interface Delimiter extends Range {
  /** Its end without the blanks that some programs leave there. */
  readonly trimmed: number;
  /** The multiparts inside it that nobody closed, innermost first. */
  readonly unclosed: readonly string[];
}

export interface Layout {
  readonly parts: readonly Part[];
  readonly delimiters: readonly Delimiter[];
}

interface Level {
  readonly boundary: string;
  readonly isDigest: boolean;
}

/** More parts than mailparser reads; what follows them is left as it stands. */
const mostParts = 1_100;

/**
 * Where the headers, bodies and delimiters of a message stand, found by delimiters alone and without decoding anything.
 * Linear in the length of the text; never throws.
 */
export function layoutOf(text: string): Layout {
  const parts: Part[] = [];
  const delimiters: Delimiter[] = [];
  const levels: Level[] = [];
  const depths = new Map<string, number>();

  function enter(level: Level): void {
    depths.set(level.boundary, levels.length);
    levels.push(level);
  }

  /** Ends everything inside that depth, and the level itself where it is closed; gives what nobody had closed. */
  function leave(depth: number, closes: boolean): string[] {
    const inner = levels.splice(closes ? depth : depth + 1).map((level) => level.boundary);
    for (const boundary of inner) depths.delete(boundary);
    return (closes ? inner.slice(1) : inner).toReversed();
  }

  /** The delimiter in the line that begins there, or null. */
  function delimiterAt(start: number): (Delimiter & { readonly closes: boolean }) | null {
    if (levels.length === 0 || !text.startsWith('--', start)) return null;
    const end = lineEnd(text, start);
    const line = text.slice(start, end).trimEnd();
    const plain = depths.get(line.slice(2));
    const closing = plain === undefined && line.endsWith('--') ? depths.get(line.slice(2, -2)) : undefined;
    const depth = plain ?? closing;
    if (depth === undefined) return null;
    const closes = closing !== undefined;
    return { start, end, trimmed: start + line.length, unclosed: leave(depth, closes), closes };
  }

  /** A header and the headers of messages right inside it; gives the delimiter that ends them all. */
  function readPart(start: number, inDigest: boolean): (Delimiter & { readonly closes: boolean }) | null {
    const { end, body, delimiter } = headerFrom(start);
    const kind = kindOf(unfold(text.slice(start, end)), inDigest);
    if (kind.boundary !== null) enter({ boundary: kind.boundary, isDigest: kind.isDigest });
    const index = parts.length;
    parts.push({ header: { start, end }, body: { start: body, end: body }, inDigest });
    if (delimiter) return delimiter;
    if (kind.isMessage && parts.length < mostParts) return readPart(body, false);
    const next = nextDelimiter(body);
    const bodyEnd = next ? beforeLineEnd(text, next.start, body) : text.length;
    parts[index] = { header: { start, end }, body: { start: body, end: bodyEnd }, inDigest };
    return next;
  }

  function headerFrom(start: number) {
    for (let line = start; line < text.length; line = lineEnd(text, line) + 1) {
      const delimiter = delimiterAt(line);
      if (delimiter) return { end: line, body: line, delimiter };
      const end = lineEnd(text, line);
      if (end === line || text.slice(line, end) === '\r')
        return { end: line, body: end + 1, delimiter: null };
    }
    return { end: text.length, body: text.length, delimiter: null };
  }

  function nextDelimiter(from: number) {
    if (levels.length === 0) return null;
    const first = delimiterAt(from);
    if (first) return first;
    for (let line = text.indexOf('\n--', from); line !== -1; line = text.indexOf('\n--', line + 1)) {
      const delimiter = delimiterAt(line + 1);
      if (delimiter) return delimiter;
    }
    return null;
  }

  let delimiter = readPart(0, false);
  while (delimiter && parts.length < mostParts) {
    delimiters.push(delimiter);
    const next = Math.min(delimiter.end + 1, text.length);
    delimiter = delimiter.closes ? nextDelimiter(next) : readPart(next, levels.at(-1)?.isDigest ?? false);
  }
  return { parts, delimiters };
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

/** The line end before a delimiter belongs to the delimiter. */
function beforeLineEnd(text: string, delimiter: number, start: number): number {
  const end = delimiter - (text[delimiter - 2] === '\r' ? 2 : 1);
  return Math.max(start, end);
}

const unfold = (header: string): string => header.replaceAll(/\r?\n[ \t]+/g, ' ');

const boundaryOf =
  /^content-type[ \t]*:[ \t]*multipart\/[^\n]*?[;\s]boundary\s*=\s*(?:"([^"\n]*)"|([^\s;"]+))/im;
const isDigest = /^content-type[ \t]*:[ \t]*multipart\/digest\b/im;
const isMessage = /^content-type[ \t]*:[ \t]*message\/rfc822\b/im;
const isInline = /^content-disposition[ \t]*:[ \t]*inline\b/im;
const isEncoded = /^content-transfer-encoding[ \t]*:[ \t]*(?:base64|quoted-printable)\b/im;
const hasType = /^content-type[ \t]*:/im;

function kindOf(header: string, inDigest: boolean) {
  const [, quoted, plain] = boundaryOf.exec(header) ?? [];
  const isOpen = (isMessage.test(header) && isInline.test(header)) || (inDigest && !hasType.test(header));
  return {
    boundary: (quoted ?? plain)?.trimEnd() || null,
    isDigest: isDigest.test(header),
    // mailparser takes any other message inside a message for a file.
    isMessage: isOpen && !isEncoded.test(header),
  };
}
