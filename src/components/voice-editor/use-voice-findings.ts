import { useMemo } from 'react';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../electron/shared/voice/settings.ts';
import { shiftFindings } from '../../../electron/shared/voice/shift-findings.ts';
import { languageOf } from '../../../electron/shared/voice/spelling/language-of.ts';
import {
  asSpellingLanguage,
  type SpellingLanguage,
} from '../../../electron/shared/voice/spelling/languages.ts';
import { useChecker, type Checked, type CheckerRules } from './use-checker.ts';

export interface VoiceFindings {
  /** Offsets into the text as it is now. */
  readonly findings: readonly VoiceFinding[];
  /** Rules set aside because they took too long, by name. */
  readonly stopped: readonly string[];
}

/** Rules as the core gives them. */
export interface RulesToRun {
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
  /** The language of a text that is too short to tell. */
  readonly locale: string | null;
}

/**
 * Checks a text in workers as it is typed: one for the rules, and one that has a dictionary where a rule looks words up.
 * `rules` must keep its identity while they are the same.
 */
export function useVoiceFindings(rules: RulesToRun | null, text: string): VoiceFindings {
  const looksUp = rules?.definitions.some(isSpelling) ?? false;
  const language = looksUp ? asSpellingLanguage(languageOf(text, rules?.locale ?? null)) : null;
  const plain = useMemo(() => partOf(rules, { spelling: false, language: null }), [rules]);
  const spelled = useMemo(
    () => (language === null ? null : partOf(rules, { spelling: true, language })),
    [rules, language],
  );
  const found = useChecker(plain, text);
  const wrong = useChecker(spelled, text);
  return useMemo(() => {
    const isWritten = text.trim() !== '';
    const all = [...placed(found, text), ...placed(wrong, text)];
    return {
      findings: isWritten ? all.toSorted((a, b) => a.start - b.start || a.end - b.end) : [],
      stopped: [...found.checked.stopped, ...wrong.checked.stopped],
    };
  }, [found, wrong, text]);
}

const isSpelling = ({ extends: kind }: RuleDefinition): boolean => kind === 'spelling';

function partOf(
  rules: RulesToRun | null,
  { spelling, language }: { spelling: boolean; language: SpellingLanguage | null },
): CheckerRules | null {
  const definitions = rules?.definitions.filter((rule) => isSpelling(rule) === spelling) ?? [];
  return rules && definitions.length > 0 ? { definitions, settings: rules.settings, language } : null;
}

const placed = ({ checked, suggestions }: Checked, text: string): VoiceFinding[] =>
  shiftFindings(checked.findings, { from: checked.text, to: text }).map((finding) => {
    const fixes = suggestions.get(finding.match);
    return fixes && finding.fixes.length === 0 ? { ...finding, fixes } : finding;
  });
