import type { VoiceFinding } from '../voice-guides.ts';
import type { PartResult, RawFinding } from './compiled-rule.ts';
import { readDocument, type VoiceDocument } from './document/document.ts';
import { sourceRange } from './document/placed-text.ts';
import type { DocumentPart, TextFormat } from './document/section-parts.ts';
import type { Guide, GuideRule } from './guide.ts';

/** A finding with what only Vale's report needs. */
export interface GuideFinding extends VoiceFinding {
  readonly action: { readonly name: string; readonly params: readonly string[] } | null;
}

/** What a rule has found in parts before; a part that did not change is not looked at again. */
export type RuleMemory = WeakMap<DocumentPart, PartResult>;

/** Every finding of a guide, in the order of the text. Pure; see `CompiledRule.run` about time. */
export function check(guide: Guide, text: string, format: TextFormat = 'reply'): GuideFinding[] {
  const document = readDocument(text, { format, ignores: guide.ignores });
  return inTextOrder(guide.rules.flatMap((rule) => checkRule(rule, document)));
}

/** What one rule finds in a text, placed in the whole text, at most `limit` of them. */
export function checkRule(rule: GuideRule, document: VoiceDocument, memory?: RuleMemory): GuideFinding[] {
  const parts = document.partsIn(rule.scopes);
  const results = parts.map(({ part }) => {
    const result = memory?.get(part) ?? runRule(rule, { part, counts: document.counts });
    memory?.set(part, result);
    return result;
  });
  const settled = rule.settle?.(results) ?? results.map(({ findings }) => findings);
  const { limit } = rule.definition;
  const found = parts
    .flatMap(({ part, start }, index) =>
      (settled[index] ?? []).map((finding) =>
        placeFinding(finding, { rule, part, start, written: document.text }),
      ),
    )
    .filter((finding) => !document.isOff(finding));
  return limit > 0 ? found.slice(0, limit) : found;
}

const nothing: PartResult = { findings: [] };

/** What a rule says of one part by itself. Of the whole text's part it is told what the text is made of. */
export function runRule(
  rule: GuideRule,
  { part, counts }: { part: DocumentPart; counts?: VoiceDocument['counts'] },
): PartResult {
  const alternatives = rule.alternativesIn(part);
  if (alternatives.length === 0) return nothing;
  const { text } = part.placed;
  return rule.run(counts && isWhole(part) ? { text, alternatives, counts } : { text, alternatives });
}

/** In the order of the text. */
export const inTextOrder = <Finding extends VoiceFinding>(findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || (a.check < b.check ? -1 : Number(a.check > b.check)),
  );

/** Whether a part is the whole text, so that what is said of it belongs to the first line. */
const isWhole = ({ scope }: DocumentPart): boolean => /^(?:raw|summary)\b/.test(scope);

interface Placing {
  readonly rule: GuideRule;
  readonly part: DocumentPart;
  /** Where what was written begins, and what the offsets of the finding count from. */
  readonly start: number;
  /** The text that the finding is placed in. */
  readonly written: string;
}

/** A finding of a part, placed in the text around it. */
export function placeFinding(raw: RawFinding, { rule, part, start: from, written }: Placing): GuideFinding {
  const { definition } = rule;
  const { match, message, description, params } = raw;
  const aboutAll = raw.start === raw.end && isWhole(part);
  const range = aboutAll ? { start: 0, end: 0 } : sourceRange(part.placed, raw);
  const start = from + range.start;
  const end = from + range.end;
  // What runs over markup or code can't be replaced without losing it; and what changes nothing is no fix.
  const asWritten = written.slice(start, end) === match;
  const fixes = asWritten ? raw.fixes.filter((fix) => fix !== match) : [];
  return {
    check: definition.name,
    severity: definition.level,
    start,
    end,
    match,
    message,
    description,
    link: definition.link,
    fixes,
    action: definition.action && { name: definition.action.name, params },
  };
}
