import { stringify } from 'yaml';
import { z } from 'zod';
import { LiaisonError } from '../../../shared/errors.ts';
import { type GuideBody, type ReadPackage, VoiceGuideDraft } from '../../../shared/voice-guides.ts';
import { GuideConfig } from '../../../shared/voice/guide-config.ts';
import { isOwnFile, largestOf, largestSettings, ownFileName } from '../../../shared/voice/package-parts.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { lineRules, lineStyle } from '../../../shared/voice/line-rules.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { anySituation } from '../../../shared/voice/situation.ts';
import { configOf, filesOf } from './config-files.ts';
import { fitting } from './fitting-files.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';
import { rulePath, ruleFilesOf } from './rule-files.ts';
import { readConfig } from './vale-config.ts';

/** What Liaison adds to a package. Of the settings it says what a `.vale.ini` can't, and what ours was made of. */
const OwnFile = VoiceGuideDraft.omit({ clientId: true, rules: true, config: true }).extend({
  format: z.literal('liaison-guide-1'),
  config: GuideConfig.pick({ spelling: true }).extend({
    /** Where the package still has the `.vale.ini` that was `written`, the guide's own was `kept`. */
    kept: z.string().max(largestSettings),
    written: z.string().max(largestOf(settingsName)),
  }),
});

const usualStyles = 'styles';

/**
 * A guide as the files of a Vale package: `.vale.ini`, styles, vocabularies. The lines of the guide that hold everywhere
 * stand there as a style of their own, so that the client's own checks run them too; everything that only Liaison knows
 * is in a file that Vale does not look for.
 */
export function packageOf(body: GuideBody): PackageFile[] {
  const { rules, config, ...own } = body;
  const lines = body.lines.filter(({ channels, locales }) => channels.length + locales.length === 0);
  const styles = stylesFolderOf(config.ini);
  const generated = lineRules(lines, anySituation);
  const written =
    config.ini.trim() === '' ? iniFor(body, generated.length > 0) : withStyles(config.ini, styles);
  const { spelling } = config;
  const ownFile: z.input<typeof OwnFile> = {
    format: 'liaison-guide-1',
    ...own,
    config: { spelling, kept: config.ini, written },
  };
  return [
    { path: settingsName, text: written },
    { path: ownFileName, text: `${JSON.stringify(ownFile, null, 2)}\n` },
    ...rules.map(({ name, yaml }) => ({ path: `${styles}/${rulePath(name)}`, text: yaml })),
    ...generated.map((rule) => ({
      path: `${styles}/${rulePath(rule.name)}`,
      text: yamlOf(rule),
    })),
    ...filesOf(config).map(({ path, text }) => ({ path: `${styles}/${path}`, text })),
  ];
}

/** @throws LiaisonError `guide-invalid` */
export function readGuidePackage(all: readonly PackageFile[]): ReadPackage {
  const { files, left } = fitting(all);
  const own = ownFileOf(files);
  const rules = ruleFilesOf(files).filter(({ name }) => !own || !name.startsWith(`${lineStyle}.`));
  const config = configOf(files.filter(({ path }) => !isOwnFile(path)));
  const ini = own && config.ini === own.config.written ? own.config.kept : config.ini;
  const read = GuideConfig.safeParse({ ...config, ini, spelling: own?.config.spelling ?? false });
  if (!read.success) throw unusable(read.error.issues[0]?.path.join('.') ?? '');
  if (!own) return { rules, config: read.data, own: null, left };
  const { format: _format, config: _config, ...rest } = own;
  return { rules, config: read.data, own: rest, left };
}

function ownFileOf(files: readonly PackageFile[]): z.infer<typeof OwnFile> | null {
  const file = files.find(({ path }) => isOwnFile(path));
  if (!file) return null;
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch {
    throw unusable(ownFileName);
  }
  const read = OwnFile.safeParse(value);
  if (!read.success) throw unusable(`${ownFileName}: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  return read.data;
}

const unusable = (detail: string): LiaisonError =>
  new LiaisonError('guide-invalid', {
    detail: { rule: ownFileName, reason: 'wrong-value', detail, line: 0 },
  });

/** The StylesPath, where it is a plain folder of the package; else the usual one, and the `.vale.ini` says so. */
function stylesFolderOf(ini: string): string {
  if (ini.trim() === '') return usualStyles;
  const path = readConfig(ini).stylesPath ?? '';
  return /^\w[\w./-]*$/.test(path) && !/(?:^|\/)\.\.?(?:\/|$)|\/$/.test(path) ? path : usualStyles;
}

function withStyles(ini: string, folder: string): string {
  if (readConfig(ini).stylesPath === folder) return ini;
  const rest = ini.replace(/^[ \t]*StylesPath[ \t]*[=:].*(?:\r?\n|$)/gm, '');
  return `StylesPath = ${folder}\n${rest}`;
}

function iniFor({ rules, config }: GuideBody, hasLines: boolean): string {
  const styles = new Set(rules.map(({ name }) => name.split('.')[0] ?? ''));
  if (hasLines) styles.add(lineStyle);
  if (config.spelling || config.vocabularies.length > 0) styles.add('Vale');
  const vocabularies = config.vocabularies.map(({ name }) => name);
  return [
    `StylesPath = ${usualStyles}`,
    ...(vocabularies.length > 0 ? [`Vocab = ${vocabularies.join(', ')}`] : []),
    '',
    '[*]',
    `BasedOnStyles = ${[...styles].join(', ')}`,
    ...(styles.has('Vale') ? ['Vale.Repetition = NO'] : []),
    ...(styles.has('Vale') && !config.spelling ? ['Vale.Spelling = NO'] : []),
    '',
  ].join('\n');
}

/** Fields that say nothing are left out. */
function yamlOf(rule: RuleDefinition): string {
  const fields = Object.entries(rule).flatMap(([field, value]: [string, unknown]): [string, unknown][] => {
    const isEmpty = value === '' || value === null || value === false || value === 0;
    if (field === 'name' || isEmpty || (Array.isArray(value) && value.length === 0)) return [];
    if (field === 'swap') return [[field, Object.fromEntries(value as [string, string][])]];
    return [[field, value]];
  });
  const vocab: [string, unknown][] = 'vocab' in rule ? [['vocab', false]] : [];
  return stringify(Object.fromEntries([...fields, ...vocab]));
}
