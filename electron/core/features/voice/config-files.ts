import type { GuideConfig } from '../../../shared/voice/guide-config.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';

const iniName = /(?:^|\/)[._]?vale\.ini$/;
const vocabularyFile = /(?:^|\/)(?:config\/vocabularies|Vocab)\/([^/]+)\/(accept|reject)\.txt$/;

/** The `.vale.ini` nearest to the top of a package. */
export const settingsFileOf = (files: readonly PackageFile[]): PackageFile | undefined =>
  files
    .filter(({ path }) => iniName.test(path))
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length)[0];

/** What `vale sync` keeps of the packages' own settings, in the order in which they are named. */
const ofPackages = /(?:^|\/)\.vale-config\/(\d+)-[^/]*\.ini$/;

/**
 * The settings of a package as one text: those of the packages that it is built upon, and its own over them. What stands
 * above the sections comes first. Null where there are none.
 */
export function settingsTextOf(files: readonly PackageFile[]): string | null {
  const own = settingsFileOf(files);
  const below = files
    .flatMap(({ path, text }) => {
      const number = ofPackages.exec(path)?.[1];
      return number === undefined ? [] : [{ number: Number(number), text }];
    })
    .toSorted((a, b) => a.number - b.number);
  if (!own || below.length === 0) return own?.text ?? null;
  const parts = [...below, own].map(({ text }) => {
    const sections = text.search(/^[ \t]*\[/m);
    return sections === -1 ? [text, ''] : [text.slice(0, sections), text.slice(sections)];
  });
  return [...parts.map(([head = '']) => head), ...parts.map(([, sections = '']) => sections)]
    .filter((part) => part.trim() !== '')
    .join('\n');
}

/** Whether a file is one of words: a list, or part of a dictionary. */
export const isListFile = (path: string): boolean =>
  /\.(?:txt|dic|aff)$/.test(path) && !vocabularyFile.test(path);

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
    .filter(({ path }) => isListFile(path))
    .map(({ path, text }) => ({ path: belowStyles(path), text }));
  return {
    ini: settingsTextOf(files) ?? '',
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
