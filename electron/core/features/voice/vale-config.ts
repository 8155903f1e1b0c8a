import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { severities, type Severity } from '../../../shared/voice/rule-definition.ts';
import { RuleError } from '../../../shared/voice/rule-problem.ts';
import { compileGlob } from './glob.ts';
import { listOf, readIni, type IniEntry } from './ini.ts';
import { parameterOf, type RuleParameter } from './rule-parameters.ts';

/** What a section of `.vale.ini` says about the files that it is about. */
export interface ConfigSection {
  covers(path: string): boolean;
  /** Null where the section leaves the styles to the sections above it. */
  readonly basedOnStyles: readonly string[] | null;
  /** Rules and whole styles that are switched on or off. */
  readonly switches: ReadonlyMap<string, boolean>;
  readonly tokenIgnores: readonly string[];
  readonly blockIgnores: readonly string[];
}

/** A `.vale.ini`, read (https://vale.sh/docs/vale-ini). */
export interface ValeConfig {
  readonly stylesPath: string | null;
  readonly minAlertLevel: Severity;
  readonly packages: readonly string[];
  readonly vocab: readonly string[];
  /** `[*]`, then the others in their order. */
  readonly sections: readonly ConfigSection[];
  /** Levels of rules and of whole styles; they hold in every section. */
  readonly levels: ReadonlyMap<string, Severity>;
  /** Fields of rules; they hold in every section too. */
  readonly parameters: readonly RuleParameter[];
}

const coreKeys: ReadonlySet<string> = new Set([
  'StylesPath',
  'MinAlertLevel',
  'Packages',
  'Vocab',
  'IgnoredScopes',
  'SkippedScopes',
]);
const ignoredKeys: ReadonlySet<string> = new Set(['IgnoredClasses', 'WordTemplate', 'NLPEndpoint']);
const sectionKeys: ReadonlySet<string> = new Set([
  'BasedOnStyles',
  'BlockIgnores',
  'TokenIgnores',
  'IgnorePatterns',
]);
const ignoredSectionKeys: ReadonlySet<string> = new Set(['Lang', 'Transform', 'CommentDelimiters', 'View']);
/** These are about file formats that a reply doesn't have. */
const ignoredSections: ReadonlySet<string> = new Set(['formats', 'asciidoctor']);

/** @throws RuleError `settings` with the line that can't be used */
export function readConfig(text: string): ValeConfig {
  const entries = readIni(text).filter(({ section }) => !ignoredSections.has(section));
  const core = entries.filter(({ section }) => section === '');
  for (const entry of core) if (sectionKeys.has(entry.key)) throw unusable(entry);
  const inSections = entries.filter(({ section }) => section !== '');
  for (const entry of inSections)
    if (coreKeys.has(entry.key) || ignoredKeys.has(entry.key)) throw unusable(entry);
  const names = [...new Set(inSections.map(({ section }) => section))];
  const inOrder = [...names.filter((name) => name === '*'), ...names.filter((name) => name !== '*')];
  return {
    stylesPath: valueOf(core, 'StylesPath'),
    minAlertLevel: levelOf(core),
    packages: valuesOf(core, 'Packages'),
    vocab: valuesOf(core, 'Vocab'),
    sections: inOrder.map((name) => readSection(inSections.filter(({ section }) => section === name))),
    levels: new Map(inSections.flatMap(levelSet)),
    parameters: inSections.flatMap((entry) => parameterOf(entry) ?? []),
  };
}

function readSection(entries: readonly IniEntry[]): ConfigSection {
  const [first] = entries;
  const covers = first ? compileGlob(first.section) : null;
  if (!first || !covers) throw unusable(first);
  const bases = entries.some(({ key }) => key === 'BasedOnStyles');
  return {
    covers,
    basedOnStyles: bases ? valuesOf(entries, 'BasedOnStyles') : null,
    tokenIgnores: valuesOf(entries, 'TokenIgnores'),
    blockIgnores: [...valuesOf(entries, 'BlockIgnores'), ...valuesOf(entries, 'IgnorePatterns')],
    switches: new Map(entries.filter(isSwitch).map(({ key, value }) => [key, isOn(value)])),
  };
}

const isSwitch = (entry: IniEntry): boolean =>
  !sectionKeys.has(entry.key) && !ignoredSectionKeys.has(entry.key) && parameterOf(entry) === null;
/** Anything but a level or YES switches off, as in Vale. */
const isOn = (value: string): boolean => value === 'YES' || severities.some((level) => level === value);

function levelSet(entry: IniEntry): [string, Severity][] {
  const level = severities.find((known) => known === entry.value);
  return level && isSwitch(entry) ? [[entry.key, level]] : [];
}

function levelOf(core: readonly IniEntry[]): Severity {
  const entry = core.findLast(({ key }) => key === 'MinAlertLevel');
  if (!entry) return 'suggestion';
  const level = severities.find((known) => known === entry.value);
  if (!level) throw unusable(entry);
  return level;
}

const valueOf = (entries: readonly IniEntry[], wanted: string): string | null =>
  entries.findLast(({ key }) => key === wanted)?.value ?? null;

const valuesOf = (entries: readonly IniEntry[], wanted: string): string[] => [
  ...new Set(entries.filter(({ key }) => key === wanted).flatMap(({ value }) => listOf(value))),
];

const unusable = (entry: IniEntry | undefined): RuleError =>
  new RuleError({
    rule: settingsName,
    reason: 'settings',
    detail: entry ? `${entry.key} = ${entry.value}` : '',
    line: entry?.line ?? 0,
  });
