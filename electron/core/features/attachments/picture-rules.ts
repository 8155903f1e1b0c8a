import type { Magic } from './kind-rules.ts';

/** Pixels of one picture: 8 bytes each and more while it is drawn, so that no picture takes half a gigabyte. */
const mostPixels = 50_000_000;

/** Width and height that a picture's header tells; null: it tells none. */
export function sizeOfPicture(
  bytes: Uint8Array,
  magic: Magic | null,
): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (magic) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      case 'image/jpeg':
        return sizeOfJpeg(view);
      case 'image/webp':
        return sizeOfWebp(view);
      default:
        return null;
    }
  } catch {
    // Cut short before its size.
    return null;
  }
}

/** Frame header markers: SOF0 to SOF15 without the tables and restarts among them (ITU T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function sizeOfJpeg(view: DataView): { width: number; height: number } | null {
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** RFC 9649: lossy, lossless and extended pictures say their size each in its own way. */
function sizeOfWebp(view: DataView): { width: number; height: number } | null {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return null;
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  return { width: three(24) + 1, height: three(27) + 1 };
}

/** Whether a picture may be drawn: it says its size, and the size is one of a picture and not of a bomb. */
export function mayBeDrawn(bytes: Uint8Array, magic: Magic | null): boolean {
  const size = sizeOfPicture(bytes, magic);
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= mostPixels;
}
