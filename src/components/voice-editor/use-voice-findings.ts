import { useMemo } from 'react';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { ofAdditions } from '../../../electron/shared/voice/own-additions.ts';
import type { RuleDefinition, SpellingDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../electron/shared/voice/settings.ts';
import { shiftFindings } from '../../../electron/shared/voice/shift-findings.ts';
import { languageOf } from '../../../electron/shared/voice/spelling/language-of.ts';
import { asSpellingLanguage } from '../../../electron/shared/voice/spelling/languages.ts';
import { spelledIn } from '../../../electron/shared/voice/spelling/spelled-in.ts';
import {
  byField,
  type ByField,
  type Written,
  type WrittenField,
} from '../../../electron/shared/voice/written.ts';
import { useChecker, type Checked, type CheckerRules } from './use-checker.ts';

export interface VoiceFindings {
  /** Offsets into each field as it is now. */
  readonly findings: ByField<readonly VoiceFinding[]>;
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
 * Checks what somebody writes in workers as it is typed: one for the rules, and one that has a dictionary where a rule looks
 * words up. `rules` must keep its identity while they are the same.
 */
export function useVoiceFindings(rules: RulesToRun | null, written: Written): VoiceFindings {
  const { subject, text, original } = written;
  const texts = useMemo(
    () => ({ subject: subject.text, text: text.text, original: original.text }),
    [subject.text, text.text, original.text],
  );
  const looksUp = rules?.definitions.some(isSpelling) ?? false;
  const language = looksUp ? languageOf(texts.text, rules?.locale ?? null) : null;
  const plain = useMemo(() => plainPart(rules), [rules]);
  const spelled = useMemo(() => (language === null ? null : spelledPart(rules, language)), [rules, language]);
  const found = useChecker(plain, texts);
  const wrong = useChecker(spelled, texts);
  return useMemo(() => {
    const inField = (field: WrittenField) => {
      if (written[field].text.trim() === '') return [];
      const all = [found, wrong].flatMap((each) => placed(each, { field, text: written[field].text }));
      return ofAdditions(all, written[field]).toSorted((a, b) => a.start - b.start || a.end - b.end);
    };
    return {
      findings: byField(inField),
      stopped: [...found.checked.stopped, ...wrong.checked.stopped],
    };
  }, [found, wrong, written]);
}

const isSpelling = (rule: RuleDefinition): rule is SpellingDefinition => rule.extends === 'spelling';

function plainPart(rules: RulesToRun | null): CheckerRules | null {
  const definitions = rules?.definitions.filter((rule) => !isSpelling(rule)) ?? [];
  return rules && definitions.length > 0
    ? { definitions, settings: rules.settings, looksUp: false, language: null }
    : null;
}

/** With a dictionary of ours for the language, or one that the rules bring. */
function spelledPart(rules: RulesToRun | null, language: string): CheckerRules | null {
  const definitions = spelledIn(rules?.definitions.filter(isSpelling) ?? [], language);
  return rules && definitions.length > 0
    ? { definitions, settings: rules.settings, looksUp: true, language: asSpellingLanguage(language) }
    : null;
}

const placed = (
  { checked, suggestions }: Checked,
  { field, text }: { field: WrittenField; text: string },
): VoiceFinding[] =>
  shiftFindings(checked.findings[field], { from: checked.texts[field], to: text }).map((finding) => {
    const fixes = suggestions.get(finding.match);
    return fixes && finding.fixes.length === 0 ? { ...finding, fixes } : finding;
  });
