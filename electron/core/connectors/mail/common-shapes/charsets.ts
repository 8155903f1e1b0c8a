import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** The names under which mail programs announce the charsets that are read here. Mail means windows-1252 by Latin-1. */
const canonical: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-15': 'iso-8859-15',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1254': 'windows-1254',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'koi8-r': 'koi8-r',
};

/** What stands for a byte that the charset does not have, or has only as a control: decoders differ in it. */
const doubtful = /[\u0080-\u009f\ufffd]/;
const byteOrderMark = Buffer.from('\ufeff');
const decoders = new Map<string, TextDecoder>();

/** One name for all that a charset has, or null for one that is not read here. */
export const charsetOf = (name: string): string | null => {
  const lower = name.toLowerCase();
  return Object.hasOwn(canonical, lower) ? (canonical[lower] ?? null) : null;
};

/** The text, or null where the bytes are not wholly of that charset (one of `charsetOf`). */
export function decodeCharset(bytes: Buffer, charset: string): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (charset === 'us-ascii') return null;
  if (charset === 'utf-8') {
    const isMarked = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);
    return isMarked || !isUtf8(bytes) ? null : bytes.toString('utf8');
  }
  const text = decoderOf(charset).decode(bytes);
  return doubtful.test(text) ? null : text;
}

function decoderOf(charset: string): TextDecoder {
  const known = decoders.get(charset) ?? new TextDecoder(charset);
  decoders.set(charset, known);
  return known;
}
