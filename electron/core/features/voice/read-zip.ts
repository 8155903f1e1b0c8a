import { inflateRawSync } from 'node:zlib';
import { LiaisonError } from '../../../shared/errors.ts';
import { isPackageFile, packageLimits } from '../../../shared/voice/package-parts.ts';
import { readTexts, type PackageBytes, type PackageFile } from '../../../shared/voice/package-texts.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;

/**
 * Reads the files of a Vale package from a zip archive (APPNOTE 6.3.10), by its central directory. Nothing is written
 * to the disk, so that no path of the archive can lead anywhere; what it unpacks to is limited.
 *
 * @throws LiaisonError `file-unreadable` for what is no sound archive, `file-too-large` for one that is too much
 */
export function readPackageZip(archive: Uint8Array): PackageFile[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return readEntries(bytes);
  } catch (cause) {
    if (cause instanceof LiaisonError) throw cause;
    throw new LiaisonError('file-unreadable', { detail: { path: '.zip' }, cause });
  }
}

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly size: number;
  readonly local: number;
}

function readEntries(bytes: Buffer): PackageFile[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > packageLimits.files) throw tooLarge();
  const files = new Map<string, PackageBytes>();
  let at = bytes.readUInt32LE(end + 16);
  let left: number = packageLimits.bytes;
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new RangeError('no entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: Entry = {
      path: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      local: bytes.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (!isPackageFile(entry.path) || isOutside(entry.path) || files.has(entry.path)) continue;
    const content = unpack(bytes, { entry, most: left });
    left -= content.length;
    files.set(entry.path, { path: entry.path, bytes: content });
  }
  return readTexts([...files.values()]);
}

/** A path that climbs out of the archive, or that an operating system adds by itself. */
const isOutside = (path: string): boolean =>
  path.startsWith('/') || /(?:^|\/)(?:\.\.|__MACOSX)(?:\/|$)|^[A-Za-z]:/.test(path);

function unpack(bytes: Buffer, { entry, most }: { entry: Entry; most: number }): Buffer {
  const { local, size, method } = entry;
  if (bytes.readUInt32LE(local) !== localEntry) throw new RangeError('no file');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + size > bytes.length) throw new RangeError('cut short');
  const content = bytes.subarray(start, start + size);
  if (method === stored) {
    if (content.length > most) throw tooLarge();
    return content;
  }
  if (method !== deflated) throw new RangeError('an unknown method');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : error;
  }
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new RangeError('no directory');
}

const tooLarge = (): LiaisonError => new LiaisonError('file-too-large', { detail: { path: '.zip' } });
