import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import type { PackageFile } from './package-files.ts';

/** Gives `spelling` rules the words of the files that they name (`ignore`), as exceptions of theirs. */
export const withWordLists = (
  definitions: readonly RuleDefinition[],
  files: readonly PackageFile[],
): RuleDefinition[] =>
  definitions.map((rule) =>
    rule.extends === 'spelling' && rule.ignore.length > 0
      ? { ...rule, exceptions: [...rule.exceptions, ...rule.ignore.flatMap((name) => wordsOf(files, name))] }
      : rule,
  );

/** A file is named from the StylesPath or from its `config/ignore`; so any path that ends so is meant. */
const wordsOf = (files: readonly PackageFile[], name: string): string[] =>
  files
    .filter(({ path }) => `/${path}`.endsWith(`/${name.replace(/^\.?\//, '')}`))
    .flatMap(({ text }) => text.split(/\r\n?|\n/))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
