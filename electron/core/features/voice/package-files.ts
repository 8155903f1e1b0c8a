/** A file of a Vale package, its path with slashes and below the package's own folder. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
}

/** More than any package has; what is beyond is no package. */
export const packageLimits = { files: 5_000, bytes: 20_000_000 } as const;

/** Files of a package that mean something here: rules, settings, vocabularies and lists of words. */
export const isPackageFile = (path: string): boolean =>
  /\.(?:yml|ini|txt|dic|aff)$/i.test(path) || path.split('/').at(-1) === ownFileName;

/** What Liaison knows of a guide and Vale does not; Vale looks for no such file. */
export const ownFileName = 'liaison.json';
