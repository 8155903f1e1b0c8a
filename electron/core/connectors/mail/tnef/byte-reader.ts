/** Reads little-endian values one after the other; throws a RangeError where they end. */
export interface ByteReader {
  readonly left: number;
  u8(): number;
  u16(): number;
  u32(): number;
  /** A view of the next bytes. */
  take(length: number): Buffer;
}

export function createByteReader(bytes: Buffer): ByteReader {
  let at = 0;
  const step = (length: number): number => {
    if (length > bytes.length - at) throw new RangeError('the bytes end early');
    at += length;
    return at - length;
  };
  return {
    get left() {
      return bytes.length - at;
    },
    u8: () => bytes.readUInt8(step(1)),
    u16: () => bytes.readUInt16LE(step(2)),
    u32: () => bytes.readUInt32LE(step(4)),
    take(length) {
      const from = step(length);
      return bytes.subarray(from, from + length);
    },
  };
}
