import type { VoiceFinding } from '../voice-guides.ts';
import type { PartResult, RawFinding } from './compiled-rule.ts';
import { readDocument, type PlacedPart, type VoiceDocument } from './document/document.ts';
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
export function check(guide: Guide, text: string, format: TextFormat = 'markdown'): GuideFinding[] {
  const document = readDocument(text, { format, ignores: guide.ignores });
  return inTextOrder(guide.rules.flatMap((rule) => checkRule(rule, document)));
}

/** What one rule finds in a text, placed in the whole text, at most `limit` of them. */
export function checkRule(rule: GuideRule, document: VoiceDocument, memory?: RuleMemory): GuideFinding[] {
  const parts = rule.partsIn(document);
  const results = parts.map((part) => {
    const result =
      memory?.get(part.part) ?? rule.run({ text: part.part.placed.text, counts: document.counts });
    memory?.set(part.part, result);
    return result;
  });
  const settled = rule.settle?.(results) ?? results.map(({ findings }) => findings);
  const { limit } = rule.definition;
  const found = parts.flatMap((part, index) =>
    (settled[index] ?? []).map((finding) => placed(finding, { rule, text: document.text, ...part })),
  );
  return limit > 0 ? found.slice(0, limit) : found;
}

/** In the order of the text. */
export const inTextOrder = <Finding extends VoiceFinding>(findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.check < b.check ? -1 : 1));

/** Whether a part is the whole text, so that what is said of it belongs to the first line. */
const isSized = ({ scope }: DocumentPart): boolean => /^(?:raw|summary)\b/.test(scope);

function placed(raw: RawFinding, where: PlacedPart & { rule: GuideRule; text: string }): GuideFinding {
  const { definition } = where.rule;
  const { match, message, description, params } = raw;
  const aboutAll = raw.start === raw.end && isSized(where.part);
  const range = aboutAll ? { start: 0, end: 0 } : sourceRange(where.part.placed, raw);
  const start = where.start + range.start;
  const end = where.start + range.end;
  // What runs over markup or code can't be replaced without losing it; and what changes nothing is no fix.
  const asWritten = where.text.slice(start, end) === match;
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
