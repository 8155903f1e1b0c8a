import { largestOf, type LeftOut, packageLimits } from '../../../shared/voice/package-parts.ts';
import { isListFile } from './config-files.ts';
import type { PackageFile } from './package-files.ts';

/** The files of a package that a guide has room for, and the others with what keeps them out. */
export function fitting(all: readonly PackageFile[]): { files: PackageFile[]; left: LeftOut[] } {
  const files: PackageFile[] = [];
  const left: LeftOut[] = [];
  let lists = 0;
  let characters = 0;
  for (const file of all) {
    const { path, text } = file;
    if (text.length > largestOf(path)) {
      left.push({ path, most: largestOf(path) });
      continue;
    }
    if (isListFile(path)) {
      const isTooMuch =
        lists >= packageLimits.lists || characters + text.length > packageLimits.listCharacters;
      if (isTooMuch) {
        left.push({ path, most: null });
        continue;
      }
      lists += 1;
      characters += text.length;
    }
    files.push(file);
  }
  return { files, left };
}
