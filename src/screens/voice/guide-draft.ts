import type { RuleFile, GuideBody, VoiceGuide } from '../../../electron/shared/voice-guides.ts';
import type { GuideConfig } from '../../../electron/shared/voice/guide-config.ts';
import type { LineDraft } from './lines/line-draft.ts';

/** A guide as it is being edited: a line may lack something yet. */
export interface GuideDraft extends Omit<GuideBody, 'lines'> {
  readonly lines: readonly LineDraft[];
}

export const draftOf = (guide: GuideBody | VoiceGuide): GuideDraft => {
  const { briefing, rules, checklist, errorsBlockSending, config, lines, fourEyes } = guide;
  return {
    briefing: { tone: briefing.tone, dos: [...briefing.dos], donts: [...briefing.donts] },
    rules: [...rules],
    checklist: checklist.map((item) => ({ ...item })),
    errorsBlockSending,
    config,
    lines: [...lines],
    fourEyes,
  };
};

/** What is left when the empty lines and items that editing leaves behind are taken out. */
export const tidied = (draft: GuideDraft): GuideDraft => ({
  ...draft,
  briefing: { ...draft.briefing, dos: lines(draft.briefing.dos), donts: lines(draft.briefing.donts) },
  checklist: draft.checklist.filter((item) => item.text.trim() !== ''),
});

const lines = (texts: readonly string[]): string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

/** `House.Rule` -> `House` */
export const styleOf = (name: string): string => name.split('.')[0] ?? name;
export const shortName = (name: string): string => name.split('.').slice(1).join('.');

/** Rules by style, each in the order of their names. */
export function byStyle(rules: readonly RuleFile[]): [style: string, rules: RuleFile[]][] {
  const groups = Object.groupBy(rules, (rule) => styleOf(rule.name));
  return Object.entries(groups)
    .map(([style, group = []]): [string, RuleFile[]] => [style, group.toSorted(byName)])
    .toSorted(([a], [b]) => a.localeCompare(b));
}

const byName = (a: RuleFile, b: RuleFile): number => a.name.localeCompare(b.name);

/** Replaces those of the same key and adds the others. */
function withMore<Each>(
  all: readonly Each[],
  { more, keyOf }: { readonly more: readonly Each[]; readonly keyOf: (each: Each) => string },
): Each[] {
  const keys = new Set(more.map(keyOf));
  return [...all.filter((each) => !keys.has(keyOf(each))), ...more];
}

/** Replaces the rules of the same names and adds the others. */
export const withRules = (rules: readonly RuleFile[], more: readonly RuleFile[]): RuleFile[] =>
  withMore(rules, { more, keyOf: ({ name }) => name });

/**
 * Adds a package's settings: what it does not speak of stays, of one name or path its own is the last word, and the styles
 * that ran go on running beside its own.
 */
export const withSettings = (
  { config, rules }: Pick<GuideDraft, 'config' | 'rules'>,
  more: GuideConfig,
): GuideConfig => ({
  ini: more.ini === '' ? config.ini : withStyles(more.ini, runningStyles({ config, rules })),
  vocabularies: withMore(config.vocabularies, { more: more.vocabularies, keyOf: ({ name }) => name }),
  lists: withMore(config.lists, { more: more.lists, keyOf: ({ path }) => path }),
  spelling: config.spelling || more.spelling,
});

const basedOn = /^([ \t]*BasedOnStyles[ \t]*=[ \t]*)([^#;\r\n]*?)(?=[ \t]*(?:[#;].*)?$)/gm;
const stylesIn = (list: string): string[] =>
  list
    .split(',')
    .map((style) => style.trim())
    .filter((style) => style !== '');

/** Without a `.vale.ini` every rule runs. */
const runningStyles = ({ config, rules }: Pick<GuideDraft, 'config' | 'rules'>): string[] => [
  ...new Set(
    config.ini.trim() === ''
      ? rules.map(({ name }) => styleOf(name))
      : [...config.ini.matchAll(basedOn)].flatMap(([, , list = '']) => stylesIn(list)),
  ),
];

function withStyles(ini: string, styles: readonly string[]): string {
  if (styles.length === 0) return ini;
  if (ini.search(basedOn) === -1) return `${ini.trimEnd()}\n[*]\nBasedOnStyles = ${styles.join(', ')}\n`;
  return ini.replace(basedOn, (_line, head: string, list: string) => {
    const own = stylesIn(list);
    return head + [...own, ...styles.filter((style) => !own.includes(style))].join(', ');
  });
}
