import type { UnsupportedRule } from '../../../shared/voice-guides.ts';
import { wrongIn } from './dictionaries.ts';
import { loadPackage } from './load-package.ts';
import { checkLookedUp, spellingOf, type Checkable } from './spelled-check.ts';
import type { TimedFindings, TimedOptions } from './timed-check.ts';
import { alertsOf, formatOf, sanitised, type ValeAlert } from './vale-alerts.ts';

/** Alerts of each file that has any, in the order of the text. */
export type ValeReport = Readonly<Record<string, readonly ValeAlert[]>>;

export interface LintResult {
  readonly report: ValeReport;
  /** Whether there is an alert of severity `error`: then Vale's exit status is 1, else 0. */
  readonly failed: boolean;
  /** Rules of the package that Liaison doesn't run, by name and kind. */
  readonly unsupported: readonly UnsupportedRule[];
  /** Rules of the kind `spelling`, that found nothing in a text because its language has no dictionary, by name. */
  readonly withoutDictionary: readonly string[];
  /** Rules that were stopped because they took too long on a text, by name. */
  readonly stopped: readonly string[];
}

/** Vale's own dictionary is English: so is a text that says too little to tell. */
const usualLocale = 'en';

/** What Vale calls its standard input. */
export const stdinName = 'stdin.txt';

/**
 * Checks texts with a Vale style package, as `vale --output=JSON` does: with its `.vale.ini` and vocabularies where it
 * has them, and with every rule where it has not. The package is a folder or a zip archive.
 *
 * @throws LiaisonError `file-unreadable` for the package, `guide-invalid` naming the first rule that can't be read
 */
export function lintTexts(options: {
  folder: string;
  texts: readonly { readonly name: string; readonly text: string }[];
}): LintResult {
  const { rulesFor, unsupported } = loadPackage(options.folder);
  const stopped = new Set<string>();
  const withoutDictionary = new Set<string>();
  const report: Record<string, ValeAlert[]> = {};
  for (const { name, text } of options.texts) {
    const clean = sanitised(text);
    const rules = rulesFor(name);
    const { findings, runaway, silent } = checkFile(rules, clean, {
      quarantined: stopped,
      format: formatOf(name),
    });
    for (const rule of silent) withoutDictionary.add(rule);
    for (const rule of runaway) stopped.add(rule);
    const alerts = alertsOf(clean, findings);
    if (alerts.length > 0) report[name] = [...(report[name] ?? []), ...alerts];
  }
  const failed = Object.values(report)
    .flat()
    .some((alert) => alert.Severity === 'error');
  return { report, failed, unsupported, withoutDictionary: [...withoutDictionary], stopped: [...stopped] };
}

/** `silent`: rules that look words up, and have no dictionary of this text's language. */
function checkFile(
  rules: Checkable,
  text: string,
  options: Required<TimedOptions>,
): TimedFindings & { silent: readonly string[] } {
  const spelling = spellingOf(rules, { text, locale: usualLocale });
  const { words = [], runaway: slow = new Set<string>() } = spelling?.wordsIn(text, options) ?? {};
  const dictionaries = spelling?.dictionaries ?? [];
  const wrong = new Map(dictionaries.map((asked) => [asked, new Set(wrongIn(asked, words))] as const));
  const quarantined = options.quarantined.union(slow);
  const { findings, runaway } = checkLookedUp(rules, { ...options, text, spelling, wrong, quarantined });
  const silent = rules.definitions
    .filter(({ name, extends: kind }) => kind === 'spelling' && spelling?.rules.includes(name) !== true)
    .map(({ name }) => name);
  return { findings, runaway: runaway.union(slow), silent };
}
