import type { UnsupportedRule } from '../../../shared/voice-guides.ts';
import { languageOf } from '../../../shared/voice/spelling/language-of.ts';
import { asSpellingLanguage } from '../../../shared/voice/spelling/languages.ts';
import { loadPackage } from './load-package.ts';
import { timedCheck } from './timed-check.ts';
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
  const { guideFor, unsupported } = loadPackage(options.folder);
  const stopped = new Set<string>();
  const withoutDictionary = new Set<string>();
  const report: Record<string, ValeAlert[]> = {};
  for (const { name, text } of options.texts) {
    const clean = sanitised(text);
    const language = asSpellingLanguage(languageOf(clean, usualLocale));
    const { guide, spelling } = guideFor(name, language);
    if (language === null) for (const rule of spelling) withoutDictionary.add(rule);
    const { findings, runaway } = timedCheck(guide, clean, {
      quarantined: stopped,
      format: formatOf(name),
    });
    for (const rule of runaway) stopped.add(rule);
    const alerts = alertsOf(clean, findings);
    if (alerts.length > 0) report[name] = [...(report[name] ?? []), ...alerts];
  }
  const failed = Object.values(report)
    .flat()
    .some((alert) => alert.Severity === 'error');
  return { report, failed, unsupported, withoutDictionary: [...withoutDictionary], stopped: [...stopped] };
}
