import { posix } from 'node:path';
import { styleFileName } from '../../../shared/voice/package-parts.ts';
import { settingsFileOf } from './config-files.ts';
import { readIni } from './ini.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';

/** The StylesPath by its usual name. */
const usual = /^(?:.*\/)?styles\/(?=[^/]+\/)/i;
const isRule = /^extends[ \t]*:/m;

/**
 * Makes the function that says what stands above the folder of a rule's style, with a slash behind it. A rule goes by its
 * path from there: `styles/Std/Grammar/Passive.yml` is `Std.Grammar.Passive` (https://vale.sh/blog/std, "The directory is
 * the name"). That is the StylesPath; where nobody says which folder it is, a style's folder is the first one that has
 * rules, or Vale's own file about a style, in itself.
 */
export function styleFolders(files: readonly PackageFile[]): (path: string) => string {
  const named = stylesPathOf(files);
  const isInside = named !== '' && files.some(({ path }) => path.startsWith(named) && path.endsWith('.yml'));
  if (isInside) return () => named;
  const holding = new Set(
    files
      .filter(
        ({ path, text }) => posix.basename(path) === styleFileName || (isYaml(path) && isRule.test(text)),
      )
      .map(({ path }) => posix.dirname(path)),
  );
  return (path) => {
    const [styles] = usual.exec(path) ?? [];
    if (styles !== undefined) return styles;
    const folders = path.split('/').slice(0, -1);
    const depth = folders.findIndex((_, at) => holding.has(folders.slice(0, at + 1).join('/')));
    const above = folders.slice(0, depth === -1 ? -1 : depth);
    return above.map((folder) => `${folder}/`).join('');
  };
}

const isYaml = (path: string): boolean => path.endsWith('.yml');

/** With a slash behind it; empty where the settings name none, or one outside. */
function stylesPathOf(files: readonly PackageFile[]): string {
  const ini = settingsFileOf(files);
  const named =
    ini && readIni(ini.text).findLast(({ section, key }) => section === '' && key === 'StylesPath');
  if (!ini || !named || /^(?:[/~]|[A-Za-z]:)/.test(named.value)) return '';
  const folder = posix.join(posix.dirname(ini.path), named.value.replaceAll('\\', '/'), '/');
  return folder === './' ? '' : folder;
}
