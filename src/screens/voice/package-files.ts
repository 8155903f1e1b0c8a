import { readBase64 } from '../../components/files/read-base64.ts';

/** What of a folder can be part of a package; anything else stays where it is. */
const isPart = (path: string): boolean =>
  /\.(?:yml|ini|txt|dic|aff)$/i.test(path) || path.endsWith('liaison.json');
const largestPart = 200_000;

type PackageContent =
  | { readonly zip: string }
  | { readonly files: { readonly path: string; readonly text: string }[] };

/** A zip as it is, or the files of a folder that mean something. A zip that can't be read is an empty one. */
export async function packageContentOf(chosen: readonly File[]): Promise<PackageContent> {
  const [first] = chosen;
  if (chosen.length === 1 && first?.name.toLowerCase().endsWith('.zip'))
    return { zip: (await readBase64(first)) ?? '' };
  const parts = chosen.filter((file) => isPart(pathOf(file)) && file.size <= largestPart);
  const read = parts.map(async (file) => ({ path: pathOf(file), text: await file.text() }));
  return { files: await Promise.all(read) };
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;
