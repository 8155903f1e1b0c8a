import { RuleFile } from '../../../shared/voice-guides.ts';
import { LiaisonError } from '../../../shared/errors.ts';

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

/** Folders of a StylesPath that hold no rules. */
const noRules =
  /(?:^|\/)config\/(?:actions|dictionaries|filters|ignore|scripts|templates|views|vocabularies)\//;

/**
 * The rules of a package, named by the folder that each stands in, in the order of their names.
 *
 * @throws LiaisonError `file-too-large`, or `guide-invalid` where a file's name can't be a rule's
 */
export function ruleFilesOf(files: readonly PackageFile[]): RuleFile[] {
  return files
    .filter(({ path }) => path.endsWith('.yml') && !noRules.test(path))
    .map(readRuleFile)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readRuleFile({ path, text }: PackageFile): RuleFile {
  const [file = '', style = ''] = path.split('/').toReversed();
  const name = `${style}.${file.split('.')[0] ?? ''}`;
  const read = RuleFile.safeParse({ name, yaml: text });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === 'too_big') throw new LiaisonError('file-too-large', { detail: { path } });
  throw new LiaisonError('guide-invalid', {
    detail: { rule: name, reason: 'wrong-value', detail: path, line: 0 },
  });
}
