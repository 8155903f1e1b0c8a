import { crc32, deflateRawSync } from 'node:zlib';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';

const version = 20;
/** Names are UTF-8 (APPNOTE 6.3.10, 4.4.4, bit 11). */
const unicodeNames = 0x0800;
const deflated = 8;
/** The day that every entry bears, so that the same guide is the same archive: 1 January 1980. */
const noDate = 0x0021;

/** Some files as a zip archive (APPNOTE 6.3.10). The same files give the same bytes. */
export function writeZip(files: readonly PackageFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of files) {
    const name = Buffer.from(path);
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const common = commonHeader({ raw, packed, name });
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([version, 0]), common, tail, name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

function commonHeader({ raw, packed, name }: { raw: Buffer; packed: Buffer; name: Buffer }): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(version, 0);
  header.writeUInt16LE(unicodeNames, 2);
  header.writeUInt16LE(deflated, 4);
  header.writeUInt16LE(noDate, 8);
  header.writeUInt32LE(crc32(raw), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(raw.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}
