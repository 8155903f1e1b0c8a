import { createByteReader, type ByteReader } from './byte-reader.ts';

/** Property ids of [MS-OXPROPS] that are read. */
export const propertyIds = {
  body: 0x1000,
  rtfCompressed: 0x1009,
  bodyHtml: 0x1013,
  displayName: 0x3001,
  attachData: 0x3701,
  attachFilename: 0x3704,
  attachLongFilename: 0x3707,
  attachMimeTag: 0x370e,
  attachContentId: 0x3712,
} as const;

export interface MapiValue {
  readonly type: number;
  readonly bytes: Buffer;
}

const multiple = 0x1000;
const object = 0x000d;
const string8 = 0x001e;
const unicode = 0x001f;
const binary = 0x0102;
/** Sizes of values of fixed length ([MS-OXCDATA], 2.11.1), padded to four bytes. */
const fixedSizes: Readonly<Record<number, number>> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};
const firstNamed = 0x8000;
const nameIsText = 1;
/** More properties or values than any program writes. */
const most = 5_000;

/**
 * The properties of a message or attachment ([MS-OXTNEF], 2.1.3.4), the first value of each, by their id; read as far as
 * they can be: what follows a broken one is left out.
 */
export function readProperties(bytes: Buffer): Map<number, MapiValue> {
  const found = new Map<number, MapiValue>();
  const reader = createByteReader(bytes);
  try {
    for (let left = Math.min(reader.u32(), most); left > 0; left -= 1) {
      const type = reader.u16();
      const id = reader.u16();
      if (id >= firstNamed) skipName(reader);
      const value = readValue(reader, type);
      if (value && id < firstNamed && !found.has(id)) found.set(id, { type: type & ~multiple, bytes: value });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function skipName(reader: ByteReader): void {
  reader.take(16);
  if (reader.u32() === nameIsText) takePadded(reader);
  else reader.u32();
}

const takePadded = (reader: ByteReader): Buffer => {
  const length = reader.u32();
  const value = reader.take(length);
  reader.take(Math.min(reader.left, (4 - (length % 4)) % 4));
  return value;
};

/** Values of variable length come with their count, even where there is one. */
function readValue(reader: ByteReader, whole: number): Buffer | null {
  const type = whole & ~multiple;
  const isVariable = type === object || type === string8 || type === unicode || type === binary;
  const size = fixedSizes[type];
  if (!isVariable && size === undefined) throw new RangeError('a type that nobody knows the length of');
  const count = isVariable || (whole & multiple) !== 0 ? reader.u32() : 1;
  if (count > most) throw new RangeError('too many values');
  let first: Buffer | null = null;
  for (let left = count; left > 0; left -= 1) {
    const value = isVariable ? takePadded(reader) : reader.take(size ?? 0);
    first ??= value;
  }
  return first;
}

/** Text of a value, without the NUL that ends it. */
export function textOfValue(value: MapiValue | undefined, codePage: string): string {
  if (!value) return '';
  const decoder = new TextDecoder(value.type === unicode ? 'utf-16le' : codePage);
  return decoder.decode(value.bytes).replace(/\0[^]*$/u, '');
}

/** Behind an object's bytes stands, as its first 16, what kind of object it is. */
export const contentOfValue = ({ type, bytes }: MapiValue): Buffer =>
  type === object ? bytes.subarray(16) : bytes;
