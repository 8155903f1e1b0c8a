/** What every compressed text may refer back to ([MS-OXRTFCP], 2.1.3.1). */
const known =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const windowSize = 4096;
const headerSize = 16;
const compressed = 0x75465a4c;
const stored = 0x414c454d;
/** A longer text is none that somebody wrote. */
const mostBytes = 20 * 1024 * 1024;

/** The text of PidTagRtfCompressed ([MS-OXRTFCP]), as far as it can be read; null: it is none. */
export function decompressRtf(bytes: Buffer): Buffer | null {
  if (bytes.length < headerSize) return null;
  const rawSize = Math.min(bytes.readUInt32LE(4), mostBytes);
  const kind = bytes.readUInt32LE(8);
  const content = bytes.subarray(headerSize);
  if (kind === stored) return Buffer.from(content.subarray(0, rawSize));
  return kind === compressed ? unpack(content, rawSize) : null;
}

function unpack(content: Buffer, rawSize: number): Buffer {
  const window = Buffer.alloc(windowSize);
  let at = window.write(known, 'latin1');
  const text = Buffer.alloc(rawSize);
  let length = 0;
  const put = (byte: number) => {
    text[length++] = byte;
    window[at] = byte;
    at = (at + 1) % windowSize;
  };
  let read = 0;
  while (read < content.length && length < rawSize) {
    const control = content[read++] ?? 0;
    for (let bit = 0; bit < 8 && read < content.length && length < rawSize; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(content[read++] ?? 0);
        continue;
      }
      const reference = ((content[read] ?? 0) << 8) | (content[read + 1] ?? 0);
      read += 2;
      const from = reference >> 4;
      // A reference to where is being written ends the text.
      if (from === at) return text.subarray(0, length);
      for (let step = 0; step < (reference & 15) + 2 && length < rawSize; step += 1)
        put(window[(from + step) % windowSize] ?? 0);
    }
  }
  return text.subarray(0, length);
}
