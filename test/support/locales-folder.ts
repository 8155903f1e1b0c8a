import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `locales/` of this project, also for a test's program that was bundled and stands elsewhere in it. */
export function localesFolder(from = import.meta.dirname): string {
  const folder = join(from, 'locales');
  if (existsSync(join(folder, 'en')) || dirname(from) === from) return folder;
  return localesFolder(dirname(from));
}
