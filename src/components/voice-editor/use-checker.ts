import { useEffect, useRef, useState } from 'react';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../electron/shared/voice/settings.ts';
import type { SpellingLanguage } from '../../../electron/shared/voice/spelling/languages.ts';
import { startSpellingWorker, startVoiceWorker } from './start-worker.ts';
import { createVoiceChecker, type CheckedText, type VoiceChecker } from './voice-checker.ts';

/** Some rules for one worker. Its identity says whether they are still the same. */
export interface CheckerRules {
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
  /** With a dictionary the words are looked up in a thread of their own. */
  readonly language: SpellingLanguage | null;
}

export interface Checked {
  readonly checked: CheckedText;
  readonly suggestions: ReadonlyMap<string, readonly string[]>;
}

/** Reading a dictionary is done before the first check; looking up a long reply takes a few milliseconds. */
const spellingSilence = 2_000;
const nothing: Checked = { checked: { text: '', findings: [], stopped: [] }, suggestions: new Map() };

/** Checks a text in a worker as it is typed; without rules there is none. */
export function useChecker(rules: CheckerRules | null, text: string): Checked {
  const [last, setLast] = useState<{ rules: CheckerRules | null; found: Checked }>({ rules, found: nothing });
  const checker = useRef<VoiceChecker | null>(null);
  const newest = useRef(text);

  useEffect(() => {
    if (rules === null) return undefined;
    const change = (made: (found: Checked) => Checked) =>
      setLast((before) => ({ rules, found: made(before.rules === rules ? before.found : nothing) }));
    const spelling = rules.language !== null;
    const made = createVoiceChecker({
      ...rules,
      ...(spelling ? { silence: spellingSilence } : {}),
      makeWorker: spelling ? startSpellingWorker : startVoiceWorker,
      onChecked: (checked) => change((found) => ({ ...found, checked })),
      onSuggested: (word, fixes) =>
        change((found) => ({ ...found, suggestions: new Map([...found.suggestions, [word, fixes]]) })),
    });
    checker.current = made;
    if (newest.current.trim() !== '') made.check(newest.current);
    return () => {
      checker.current = null;
      made.close();
    };
  }, [rules]);

  useEffect(() => {
    newest.current = text;
    checker.current?.check(text);
  }, [text]);

  return last.rules === rules && rules !== null ? last.found : nothing;
}
