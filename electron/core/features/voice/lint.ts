import { LiaisonError } from '../../../shared/errors.ts';
import type { GuideFinding } from '../../../shared/voice/guide.ts';
import type { Severity, UnsupportedRule } from '../../../shared/voice-guides.ts';
import { compileRules } from './rule-compiler.ts';
import { readFolder } from './read-folder.ts';
import { timedCheck } from './timed-check.ts';

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

/** Alerts of each file that has any, in the order of the text. */
export type ValeReport = Readonly<Record<string, readonly ValeAlert[]>>;

export interface LintResult {
  readonly report: ValeReport;
  /** Whether there is an alert of severity `error`: then Vale's exit status is 1, else 0. */
  readonly failed: boolean;
  /** Rules of the package that Liaison doesn't run, by name and kind. */
  readonly unsupported: readonly UnsupportedRule[];
  /** Rules that were stopped because they took too long on a text, by name. */
  readonly stopped: readonly string[];
}

/** What Vale calls its standard input. */
export const stdinName = 'stdin.txt';

/**
 * Checks plain texts with the rules of a Vale style package, as `vale --output=JSON` does.
 *
 * @throws LiaisonError `file-unreadable` for the folder, `guide-invalid` naming the first rule that can't be read
 */
export function lintTexts(options: {
  folder: string;
  texts: readonly { readonly name: string; readonly text: string }[];
}): LintResult {
  const { compiled, unsupported, problems } = compileRules(readFolder(options.folder));
  const [problem] = problems;
  if (problem) throw new LiaisonError('guide-invalid', { detail: { ...problem } });
  const guide = { rules: compiled };
  const stopped = new Set<string>();
  const report: Record<string, ValeAlert[]> = {};
  for (const { name, text } of options.texts) {
    const clean = sanitised(text);
    const { findings, runaway } = timedCheck(guide, clean, stopped);
    for (const rule of runaway) stopped.add(rule);
    const alerts = alertsOf(clean, findings);
    if (alerts.length > 0) report[name] = [...(report[name] ?? []), ...alerts];
  }
  const failed = Object.values(report)
    .flat()
    .some((alert) => alert.Severity === 'error');
  return { report, failed, unsupported, stopped: [...stopped] };
}

/** What Vale does to a file before it looks at it, so that lines and columns are counted alike. */
const sanitised = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('&rsquo;', "'")
    .replace(/\r\n?/g, '\n');

function alertsOf(text: string, findings: readonly GuideFinding[]): ValeAlert[] {
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
  const last = Math.min(first + characters(finding.match) - 1, characters(text.slice(lineStart, lineEnd)));
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
