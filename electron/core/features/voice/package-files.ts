/** A file of a Vale package, its path with slashes and below the package's own folder. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
}
