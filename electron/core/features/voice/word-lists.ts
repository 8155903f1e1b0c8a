import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { RuleError } from '../../../shared/voice/rule-problem.ts';
import { hunspellForms } from './hunspell-words.ts';
import type { PackageFile } from './package-files.ts';

type Spelling = Extract<RuleDefinition, { extends: 'spelling' }>;

/** Forms that are made, or tried, for all rules together: those of a whole language, and more than any list of terms has. */
const mostForms = 1_000_000;

/**
 * Gives `spelling` rules the words of the files that they name, as exceptions of theirs: lists (`ignore`), and the package's
 * own dictionaries (`dictionaries`, or `dic` with `aff`). Dictionaries that the package does not have are those of the
 * machine that Vale runs on: for them ours are asked, by language.
 *
 * @throws RuleError `wrong-value` for a dictionary of too many words
 */
export const withWordLists = (
  definitions: readonly RuleDefinition[],
  files: readonly PackageFile[],
): RuleDefinition[] => {
  let left = mostForms;
  const take = (rule: Spelling, name: string): string[] => {
    const words = new Set<string>();
    const of = (ending: string) => textOf(files, name + ending);
    for (const form of hunspellForms({ dic: of('.dic'), aff: of('.aff') })) {
      left -= 1;
      if (left < 0) throw tooLarge(rule, name);
      if (form !== null) words.add(form);
    }
    return [...words];
  };
  return definitions.map((rule) =>
    rule.extends === 'spelling' ? withOwnWords(rule, { files, take }) : rule,
  );
};

const tooLarge = ({ name: rule }: Spelling, name: string): RuleError =>
  new RuleError({ rule, reason: 'wrong-value', detail: `dictionaries: ${name}`, line: 0 });

function withOwnWords(
  rule: Spelling,
  { files, take }: { files: readonly PackageFile[]; take: (rule: Spelling, name: string) => string[] },
): Spelling {
  const listed = rule.ignore.flatMap((name) => wordsOf(files, name));
  const { names, alone } = dictionariesOf(rule, files);
  const words = names.flatMap((name) => take(rule, name));
  const exceptions = [...rule.exceptions, ...[...listed, ...words].map(quoted)];
  return { ...rule, exceptions, dictionaries: names, append: rule.append && !alone };
}

/** Those that the package has. One that is named by its files is the only one, whatever else is said (vale, `makeSpeller`). */
function dictionariesOf(
  { dic, aff, dictionaries }: Spelling,
  files: readonly PackageFile[],
): { names: string[]; alone: boolean } {
  const stem = dic.replace(/\.dic$/, '');
  const byFiles = stem !== '' && aff !== '' && fileOf(files, `${stem}.dic`) && fileOf(files, aff);
  if (byFiles) return { names: [stem], alone: true };
  return { names: dictionaries.filter((name) => fileOf(files, `${name}.dic`)), alone: false };
}

/** A file is named from the StylesPath or from a folder of its `config`; so any path that ends so is meant. */
const fileOf = (files: readonly PackageFile[], name: string): PackageFile | undefined =>
  files.find(({ path }) => `/${path}`.endsWith(`/${name.replace(/^\.?\//, '')}`));

const textOf = (files: readonly PackageFile[], name: string): string => fileOf(files, name)?.text ?? '';

const wordsOf = (files: readonly PackageFile[], name: string): string[] =>
  textOf(files, name)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const quoted = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
