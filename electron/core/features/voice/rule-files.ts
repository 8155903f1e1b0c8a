import { LiaisonError } from '../../../shared/errors.ts';
import { RuleFile } from '../../../shared/voice-guides.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';
import { styleFolders } from './style-folders.ts';

/** Folders of a StylesPath that hold no rules: those of its `config`, and hidden or laid aside ones. */
const noRules =
  /(?:^|\/)(?:config\/(?:actions|dictionaries|filters|ignore|scripts|templates|views|vocabularies)|[._][^/]*)\//;
/** What Vale tries a rule on stands beside it. */
const isTest = /\.test\.yml$/;

/**
 * The rules of a package, named by the folders that each stands in, in the order of their names. Where its `.vale.ini` names
 * a folder of the package as StylesPath, they are looked for there and nowhere else.
 *
 * @throws LiaisonError `file-too-large`, or `guide-invalid` where a file's name can't be a rule's
 */
export function ruleFilesOf(files: readonly PackageFile[]): RuleFile[] {
  const aboveStyle = styleFolders(files);
  return files
    .filter(({ path }) => path.endsWith('.yml') && !isTest.test(path))
    .map((file) => ({ file, above: aboveStyle(file.path) }))
    .filter(({ file: { path }, above }) => path.startsWith(above) && !noRules.test(path.slice(above.length)))
    .map(({ file, above }) => readRuleFile(file, file.path.slice(above.length)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readRuleFile({ path, text }: PackageFile, belowStyles: string): RuleFile {
  const folders = belowStyles.split('/');
  const file = folders.pop() ?? '';
  const name = [...folders, file.split('.')[0] ?? ''].join('.');
  const read = RuleFile.safeParse({ name, yaml: text });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === 'too_big') throw new LiaisonError('file-too-large', { detail: { path } });
  throw new LiaisonError('guide-invalid', {
    detail: { rule: name, reason: 'wrong-value', detail: path, line: 0 },
  });
}

/** The path of a rule's file below the StylesPath. */
export const rulePath = (name: string): string => `${name.replaceAll('.', '/')}.yml`;
