import type { GuideConfig } from '../../../shared/voice/guide-config.ts';
import type { PackageFile } from './package-files.ts';

const iniName = /(?:^|\/)[._]?vale\.ini$/;
const vocabularyFile = /(?:^|\/)(?:config\/vocabularies|Vocab)\/([^/]+)\/(accept|reject)\.txt$/;

/** The `.vale.ini` nearest to the top of a package. */
export const settingsFileOf = (files: readonly PackageFile[]): PackageFile | undefined =>
  files
    .filter(({ path }) => iniName.test(path))
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length)[0];

/** What a package says beside its rules. */
export function configOf(files: readonly PackageFile[]): Omit<GuideConfig, 'spelling'> {
  const vocabularies = new Map<string, { name: string; accept: string; reject: string }>();
  for (const { path, text } of files) {
    const [, name, list] = vocabularyFile.exec(path) ?? [];
    if (name === undefined) continue;
    const known = vocabularies.get(name) ?? { name, accept: '', reject: '' };
    vocabularies.set(name, list === 'accept' ? { ...known, accept: text } : { ...known, reject: text });
  }
  const lists = files
    .filter(({ path }) => /\.(?:txt|dic|aff)$/.test(path) && !vocabularyFile.test(path))
    .map(({ path, text }) => ({ path: belowStyles(path), text }));
  return {
    ini: settingsFileOf(files)?.text ?? '',
    vocabularies: [...vocabularies.values()],
    lists: [...new Map(lists.map((list) => [list.path, list])).values()],
  };
}

/** Lists are named from the StylesPath, which is the folder that `config` stands in. */
const belowStyles = (path: string): string => {
  const at = `/${path}`.indexOf('/config/');
  return at === -1 ? (path.split('/').at(-1) ?? path) : path.slice(at);
};

/** A guide's settings as the files of a package, their paths below the StylesPath; the `.vale.ini` stands by itself. */
export const filesOf = (config: GuideConfig): PackageFile[] => [
  ...config.vocabularies.flatMap(({ name, accept, reject }) => [
    { path: `config/vocabularies/${name}/accept.txt`, text: accept },
    { path: `config/vocabularies/${name}/reject.txt`, text: reject },
  ]),
  ...config.lists,
];

export const settingsFiles = (config: GuideConfig): PackageFile[] => [
  ...(config.ini.trim() === '' ? [] : [{ path: '.vale.ini', text: config.ini }]),
  ...filesOf(config),
];
