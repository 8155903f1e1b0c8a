import { createByteReader } from './byte-reader.ts';
import { decompressRtf } from './compressed-rtf.ts';
import {
  contentOfValue,
  propertyIds,
  readProperties,
  textOfValue,
  type MapiValue,
} from './mapi-properties.ts';

/** A file or a text out of a `winmail.dat`. */
export interface TnefFile {
  readonly name: string;
  readonly type: string;
  readonly contentId: string | null;
  readonly bytes: Buffer;
}

/** [MS-OXTNEF], 2.1.3.1. */
const signature = 0x223e9f78;
const attributes = {
  body: 0x0002800c,
  attachTitle: 0x00018010,
  attachData: 0x0006800f,
  attachRendData: 0x00069002,
  mapiProperties: 0x00069003,
  attachment: 0x00069005,
  oemCodePage: 0x00069007,
} as const;
/** More files than any mail has; what follows them is left out. */
const mostFiles = 200;
/** Messages inside messages; further in they are files. */
const deepest = 3;

interface Piece {
  title: Buffer | null;
  data: Buffer | null;
  properties: ReadonlyMap<number, MapiValue>;
}

interface Opened {
  codePage: string;
  body: Buffer | null;
  properties: ReadonlyMap<number, MapiValue>;
  readonly pieces: Piece[];
}

/**
 * The files and texts that Outlook wrapped into a `winmail.dat` ([MS-OXTNEF]), as far as it can be read: what follows a
 * broken attribute is left out. Null where it is none. Never throws; takes no more memory than the bytes and a text.
 */
export const openTnef = (bytes: Buffer): TnefFile[] | null =>
  isTnef(bytes) ? open(bytes, deepest).slice(0, mostFiles) : null;

const isTnef = (bytes: Buffer): boolean => bytes.length >= 6 && bytes.readUInt32LE(0) === signature;

/** A message inside is opened like the one around it: its files stand beside the others. */
function open(bytes: Buffer, depth: number): TnefFile[] {
  const opened = readAttributes(bytes.subarray(6));
  const files = opened.pieces.flatMap((piece) => {
    const inner = depth > 0 ? innerMessageOf(piece) : null;
    return inner ? open(inner, depth - 1) : (fileOf(piece, opened.codePage) ?? []);
  });
  return [...textsOf(opened), ...files];
}

function innerMessageOf({ properties }: Piece): Buffer | null {
  const held = properties.get(propertyIds.attachData);
  const content = held ? contentOfValue(held) : null;
  return content && isTnef(content) ? content : null;
}

function readAttributes(bytes: Buffer): Opened {
  const opened: Opened = { codePage: 'windows-1252', body: null, properties: new Map(), pieces: [] };
  const reader = createByteReader(bytes);
  try {
    while (reader.left > 0) {
      reader.u8();
      const id = reader.u32();
      const value = reader.take(reader.u32());
      // Its sum tells of nothing that the lengths do not tell already.
      reader.u16();
      take(opened, id, value);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return opened;
}

function take(opened: Opened, id: number, value: Buffer): void {
  const piece = opened.pieces.at(-1);
  switch (id) {
    case attributes.oemCodePage:
      opened.codePage = codePageOf(value);
      return;
    case attributes.body:
      opened.body ??= value;
      return;
    case attributes.mapiProperties:
      opened.properties = readProperties(value);
      return;
    case attributes.attachRendData:
      if (opened.pieces.length >= mostFiles) throw new RangeError('too many files');
      opened.pieces.push({ title: null, data: null, properties: new Map() });
      return;
    case attributes.attachTitle:
      if (piece) piece.title = value;
      return;
    case attributes.attachData:
      if (piece) piece.data = value;
      return;
    case attributes.attachment:
      if (piece) piece.properties = readProperties(value);
      return;
  }
}

/** The code pages of Windows that a decoder knows; of any other the letters of the first. */
function codePageOf(value: Buffer): string {
  const number = value.length >= 4 ? value.readUInt32LE(0) : 0;
  const others: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    65_001: 'utf-8',
  };
  return others[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252');
}

function fileOf({ title, data, properties }: Piece, codePage: string): TnefFile | null {
  const text = (id: number) => textOfValue(properties.get(id), codePage);
  const held = properties.get(propertyIds.attachData);
  const bytes = data ?? (held ? contentOfValue(held) : null);
  if (!bytes) return null;
  const old = title ? new TextDecoder(codePage).decode(title).replace(/\0[^]*$/u, '') : '';
  return {
    name:
      text(propertyIds.attachLongFilename) ||
      text(propertyIds.attachFilename) ||
      old ||
      text(propertyIds.displayName),
    type: plainType(text(propertyIds.attachMimeTag)),
    contentId: text(propertyIds.attachContentId).replaceAll(/^<|>$/g, '') || null,
    bytes,
  };
}

const plainType = (type: string): string =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type.toLowerCase() : 'application/octet-stream';

/** What the message says, in every form that it has. */
function textsOf({ properties, body, codePage }: Opened): TnefFile[] {
  const texts: TnefFile[] = [];
  const add = (name: string, type: string, bytes: Buffer | null) => {
    if (bytes && bytes.length > 0) texts.push({ name, type, contentId: null, bytes });
  };
  const plain = properties.get(propertyIds.body);
  const written = plain ? textOfValue(plain, codePage) : '';
  const said = written || (body ? new TextDecoder(codePage).decode(body).replace(/\0[^]*$/u, '') : '');
  add('message.txt', 'text/plain', Buffer.from(said));
  add('message.html', 'text/html', properties.get(propertyIds.bodyHtml)?.bytes ?? null);
  const rich = properties.get(propertyIds.rtfCompressed);
  add('message.rtf', 'application/rtf', rich ? decompressRtf(rich.bytes) : null);
  return texts;
}
