import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether this runs from the bundle (`out/`) rather than from the source tree. */
export const isBuilt = import.meta.filename.endsWith('.js');

/** The folder of `package.json`: the checkout, or the root of the asar. The bundler decides how deep a chunk lies. */
export const applicationRoot = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json above the program');
  return rootAbove(parent);
}
