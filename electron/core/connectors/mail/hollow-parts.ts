/** A message whose large attachments are replaced by a few bytes that stand for them. */
export interface Hollowed {
  readonly bytes: Buffer;
  /** How many parts were replaced. */
  readonly parts: number;
}

/** A part smaller than this is not worth the search. */
const smallestBody = 4096;
const blank = /\r?\n\r?\n/g;
const boundaryOf = /^content-type:\s*multipart\/[^\n]*?[;\s]boundary\s*=\s*(?:"([^"\n]+)"|([^\s;"]+))/im;
/** What every parser takes for an attachment, whatever else its headers say. */
const isFile = /^content-type:\s*(?:application|image|audio|video)\//im;
const isBase64 = /^content-transfer-encoding:\s*base64\s*$/im;
const pureBase64 = /^[A-Za-z0-9+/\r\n]*={0,2}\s*$/;

/**
 * Parsing for the words of a message needs no photo: most bytes of mail are attachments in base64, and walking through
 * them line by line is most of a parser's work. Bodies of large base64 files become `mark` and their decoded size;
 * everything else stays byte for byte. Null where there is nothing to gain.
 */
export function hollowParts(whole: Buffer, mark: string): Hollowed | null {
  if (whole.length < smallestBody) return null;
  // One character a byte, so that places in the text are places in the bytes.
  const text = whole.toString('latin1');
  const pieces: Buffer[] = [];
  let kept = 0;
  for (const { start, end } of fileBodies(text)) {
    const size = Buffer.from(text.slice(start, end), 'base64').length;
    const stand = Buffer.from(`${mark}${size}`).toString('base64');
    pieces.push(whole.subarray(kept, start), Buffer.from(`${stand}\n`));
    kept = end;
  }
  if (pieces.length === 0) return null;
  return { bytes: Buffer.concat([...pieces, whole.subarray(kept)]), parts: pieces.length / 2 };
}

/** The decoded size that such a body stands for, or null for any other content. */
export function standsFor(content: Uint8Array, mark: string): number | null {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const size = text.startsWith(mark) ? text.slice(mark.length) : '';
  return /^\d{1,15}$/.test(size) ? Number(size) : null;
}

/** Bodies of large files in base64, without the line end before the next delimiter. */
function* fileBodies(text: string): Generator<{ start: number; end: number }> {
  const delimiters = new Set<string>();
  const head = headerAt(text, 0);
  if (head === null) return;
  note(delimiters, head.text);
  if (delimiters.size === 0) return;
  for (let at = text.indexOf('\n--', head.end - 1); at !== -1; at = text.indexOf('\n--', at + 3)) {
    const lineEnd = text.indexOf('\n', at + 1);
    if (lineEnd === -1) return;
    if (!delimiters.has(text.slice(at + 1, lineEnd).replace(/\r$/, ''))) continue;
    const part = headerAt(text, lineEnd + 1);
    if (part === null) return;
    note(delimiters, part.text);
    const end = text.indexOf('\n--', part.end - 1);
    if (end - part.end < smallestBody || !isFile.test(part.text) || !isBase64.test(part.text)) continue;
    if (pureBase64.test(text.slice(part.end, end))) yield { start: part.end, end };
  }
}

/** The header that begins there, unfolded, and where its body begins. */
function headerAt(text: string, start: number): { text: string; end: number } | null {
  blank.lastIndex = start;
  const found = blank.exec(text);
  if (!found) return null;
  return { text: text.slice(start, found.index).replace(/\r?\n[ \t]+/g, ' '), end: blank.lastIndex };
}

function note(delimiters: Set<string>, header: string): void {
  const [, quoted, plain] = boundaryOf.exec(header) ?? [];
  const boundary = quoted ?? plain;
  if (boundary !== undefined) delimiters.add(`--${boundary}`);
}
