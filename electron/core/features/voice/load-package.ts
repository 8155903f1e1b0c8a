import { readFileSync } from 'node:fs';
import { LiaisonError } from '../../../shared/errors.ts';
import { compileGuide, type Guide } from '../../../shared/voice/guide.ts';
import { noSettings } from '../../../shared/voice/no-settings.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { PatternError, RuleError, type RuleProblem } from '../../../shared/voice/rule-problem.ts';
import type { SpellingLanguage } from '../../../shared/voice/spelling/languages.ts';
import type { UnsupportedRule } from '../../../shared/voice-guides.ts';
import { loadSpeller } from './dictionaries.ts';
import type { PackageFile } from './package-files.ts';
import { applySettings, mustHaveStyles, readSettings } from './package-settings.ts';
import { readPackageFolder } from './read-folder.ts';
import { readPackageZip } from './read-zip.ts';
import { compileRules } from './rule-compiler.ts';
import { ruleFilesOf } from './rule-files.ts';
import { withWordLists } from './word-lists.ts';

export interface LoadedPackage {
  /** The rules for a file by its path and language; the same guide where neither tells files apart. */
  guideFor(path: string, language: SpellingLanguage | null): LoadedGuide;
  readonly unsupported: readonly UnsupportedRule[];
}

export interface LoadedGuide {
  readonly guide: Guide;
  /** Rules of the kind `spelling`, by name; they find nothing in a language without a dictionary. */
  readonly spelling: readonly string[];
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
  return { ...rest, guideFor: (text, language) => named(() => guideFor(text, language)) };
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
  const settings = readSettings(files);
  if (settings) {
    mustHaveStyles(
      settings,
      rules.map(({ name }) => name),
    );
  }
  const guides = new Map<string, LoadedGuide>();
  return {
    unsupported,
    guideFor(path, language) {
      const applied = settings
        ? applySettings(definitions, { settings, path })
        : { definitions, settings: noSettings };
      const spelling = applied.definitions
        .filter((rule) => rule.extends === 'spelling')
        .map(({ name }) => name);
      const spoken = spelling.length === 0 ? null : language;
      const key = JSON.stringify([applied.definitions.map(({ name }) => name), applied.settings, spoken]);
      const known = guides.get(key);
      if (known) return known;
      const speller = spoken === null ? null : loadSpeller(spoken);
      const guide = compileGuide(applied.definitions, { settings: applied.settings, speller });
      const made = { guide, spelling };
      guides.set(key, made);
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
