import {
  isPackageFile,
  largestOf,
  packageLimits,
  type LeftOut,
} from '../../../electron/shared/voice/package-parts.ts';
import { readBase64 } from '../../components/files/read-base64.ts';

type PackageContent =
  | { readonly zip: string }
  | { readonly files: { readonly path: string; readonly text: string }[] };

interface ChosenPackage {
  readonly content: PackageContent;
  /** Parts of the package that are more than a guide has room for; other files are none. */
  readonly left: readonly LeftOut[];
}

/** A zip as it is, or the files of a folder that mean something. A zip that can't be read is an empty one. */
export async function packageContentOf(chosen: readonly File[]): Promise<ChosenPackage> {
  const [first] = chosen;
  if (chosen.length === 1 && first?.name.toLowerCase().endsWith('.zip'))
    return { content: { zip: (await readBase64(first)) ?? '' }, left: [] };
  const files: { path: string; text: string }[] = [];
  const left: LeftOut[] = [];
  let bytes = 0;
  for (const file of chosen.filter((each) => isPackageFile(pathOf(each)))) {
    const path = pathOf(file);
    const isTooMuch = files.length >= packageLimits.files || bytes + file.size > packageLimits.bytes;
    // A file has at least as many bytes as characters, and four for each at most.
    const text = isTooMuch || file.size > 4 * largestOf(path) ? null : await file.text();
    if (text === null || text.length > largestOf(path)) {
      left.push({ path, most: isTooMuch ? null : largestOf(path) });
      continue;
    }
    files.push({ path, text });
    bytes += file.size;
  }
  return { content: { files }, left };
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;
