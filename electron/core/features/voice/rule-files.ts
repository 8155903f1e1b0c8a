import { posix } from 'node:path';
import { LiaisonError } from '../../../shared/errors.ts';
import { RuleFile } from '../../../shared/voice-guides.ts';
import { settingsFileOf } from './config-files.ts';
import { readIni } from './ini.ts';
import type { PackageFile } from './package-files.ts';

/** Folders of a StylesPath that hold no rules: those of its `config`, and hidden or laid aside ones. */
const noRules =
  /(?:^|\/)(?:config\/(?:actions|dictionaries|filters|ignore|scripts|templates|views|vocabularies)|[._][^/]*)\//;

/**
 * The rules of a package, named by the folder that each stands in, in the order of their names. Where its `.vale.ini` names
 * a folder of the package as StylesPath, they are looked for there and nowhere else.
 *
 * @throws LiaisonError `file-too-large`, or `guide-invalid` where a file's name can't be a rule's
 */
export function ruleFilesOf(files: readonly PackageFile[]): RuleFile[] {
  const all = files.filter(({ path }) => path.endsWith('.yml'));
  const folder = stylesFolderOf(files);
  const styles = all.some(({ path }) => path.startsWith(folder)) ? folder : '';
  return all
    .filter(({ path }) => path.startsWith(styles) && !noRules.test(path.slice(styles.length)))
    .map(readRuleFile)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** With a slash behind it; empty where the settings name none, or one outside. */
function stylesFolderOf(files: readonly PackageFile[]): string {
  const ini = settingsFileOf(files);
  const named =
    ini && readIni(ini.text).findLast(({ section, key }) => section === '' && key === 'StylesPath');
  if (!ini || !named || /^(?:[/~]|[A-Za-z]:)/.test(named.value)) return '';
  const folder = posix.join(posix.dirname(ini.path), named.value.replaceAll('\\', '/'), '/');
  return folder === './' ? '' : folder;
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
