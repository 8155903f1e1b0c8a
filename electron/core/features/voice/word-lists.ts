import { exactPattern } from '../../../shared/voice/exact-pattern.ts';
import type { RuleDefinition, SpellingDefinition } from '../../../shared/voice/rule-definition.ts';
import { asSpellingLanguage } from '../../../shared/voice/spelling/languages.ts';
import { languageNamed } from '../../../shared/voice/spelling/spelled-in.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';

/** It can name no files; so it minds all that stand there (vale, `NewSpelling`). */
const builtIn = 'Vale.Spelling';
const inIgnore = /(?:^|\/)config\/ignore\/(?:.*\/)?[^/]+\.txt$/;

type OwnDictionary = SpellingDefinition['own'][number];

/**
 * Gives `spelling` rules what is in the files that they name: lists (`ignore`), as exceptions of theirs, and the package's own
 * dictionaries (`dictionaries`, or `dic` with `aff`). Dictionaries that the package does not have are those of the machine
 * that Vale runs on: for them ours are asked, by language, and those of the package in languages that we have none of.
 */
export function withWordLists(
  definitions: readonly RuleDefinition[],
  files: readonly PackageFile[],
): RuleDefinition[] {
  const ofLanguages = dictionariesOfLanguages(files);
  return definitions.map((rule) =>
    rule.extends === 'spelling' ? withOwnWords(rule, { files, ofLanguages }) : rule,
  );
}

function withOwnWords(
  rule: SpellingDefinition,
  { files, ofLanguages }: { files: readonly PackageFile[]; ofLanguages: readonly OwnDictionary[] },
): SpellingDefinition {
  const ignored = rule.name === builtIn ? files.filter(({ path }) => inIgnore.test(path)) : [];
  const listed = [
    ...rule.ignore.flatMap((name) => wordsIn(fileOf(files, name))),
    ...ignored.flatMap(wordsIn),
  ];
  const exceptions = [...rule.exceptions, ...listed.map(exactPattern)];
  const { own, alone } = dictionariesOf(rule, files);
  if (own.length === 0) return { ...rule, exceptions, dictionaries: [], own: [...ofLanguages], append: true };
  const dictionaries = own.map(({ name }) => name);
  return { ...rule, exceptions, dictionaries, own: [...own], append: rule.append && !alone };
}

/** Those that the package has. One that is named by its files is the only one, whatever else is said (vale, `makeSpeller`). */
function dictionariesOf(
  { dic, aff, dictionaries }: SpellingDefinition,
  files: readonly PackageFile[],
): { own: readonly OwnDictionary[]; alone: boolean } {
  const byFiles = dic !== '' && aff !== '' && fileOf(files, aff);
  const named = byFiles ? dictionaryOf(files, { dic: `${dic.replace(/\.dic$/, '')}.dic`, aff }) : [];
  if (named.length > 0) return { own: named, alone: true };
  const own = dictionaries.flatMap((name) => dictionaryOf(files, { dic: `${name}.dic`, aff: `${name}.aff` }));
  return { own, alone: false };
}

/** None, or the one; without an `.aff` its words are as they stand. */
function dictionaryOf(
  files: readonly PackageFile[],
  names: { readonly dic: string; readonly aff: string },
): OwnDictionary[] {
  const dic = fileOf(files, names.dic);
  const aff = fileOf(files, names.aff);
  return dic ? [{ name: names.dic.replace(/\.dic$/, ''), dic: dic.text, aff: aff?.text ?? '' }] : [];
}

/** Those whose names say a language that we have no dictionary of. */
const dictionariesOfLanguages = (files: readonly PackageFile[]): OwnDictionary[] =>
  files.flatMap(({ path, text }) => {
    const [, name = ''] = /^(.+)\.dic$/.exec(path) ?? [];
    const language = languageNamed(name);
    const aff = files.find((file) => file.path === `${name}.aff`);
    const isWanted = aff !== undefined && language !== null && asSpellingLanguage(language) === null;
    return isWanted ? [{ name, dic: text, aff: aff.text }] : [];
  });

/** A file is named from the StylesPath or from a folder of its `config`; so any path that ends so is meant. */
const fileOf = (files: readonly PackageFile[], name: string): PackageFile | undefined =>
  files.find(({ path }) => `/${path}`.endsWith(`/${name.replace(/^\.?\//, '')}`));

const wordsIn = (file: PackageFile | undefined): string[] =>
  (file?.text ?? '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
