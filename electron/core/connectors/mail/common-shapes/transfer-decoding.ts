import type { TransferEncoding } from './content-fields.ts';

const [tab, lineFeed, carriageReturn, space, equals] = [0x09, 0x0a, 0x0d, 0x20, 0x3d];

/** The bytes that a body stands for (RFC 2045, 6), or null where it is not wholly in that encoding. */
export function decodeTransfer(body: Buffer, encoding: TransferEncoding): Buffer | null {
  if (encoding === 'none') return body;
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body);
  return sizeOfBase64(body) === null ? null : Buffer.from(body.toString('latin1'), 'base64');
}

/** How many bytes it stands for, or null. */
export function decodedSize(body: Buffer, encoding: TransferEncoding): number | null {
  if (encoding === 'none') return body.length;
  return encoding === 'base64' ? sizeOfBase64(body) : (decodeQuotedPrintable(body)?.length ?? null);
}

/** Lines of base64 with at most two `=` at the very end (RFC 2045, 6.8). */
function sizeOfBase64(body: Buffer): number | null {
  const tail = body.toString('latin1', Math.max(0, body.length - longestPadding));
  const end = body.length - (padding.exec(tail)?.[0].length ?? 0);
  let digitsSeen = 0;
  for (let at = 0; at < end;) {
    let weight = 0;
    for (const stop = Math.min(end, at + weighedAtOnce); at < stop; at += 1)
      weight += base64Weight[body[at] ?? 0] ?? 0;
    if (weight > weighedAtOnce) return null;
    digitsSeen += weight;
  }
  return Math.floor((digitsSeen * 3) / 4);
}

const padding = /={0,2}[\r\n]*$/;
const longestPadding = 32;
/** Bytes between two looks at the sum, which a single foreign byte makes too large: most mail is bytes of files. */
const weighedAtOnce = 1024;
/** 1: a digit, 0: a line end. */
const base64Weight = new Int32Array(256).fill(weighedAtOnce + 1);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
  base64Weight[character.charCodeAt(0)] = 1;
base64Weight[lineFeed] = 0;
base64Weight[carriageReturn] = 0;

/**
 * Quoted-printable (RFC 2045, 6.7): `=XX` is a byte, `=` at the end of a line joins it to the next, and blanks at the
 * end of a line are none of the sender's.
 */
function decodeQuotedPrintable(body: Buffer): Buffer | null {
  const decoded = Buffer.allocUnsafe(body.length);
  let length = 0;
  /** What stands before it is no blank at the end of a line. */
  let solid = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === equals) {
      const soft = softBreakAt(body, at + 1);
      if (soft > 0) at += soft;
      else {
        const value = hexAt(body, at + 1);
        if (value < 0) return null;
        decoded[length++] = value;
        at += 2;
      }
      solid = length;
    } else if (byte === carriageReturn && body[at + 1] !== lineFeed) return null;
    else {
      if (byte === carriageReturn || byte === lineFeed) length = solid;
      decoded[length++] = byte;
      if (byte !== space && byte !== tab) solid = length;
    }
  }
  return decoded.subarray(0, solid);
}

/** How many bytes of blanks and line end (or the end of all) follow a soft `=`, or 0 where a code does. */
function softBreakAt(body: Buffer, start: number): number {
  let at = start;
  while (body[at] === space || body[at] === tab) at += 1;
  if (body[at] === carriageReturn) at += 1;
  return body[at] === lineFeed || at >= body.length ? at + 1 - start : 0;
}

function hexAt(body: Buffer, at: number): number {
  const [high, low] = [digits[body[at] ?? 0] ?? -1, digits[body[at + 1] ?? 0] ?? -1];
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

const digits = new Int8Array(256).fill(-1);
for (const [value, characters] of [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  'aA',
  'bB',
  'cC',
  'dD',
  'eE',
  'fF',
].entries())
  for (const character of characters) digits[character.charCodeAt(0)] = value;
