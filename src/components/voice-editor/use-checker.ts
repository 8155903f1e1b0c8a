import { useEffect, useRef, useState } from 'react';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../electron/shared/voice/settings.ts';
import type { SpellingLanguage } from '../../../electron/shared/voice/spelling/languages.ts';
import { byField, writtenFields, type ByField } from '../../../electron/shared/voice/written.ts';
import { startSpellingWorker, startVoiceWorker } from './start-worker.ts';
import { createVoiceChecker, type CheckedTexts, type VoiceChecker } from './voice-checker.ts';

/** Some rules for one worker. Its identity says whether they are still the same. */
export interface CheckerRules {
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
  /** Words are looked up in a thread of their own. */
  readonly looksUp: boolean;
  /** Of our dictionary, where there is one. */
  readonly language: SpellingLanguage | null;
}

export interface Checked {
  readonly checked: CheckedTexts;
  readonly suggestions: ReadonlyMap<string, readonly string[]>;
}

/** Reading a dictionary is done before the first check; looking up a long reply takes a few milliseconds. */
const spellingSilence = 2_000;
const nothing: Checked = {
  checked: { texts: byField(() => ''), findings: byField(() => []), stopped: [] },
  suggestions: new Map(),
};

/** Checks a message in a worker as it is typed; without rules there is none. `texts` must keep its identity while it says the same. */
export function useChecker(rules: CheckerRules | null, texts: ByField<string>): Checked {
  const [last, setLast] = useState<{ rules: CheckerRules | null; found: Checked }>({ rules, found: nothing });
  const checker = useRef<VoiceChecker | null>(null);
  const newest = useRef(texts);

  useEffect(() => {
    if (rules === null) return undefined;
    const change = (made: (found: Checked) => Checked) =>
      setLast((before) => ({ rules, found: made(before.rules === rules ? before.found : nothing) }));
    const { looksUp: spelling, ...given } = rules;
    const made = createVoiceChecker({
      ...given,
      ...(spelling ? { silence: spellingSilence } : {}),
      makeWorker: spelling ? startSpellingWorker : startVoiceWorker,
      onChecked: (checked) => change((found) => ({ ...found, checked })),
      onSuggested: (word, fixes) =>
        change((found) => ({ ...found, suggestions: new Map([...found.suggestions, [word, fixes]]) })),
    });
    checker.current = made;
    if (writtenFields.some((field) => newest.current[field].trim() !== '')) made.check(newest.current);
    return () => {
      checker.current = null;
      made.close();
    };
  }, [rules]);

  useEffect(() => {
    newest.current = texts;
    checker.current?.check(texts);
  }, [texts]);

  return last.rules === rules && rules !== null ? last.found : nothing;
}
