const lineFeed = 0x0a;
const separator = Buffer.from('From ');

/**
 * The messages of an mbox (RFC 4155, `mboxrd`): a line that begins with "From " after an empty line starts the next one;
 * `>From `, `>>From ` … within lose one mark. Holds one message in memory.
 */
export async function* splitMbox(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let message: Buffer[] | null = null;
  let afterEmpty = true;
  for await (const line of linesOf(chunks)) {
    if (afterEmpty && line.subarray(0, separator.length).equals(separator)) {
      if (message) yield joined(message);
      message = [];
    } else if (message) message.push(withoutMark(line));
    afterEmpty = isEmpty(line);
  }
  if (message) yield joined(message);
}

/** Lines with their ends; the last may have none. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, from)) {
      const line = bytes.subarray(from, end + 1);
      yield rest.length === 0 ? line : Buffer.concat([...rest, line]);
      rest = [];
      from = end + 1;
    }
    if (from < bytes.length) rest.push(bytes.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

function withoutMark(line: Buffer): Buffer {
  if (line[0] !== 0x3e) return line;
  let marks = 0;
  while (line[marks] === 0x3e) marks += 1;
  return line.subarray(marks, marks + separator.length).equals(separator) ? line.subarray(1) : line;
}

const isEmpty = (line: Buffer): boolean => line.length <= 2 && /^\r?\n?$/.test(line.toString('latin1'));

/** Without the empty line that belongs to the next separator. */
function joined(lines: readonly Buffer[]): Buffer {
  const last = lines.at(-1);
  return Buffer.concat(last && isEmpty(last) ? lines.slice(0, -1) : lines);
}
