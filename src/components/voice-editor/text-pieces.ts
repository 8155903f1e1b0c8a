import { placeholderPattern } from '../../../electron/shared/placeholder-pattern.ts';
import { severities, type Severity, type VoiceFinding } from '../../../electron/shared/voice-guides.ts';

/** A run of text with the same marks. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  /** The worst of the findings that cover it. */
  readonly severity: Severity | null;
  /** A placeholder that still wants filling: `[order.number]`. */
  readonly placeholder: boolean;
}

/** Cuts a text where a finding or a placeholder begins or ends. */
export function textPieces(text: string, findings: readonly VoiceFinding[]): TextPiece[] {
  const placeholders = [...text.matchAll(placeholderPattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const cuts = [...findings, ...placeholders].flatMap(({ start, end }) => [start, end]);
  const borders = [...new Set([0, text.length, ...cuts])]
    .filter((at) => at <= text.length)
    .toSorted((a, b) => a - b);
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length;
    const covers = (range: { start: number; end: number }) => range.start <= start && range.end >= end;
    return {
      start,
      text: text.slice(start, end),
      severity: worst(findings.filter(covers)),
      placeholder: placeholders.some(covers),
    };
  });
}

export const worst = (findings: readonly VoiceFinding[]): Severity | null =>
  severities.findLast((severity) => findings.some((finding) => finding.severity === severity)) ?? null;

/** The findings that a caret stands in or touches. */
export const findingsAt = (findings: readonly VoiceFinding[], caret: number): readonly VoiceFinding[] =>
  findings.filter(({ start, end }) => start <= caret && caret <= end);

/** The first finding at or behind a caret, or the first of all. */
export const findingFrom = (findings: readonly VoiceFinding[], caret: number): VoiceFinding | null =>
  findings.find(({ end }) => end >= caret) ?? findings[0] ?? null;
