/** A file of a Vale package, its path with slashes and below the package's own folder. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
  /** Of a dictionary in an encoding that nobody here knows: what it is called. Then the text is empty. */
  readonly unread?: string;
}

/** The same as it stands on the disk. */
export interface PackageBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes the function that reads the files of a package. They are in UTF-8, but for dictionaries: what both files of one are
 * in says `SET` in its `.aff`. As they are read they are UTF-8, and say so.
 *
 * @param affixes every `.aff` of the package
 */
export function createPackageReader(affixes: readonly PackageBytes[]): (file: PackageBytes) => PackageFile {
  const encodings = new Map(affixes.map(({ path, bytes }) => [stemOf(path), encodingIn(bytes)]));
  return ({ path, bytes }) => {
    if (!isDictionary.test(path)) return { path, text: decoded(bytes, 'utf-8') ?? '' };
    const encoding = encodings.get(stemOf(path)) ?? unnamed(bytes);
    const text = decoded(bytes, labelOf(encoding));
    if (text === null) return { path, text: '', unread: encoding };
    return { path, text: isAffixes.test(path) ? text.replace(set, 'SET UTF-8') : text };
  };
}

/** A package of which all files are there. */
export const readTexts = (files: readonly PackageBytes[]): PackageFile[] =>
  files.map(createPackageReader(files.filter(({ path }) => isAffixes.test(path))));

const isDictionary = /\.(?:dic|aff)$/i;
export const isAffixes = /\.aff$/i;
const stemOf = (path: string): string => path.replace(isDictionary, '').toLowerCase();

const set = /^SET[ \t]+(\S+)/m;
/** Its letters may be in any, this line is in ASCII. */
const encodingIn = (bytes: Uint8Array): string | null =>
  set.exec(new TextDecoder('iso8859-1').decode(bytes))?.[1] ?? null;

/** Where nothing says what it is in, hunspell takes it for ISO 8859-1; people write UTF-8. */
function unnamed(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'UTF-8';
  } catch {
    return 'ISO8859-1';
  }
}

/** Two of hunspell's names (hunspell(5), SET) are not those of the Encoding Standard. */
const labelOf = (name: string): string =>
  name.toLowerCase() === 'tis620-2533' ? 'tis-620' : name.replace(/^microsoft-/i, '');

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}
