import type { RuleDefinition, Severity } from '../../../shared/voice/rule-definition.ts';
import { severities } from '../../../shared/voice/rule-definition.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { RuleError } from '../../../shared/voice/rule-problem.ts';
import type { GuideSettings } from '../../../shared/voice/settings.ts';
import { settingsTextOf } from './config-files.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';
import { withParameters } from './rule-parameters.ts';
import { valeStyle } from './vale-style.ts';
import { readConfig, type ValeConfig } from './vale-config.ts';

/** The settings of a package, ready to be applied to its rules. */
export interface PackageSettings {
  readonly config: ValeConfig;
  readonly accept: readonly string[];
  readonly reject: readonly string[];
}

/**
 * Reads the `.vale.ini` of a package, the one nearest to its top, over those that `vale sync` kept of the packages that it
 * names, with its vocabularies; null where there is none, so that every rule runs as it is written.
 *
 * @throws RuleError `settings`
 */
export function readSettings(files: readonly PackageFile[]): PackageSettings | null {
  const ini = settingsTextOf(files);
  if (ini === null) return null;
  const config = readConfig(ini);
  return {
    config,
    accept: config.vocab.flatMap((vocab) => termsOf(files, { vocab, list: 'accept' })),
    reject: config.vocab.flatMap((vocab) => termsOf(files, { vocab, list: 'reject' })),
  };
}

function termsOf(files: readonly PackageFile[], { vocab, list }: { vocab: string; list: string }): string[] {
  const folders = [`config/vocabularies/${vocab}/`, `Vocab/${vocab}/`];
  const inFolder = (path: string) => folders.some((folder) => `/${path}`.includes(`/${folder}`));
  if (!files.some(({ path }) => inFolder(path))) {
    throw new RuleError({ rule: settingsName, reason: 'settings', detail: `Vocab = ${vocab}`, line: 0 });
  }
  return files
    .filter(({ path }) => inFolder(path) && path.endsWith(`/${list}.txt`))
    .flatMap(({ text }) => termsIn(text));
}

/** The terms of an `accept.txt` or `reject.txt`: one a line, without comments. */
export const termsIn = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# '));

/** What of a package is run on a text. */
export interface AppliedSettings {
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
  /** Rules that the settings switch off for this text, by name. */
  readonly off: readonly string[];
}

/**
 * @throws RuleError `settings` for a style that the settings build upon and the package does not have
 */
export function mustHaveStyles({ config }: PackageSettings, names: readonly string[]): void {
  const known = new Set(['Vale', ...names.map(styleOf)]);
  const missing = config.sections
    .flatMap(({ basedOnStyles }) => basedOnStyles ?? [])
    .find((style) => !known.has(style));
  if (missing === undefined) return;
  throw new RuleError({
    rule: settingsName,
    reason: 'settings',
    detail: `BasedOnStyles = ${missing}`,
    line: 0,
  });
}

/**
 * Chooses the rules for a text by its path and gives them their levels, as Vale does (`internal/lint/lint.go`,
 * `shouldRun`).
 *
 * @throws RuleError `settings`
 */
export function applySettings(
  definitions: readonly RuleDefinition[],
  { settings, path }: { settings: PackageSettings; path: string },
): AppliedSettings {
  const { config, accept, reject } = settings;
  const sections = config.sections.filter((section) => section.covers(path));
  const styles = sections.findLast(({ basedOnStyles }) => basedOnStyles !== null)?.basedOnStyles ?? [];
  const all = [...definitions, ...valeStyle({ accept, reject })].map((rule) => levelled(rule, config));
  const runs = ({ name, level }: RuleDefinition): boolean => {
    if (severities.indexOf(level) < severities.indexOf(config.minAlertLevel)) return false;
    const style = styleOf(name);
    for (const { switches } of sections.toReversed()) {
      const set = switches.get(name) ?? switches.get(style);
      if (set !== undefined) return set;
    }
    return styles.includes(style);
  };
  const tokenIgnores = sections.findLast((section) => section.tokenIgnores.length > 0)?.tokenIgnores ?? [];
  const blockIgnores = sections.findLast((section) => section.blockIgnores.length > 0)?.blockIgnores ?? [];
  return {
    definitions: all.filter(runs),
    settings: { accept: [...accept], tokenIgnores: [...tokenIgnores], blockIgnores: [...blockIgnores] },
    off: definitions
      .map(({ name }) => name)
      .filter((name) => !all.some((rule) => rule.name === name && runs(rule))),
  };
}

const styleOf = (name: string): string => name.split('.')[0] ?? '';

function levelled(rule: RuleDefinition, { levels, parameters }: ValeConfig): RuleDefinition {
  const level: Severity | undefined = levels.get(rule.name) ?? levels.get(styleOf(rule.name));
  const set = withParameters(rule, parameters);
  return level === undefined ? set : { ...set, level };
}
