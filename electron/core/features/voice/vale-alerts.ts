import type { GuideFinding } from '../../../shared/voice/check.ts';
import type { TextFormat } from '../../../shared/voice/document/section-parts.ts';
import type { Severity } from '../../../shared/voice-guides.ts';

/** One alert as `vale --output=JSON` writes it, its fields in Vale's order. */
export interface ValeAlert {
  readonly Action: { readonly Name: string; readonly Params: readonly string[] | null };
  /** First and last column, from 1, in characters (code points) of the line. */
  readonly Span: readonly [number, number];
  readonly Check: string;
  readonly Description: string;
  readonly Link: string;
  readonly Message: string;
  readonly Severity: Severity;
  readonly Match: string;
  /** From 1. */
  readonly Line: number;
}

/** Vale reads a file by its ending; of markup, Liaison knows Markdown. */
export const formatOf = (name: string): TextFormat =>
  /\.(?:md|markdown|mkd)$/i.test(name) ? 'markdown' : 'plain';

/** What Vale does to a file before it looks at it, so that lines and columns are counted alike. */
export const sanitised = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('&rsquo;', "'")
    .replace(/\r\n?/g, '\n');

/** Findings of a text as Vale reports them, in the order of the text. */
export function alertsOf(text: string, findings: readonly GuideFinding[]): ValeAlert[] {
  const lines = lineStarts(text);
  const seen = new Set<string>();
  const alerts: ValeAlert[] = [];
  for (const finding of findings) {
    const alert = alertOf(finding, text, lines);
    const place = `${alert.Line}-${alert.Span[0]}-${alert.Check}`;
    if (!seen.has(place)) alerts.push(alert);
    seen.add(place);
  }
  return alerts;
}

function alertOf(finding: GuideFinding, text: string, lines: readonly number[]): ValeAlert {
  const line = lines.findLastIndex((start) => start <= finding.start);
  const lineStart = lines[line] ?? 0;
  const lineEnd = lines[line + 1] ?? text.length;
  const first = characters(text.slice(lineStart, finding.start)) + 1;
  const reach = first + characters(finding.match) - 1;
  const last = Math.max(1, Math.min(reach, characters(text.slice(lineStart, lineEnd))));
  const params = finding.action?.params ?? [];
  return {
    Action: { Name: finding.action?.name ?? '', Params: params.length === 0 ? null : params },
    Span: [first, last],
    Check: finding.check,
    Description: finding.description,
    Link: finding.link,
    Message: finding.message,
    Severity: finding.severity,
    Match: finding.match,
    Line: line + 1,
  };
}

const lineStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
];

/** Go counts runes; a JavaScript string's length counts UTF-16 units. */
const characters = (text: string): number => [...text].length;
