import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LiaisonError } from '../../../shared/errors.ts';
import { isPackageFile, packageLimits } from '../../../shared/voice/package-parts.ts';
import type { RuleFile } from '../../../shared/voice-guides.ts';
import { readTexts, type PackageBytes, type PackageFile } from '../../../shared/voice/package-texts.ts';
import { ruleFilesOf } from './rule-files.ts';

/** Of folders: a style may have some in itself; deeper is a loop of links or not a package. */
const deepest = 10;
/** Of hidden folders one may be the StylesPath (`.github/styles`); these are large and never it. */
const leftAlone: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Reads the rules of a Vale style package: every `<Style>/<Rule>.yml` at or below the folder, named by the folders
 * that it stands in, in the order of their names.
 *
 * @throws LiaisonError `file-unreadable` where the folder can't be read, `file-too-large`, or `guide-invalid` where a
 * file's name can't be a rule's
 */
export const readFolder = (folder: string): readonly RuleFile[] => ruleFilesOf(readPackageFolder(folder));

/**
 * Every file of a package that means something, at or below its folder. Their paths begin with the folder's own name,
 * because a style may be chosen by itself.
 *
 * @throws LiaisonError `file-unreadable` or `file-too-large`
 */
export function readPackageFolder(folder: string): PackageFile[] {
  const files: PackageBytes[] = [];
  let size = 0;
  for (const path of pathsBelow(folder, 0)) {
    const bytes = readable(path, () => readFileSync(path));
    size += bytes.length;
    if (files.length >= packageLimits.files || size > packageLimits.bytes)
      throw new LiaisonError('file-too-large', { detail: { path } });
    files.push({ path: join(basename(folder), path.slice(folder.length)).replaceAll('\\', '/'), bytes });
  }
  return readTexts(files);
}

function pathsBelow(folder: string, depth: number): string[] {
  if (depth > deepest) return [];
  return readable(folder, () => readdirSync(folder, { withFileTypes: true })).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (leftAlone.has(entry.name)) return [];
    if (readable(path, () => statSync(path)).isDirectory()) return pathsBelow(path, depth + 1);
    return isPackageFile(entry.name) ? [path] : [];
  });
}

function readable<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}
