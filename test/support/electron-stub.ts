import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What marks the fuse wire in an Electron binary (electron/electron, docs/tutorial/fuses.md). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As a fresh Electron comes: `1` on, `0` off, in the order of `FuseV1Options`. */
const factoryFuses = '100100011';

/** Writes the smallest folder that electron-builder takes for an unpacked Electron: no program, but a fuse wire. */
export function writeElectronStub(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.from([1, factoryFuses.length]);
  const binary = Buffer.concat([Buffer.from('stub'), Buffer.from(sentinel), wire, Buffer.from(factoryFuses)]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([binary, Buffer.alloc(64)]), { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), name);
}
