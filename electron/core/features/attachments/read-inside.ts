import { unzipSync } from 'fflate';
import { magicOf } from './kind-rules.ts';
import type { Inside } from './read-protocol.ts';
import { readingLimits } from './reading-limits.ts';

const nothing: Inside = { names: [], macros: false, locked: false };

/** What an archive or a document holds, by its table of contents alone: nothing is unpacked. */
export function readInside(bytes: Uint8Array): Inside {
  const magic = magicOf(bytes);
  if (magic === 'zip') return insideZip(bytes);
  if (magic === 'ole') return { ...nothing, macros: hasMacros(bytes) };
  return nothing;
}

/** Of an encrypted entry (APPNOTE 6.3.10, 4.4.4): bit 0 of its flags in the local header. */
function isLocked(bytes: Uint8Array): boolean {
  return bytes.length > 8 && ((bytes[6] ?? 0) & 1) === 1;
}

function insideZip(bytes: Uint8Array): Inside {
  const names: string[] = [];
  unzipSync(bytes, {
    filter(file) {
      if (names.length < readingLimits.archiveNames) names.push(file.name);
      return false;
    },
  });
  return {
    names,
    macros: names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    locked: isLocked(bytes),
  };
}

/** The storage of a VBA project in an OLE compound file ([MS-OVBA], 2.2.1), by its name in UTF-16. */
const projectName = Buffer.from('_VBA_PROJECT', 'utf16le');
const hasMacros = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(projectName);
