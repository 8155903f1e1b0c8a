import { useEffect, useMemo, useRef, useState } from 'react';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import { shiftFindings } from '../../../electron/shared/voice/shift-findings.ts';
import { startVoiceWorker } from './start-worker.ts';
import { createVoiceChecker, type CheckedText, type VoiceChecker } from './voice-checker.ts';

export interface VoiceFindings {
  /** Offsets into the text as it is now. */
  readonly findings: readonly VoiceFinding[];
  /** Rules set aside because they took too long, by name. */
  readonly stopped: readonly string[];
  /** Whether the findings are of the text as it is now. */
  readonly current: boolean;
}

const nothing: CheckedText = { text: '', findings: [], stopped: [] };
const noRules: readonly RuleDefinition[] = [];

/** Checks a text in a worker as it is typed. `definitions` must keep its identity while the guide is the same. */
export function useVoiceFindings(definitions: readonly RuleDefinition[], text: string): VoiceFindings {
  const [last, setLast] = useState({ definitions: noRules, checked: nothing });
  const checker = useRef<VoiceChecker | null>(null);
  const newest = useRef(text);

  useEffect(() => {
    if (definitions.length === 0) return undefined;
    const made = createVoiceChecker({
      definitions,
      makeWorker: startVoiceWorker,
      onChecked: (checked) => setLast({ definitions, checked }),
    });
    checker.current = made;
    made.check(newest.current);
    return () => {
      checker.current = null;
      made.close();
    };
  }, [definitions]);

  useEffect(() => {
    newest.current = text;
    checker.current?.check(text);
  }, [text]);

  return useMemo(() => {
    const checked = last.definitions === definitions ? last.checked : nothing;
    return {
      findings: shiftFindings(checked.findings, { from: checked.text, to: text }),
      stopped: checked.stopped,
      current: checked.text === text || definitions.length === 0,
    };
  }, [last, definitions, text]);
}
