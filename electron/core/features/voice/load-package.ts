import { readFileSync } from 'node:fs';
import { LiaisonError } from '../../../shared/errors.ts';
import { compileGuide, type Guide } from '../../../shared/voice/guide.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { PatternError, RuleError, type RuleProblem } from '../../../shared/voice/rule-problem.ts';
import type { UnsupportedRule } from '../../../shared/voice-guides.ts';
import { ruleFilesOf, type PackageFile } from './package-files.ts';
import { applySettings, mustHaveStyles, readSettings } from './package-settings.ts';
import { readPackageFolder } from './read-folder.ts';
import { readPackageZip } from './read-zip.ts';
import { compileRules } from './rule-compiler.ts';
import { withWordLists } from './word-lists.ts';

export interface LoadedPackage {
  /** The rules for a file by its path; the same guide for paths that the settings don't tell apart. */
  guideFor(path: string): Guide;
  readonly unsupported: readonly UnsupportedRule[];
  /** Rules of the kind `spelling`: none is run, because no dictionary is installed. */
  readonly withoutDictionary: readonly string[];
}

/**
 * A Vale style package from a folder or a zip archive.
 *
 * @throws LiaisonError `file-unreadable`, `file-too-large`, or `guide-invalid` naming the first rule, or the line of the
 * settings, that can't be read
 */
export function loadPackage(path: string): LoadedPackage {
  const files = /\.zip$/i.test(path) ? readPackageZip(readBytes(path)) : readPackageFolder(path);
  const { guideFor, ...rest } = named(() => fromFiles(files));
  return { ...rest, guideFor: (text) => named(() => guideFor(text)) };
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
  const { definitions: read, unsupported, problems } = compileRules(rules);
  const [problem] = problems;
  if (problem) throw invalid(problem);
  const definitions = withWordLists(read, files);
  const withoutDictionary = definitions.filter((rule) => rule.extends === 'spelling').map(({ name }) => name);
  const settings = readSettings(files);
  if (!settings) {
    const guide = compileGuide(definitions);
    return { guideFor: () => guide, unsupported, withoutDictionary };
  }
  mustHaveStyles(
    settings,
    rules.map(({ name }) => name),
  );
  const guides = new Map<string, Guide>();
  return {
    unsupported,
    withoutDictionary,
    guideFor(path) {
      const applied = applySettings(definitions, { settings, path });
      const key = JSON.stringify([applied.definitions.map(({ name }) => name), applied.settings]);
      const guide = guides.get(key) ?? compileGuide(applied.definitions, applied);
      guides.set(key, guide);
      return guide;
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
