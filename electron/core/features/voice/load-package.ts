import { readFileSync } from 'node:fs';
import { LiaisonError } from '../../../shared/errors.ts';
import { noSettings } from '../../../shared/voice/no-settings.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { PatternError, RuleError, type RuleProblem } from '../../../shared/voice/rule-problem.ts';
import type { UnsupportedRule } from '../../../shared/voice-guides.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';
import { applySettings, mustHaveStyles, readSettings } from './package-settings.ts';
import { readPackageFolder } from './read-folder.ts';
import { readPackageZip } from './read-zip.ts';
import { compileRules } from './rule-compiler.ts';
import { ruleFilesOf } from './rule-files.ts';
import { makeCheckable, type Checkable } from './spelled-check.ts';
import { withWordLists } from './word-lists.ts';

export interface LoadedPackage {
  /** The rules for a file by its path; the same where that doesn't tell files apart. */
  rulesFor(path: string): Checkable;
  readonly unsupported: readonly UnsupportedRule[];
}

/**
 * A Vale style package from a folder or a zip archive.
 *
 * @throws LiaisonError `file-unreadable`, `file-too-large`, or `guide-invalid` naming the first rule, or the line of the
 * settings, that can't be read
 */
export function loadPackage(path: string): LoadedPackage {
  const files = /\.zip$/i.test(path) ? readPackageZip(readBytes(path)) : readPackageFolder(path);
  for (const { path: dictionary, unread } of files)
    if (unread !== undefined)
      throw new LiaisonError('file-unreadable', { detail: { path: dictionary, encoding: unread } });
  const { rulesFor, ...rest } = named(() => fromFiles(files));
  return { ...rest, rulesFor: (text) => named(() => rulesFor(text)) };
}

/** Says what is wrong by the name of the rule, or of the settings. */
function named<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleError) throw invalid(error.problem);
    if (!(error instanceof PatternError)) throw error;
    throw invalid({ rule: settingsName, reason: 'pattern', detail: error.message, line: 0 });
  }
}

function fromFiles(files: readonly PackageFile[]): LoadedPackage {
  const rules = ruleFilesOf(files);
  const { definitions, unsupported, problems } = compileRules(rules);
  const [problem] = problems;
  if (problem) throw invalid(problem);
  const settings = readSettings(files);
  if (settings) {
    mustHaveStyles(
      settings,
      rules.map(({ name }) => name),
    );
  }
  const ready = new Map<string, Checkable>();
  return {
    unsupported,
    rulesFor(path) {
      const applied = settings
        ? applySettings(definitions, { settings, path })
        : { definitions, settings: noSettings };
      const key = JSON.stringify([applied.definitions.map(({ name }) => name), applied.settings]);
      const known = ready.get(key);
      if (known) return known;
      const running = withWordLists(applied.definitions, files);
      const made = makeCheckable({ definitions: running, settings: applied.settings });
      ready.set(key, made);
      return made;
    },
  };
}

const invalid = (problem: RuleProblem): LiaisonError =>
  new LiaisonError('guide-invalid', { detail: { ...problem } });

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}
