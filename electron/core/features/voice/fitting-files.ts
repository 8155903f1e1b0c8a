import { largestOf, type LeftOut, packageLimits } from '../../../shared/voice/package-parts.ts';
import { isListFile } from './config-files.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';

/** The files of a package that a guide has room for, and the others with what keeps them out. */
export function fitting(all: readonly PackageFile[]): { files: PackageFile[]; left: LeftOut[] } {
  const files: PackageFile[] = [];
  const left: LeftOut[] = [];
  let lists = 0;
  let characters = 0;
  for (const file of all) {
    const { path, text, unread } = file;
    const isList = isListFile(path);
    const isTooMuch =
      isList && (lists >= packageLimits.lists || characters + text.length > packageLimits.listCharacters);
    if (unread !== undefined) left.push({ path, most: null, encoding: unread });
    else if (text.length > largestOf(path)) left.push({ path, most: largestOf(path) });
    else if (isTooMuch) left.push({ path, most: null });
    else {
      files.push(file);
      lists += isList ? 1 : 0;
      characters += isList ? text.length : 0;
    }
  }
  return { files, left };
}
