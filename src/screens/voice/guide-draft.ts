import type { RuleFile, GuideBody, VoiceGuide } from '../../../electron/shared/voice-guides.ts';
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

/** Replaces the rules of the same names and adds the others. */
export const withRules = (rules: readonly RuleFile[], more: readonly RuleFile[]): RuleFile[] => {
  const names = new Set(more.map((rule) => rule.name));
  return [...rules.filter((rule) => !names.has(rule.name)), ...more];
};
