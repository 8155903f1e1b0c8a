import type { VoiceFinding } from '../voice-guides.ts';
import {
  checkRule,
  inTextOrder,
  placeFinding,
  runRule,
  type GuideFinding,
  type RuleMemory,
} from './check.ts';
import { readDocument, type SectionMemory, type VoiceDocument } from './document/document.ts';
import type { Scopes } from './document/scopes.ts';
import type { SectionParts, TextFormat } from './document/section-parts.ts';
import type { Guide, GuideRule } from './guide.ts';

/** The name that the settings of a package go by where a rule's would stand. */
export const settingsName = '.vale.ini';

/** What was found in one section of a text; the offsets count from its beginning. */
export interface SectionFindings<Finding extends VoiceFinding = GuideFinding> {
  readonly start: number;
  /** The same object as before where the section says what it said before. */
  readonly findings: readonly Finding[];
}

export interface CheckedSections<Finding extends VoiceFinding = GuideFinding> {
  readonly sections: readonly SectionFindings<Finding>[];
  /** What is said of the text as a whole, or of one section because of another; placed in the whole text. */
  readonly others: readonly Finding[];
}

/** Checks one text after another, each only where it differs from the one before. */
export interface IncrementalCheck {
  /**
   * Together the same as `check`.
   *
   * @param before is told each rule before it runs, and `.vale.ini` before the text is read
   */
  check(text: string, before?: (rule: string) => void): CheckedSections;
}

/**
 * A section of a text (a paragraph, an item, a heading) that says what one of the text before said is not looked at
 * again; rules that look at the whole text always are. A file, which says for itself what is off in it, is read at once.
 */
export function createIncrementalCheck(
  { rules, ignores }: Guide,
  format: Exclude<TextFormat, 'markdown'> = 'reply',
): IncrementalCheck {
  const memory: SectionMemory = new Map();
  const known = new WeakMap<SectionParts, readonly GuideFinding[]>();
  const local = rules.filter((rule) => !reachesOver(rule));
  const byScopes = Map.groupBy(local, ({ scopes }) => scopes);
  const wide = rules
    .filter(reachesOver)
    .map((rule) => ({ rule, memory: new WeakMap() satisfies RuleMemory }));

  return {
    check(text, before = () => undefined) {
      before(settingsName);
      const document = readDocument(text, { format, ignores, memory });
      const sections = document.sections.map(({ start, parts }) => {
        const findings = known.get(parts) ?? findingsOf(parts, { rules: byScopes, before });
        known.set(parts, findings);
        return { start, findings };
      });
      const ofWhole = local.flatMap((rule) => wholeFindings(rule, { document, before }));
      const overSections = wide.flatMap((each) => {
        before(each.rule.definition.name);
        return checkRule(each.rule, document, each.memory);
      });
      return { sections, others: [...ofWhole, ...overSections] };
    },
  };
}

type RulesByScopes = ReadonlyMap<Scopes, readonly GuideRule[]>;

/** Whether what a rule says of one section depends on another. */
const reachesOver = ({ settle, definition }: GuideRule): boolean =>
  settle !== undefined || definition.limit > 0;

function findingsOf(
  section: SectionParts,
  { rules, before }: { rules: RulesByScopes; before: (rule: string) => void },
): GuideFinding[] {
  const found: GuideFinding[] = [];
  for (const [scopes, alike] of rules)
    for (const part of section.inScopes(scopes))
      for (const rule of alike) {
        if (rule.alternativesIn(part).length === 0) continue;
        before(rule.definition.name);
        for (const finding of runRule(rule, { part }).findings)
          found.push(placeFinding(finding, { rule, part, start: 0, written: section.written }));
      }
  return found;
}

function wholeFindings(
  rule: GuideRule,
  { document, before }: { document: VoiceDocument; before: (rule: string) => void },
): GuideFinding[] {
  return document.wholesIn(rule.scopes).flatMap((part) => {
    before(rule.definition.name);
    const { findings } = runRule(rule, { part, counts: document.counts });
    return findings.map((finding) => placeFinding(finding, { rule, part, start: 0, written: document.text }));
  });
}

/** The findings of all sections and of the whole, placed in the whole text and in its order. */
export const allFindings = <Finding extends VoiceFinding>({
  sections,
  others,
}: CheckedSections<Finding>): Finding[] =>
  inTextOrder([...sections.flatMap(({ start, findings }) => findings.map(moved(start))), ...others]);

const moved =
  (by: number) =>
  <Finding extends VoiceFinding>(finding: Finding): Finding =>
    by === 0 ? finding : { ...finding, start: finding.start + by, end: finding.end + by };
