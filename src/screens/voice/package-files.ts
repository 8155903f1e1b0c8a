import {
  isPackageFile,
  largestOf,
  packageLimits,
  type LeftOut,
} from '../../../electron/shared/voice/package-parts.ts';
import {
  createPackageReader,
  isAffixes,
  type PackageBytes,
  type PackageFile,
} from '../../../electron/shared/voice/package-texts.ts';
import { readBase64 } from '../../components/files/read-base64.ts';

type PackageContent = { readonly zip: string } | { readonly files: PackageFile[] };

interface ChosenPackage {
  readonly content: PackageContent;
  /** Parts of the package that a guide has no room for, or that can't be read; other files are none. */
  readonly left: readonly LeftOut[];
}

/** A zip as it is, or the files of a folder that mean something. A zip that can't be read is an empty one. */
export async function packageContentOf(chosen: readonly File[]): Promise<ChosenPackage> {
  const [first] = chosen;
  if (chosen.length === 1 && first?.name.toLowerCase().endsWith('.zip'))
    return { content: { zip: (await readBase64(first)) ?? '' }, left: [] };
  const files: PackageFile[] = [];
  const left: LeftOut[] = [];
  let bytes = 0;
  const parts = chosen.filter((each) => isPackageFile(pathOf(each)));
  const affixes = parts.filter((each) => isAffixes.test(pathOf(each)) && mayFit(each));
  const read = createPackageReader(await Promise.all(affixes.map(bytesOf)));
  for (const file of parts) {
    const path = pathOf(file);
    if (files.length >= packageLimits.files || bytes + file.size > packageLimits.bytes) {
      left.push({ path, most: null });
      continue;
    }
    const found = mayFit(file) ? read(await bytesOf(file)) : null;
    if (found?.unread !== undefined) left.push({ path, most: null, encoding: found.unread });
    else if (!found || found.text.length > largestOf(path)) left.push({ path, most: largestOf(path) });
    else {
      files.push({ path, text: found.text });
      bytes += file.size;
    }
  }
  return { content: { files }, left };
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/** A file has at least as many bytes as characters, and four for each at most. */
const mayFit = (file: File): boolean => file.size <= 4 * largestOf(pathOf(file));

const bytesOf = async (file: File): Promise<PackageBytes> => ({
  path: pathOf(file),
  bytes: new Uint8Array(await file.arrayBuffer()),
});
