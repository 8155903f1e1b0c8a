/** What Liaison knows of a guide and Vale does not; Vale looks for no such file. */
export const ownFileName = 'liaison.json';
/** What stands in a style's own folder, whatever other folders its rules stand in. */
export const styleFileName = 'meta.json';

/** More than any package has; what is beyond is no package. */
export const packageLimits = {
  files: 5_000,
  bytes: 20_000_000,
  lists: 50,
  listCharacters: 12_000_000,
} as const;

/** Of a rule's file, the settings, a list of words. */
export const largestRule = 100_000;
export const largestSettings = 50_000;
export const largestList = 200_000;
/** Of either file of a dictionary: those of whole languages have from one to three million. */
export const largestDictionary = 3_000_000;
/** With the line that an export adds to a guide's own settings. */
const addedSettings = 10_000;
const largestOwn = 1_000_000;

/** A file of a package that has no place in a guide. */
export interface LeftOut {
  readonly path: string;
  /** What it may have, in characters; null: it may be as large as it is, and the package has too much of its kind. */
  readonly most: number | null;
  /** Of a dictionary that nobody here can read: what its `.aff` says that it is in. */
  readonly encoding?: string;
}

/** Files of a package that mean something here: rules, settings, vocabularies and lists of words. */
export const isPackageFile = (path: string): boolean =>
  /\.(?:yml|ini|txt|dic|aff)$/i.test(path) || isOwnFile(path) || nameOf(path) === styleFileName;

export const isOwnFile = (path: string): boolean => nameOf(path) === ownFileName;

/** The most characters that a file of a package may have. */
export function largestOf(path: string): number {
  if (isOwnFile(path)) return largestOwn;
  if (/\.(?:dic|aff)$/i.test(path)) return largestDictionary;
  if (/\.yml$/i.test(path)) return largestRule;
  return /\.ini$/i.test(path) ? largestSettings + addedSettings : largestList;
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
