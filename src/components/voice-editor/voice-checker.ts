import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { FromVoiceWorker, ToVoiceWorker } from './voice-messages.ts';

/** The part of a `Worker` that is needed here. */
export interface VoiceWorker {
  postMessage(message: ToVoiceWorker): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromVoiceWorker }) => void): void;
}

export interface CheckedText {
  readonly text: string;
  readonly findings: readonly VoiceFinding[];
  /** Rules that were stopped, by name; they rest for as long as this checker lives. */
  readonly stopped: readonly string[];
}

export interface VoiceChecker {
  /** Checks a text; while one is being checked only the newest of those that follow is kept. */
  check(text: string): void;
  close(): void;
}

/**
 * What a whole check, and what one rule of it, may take. The core has refused every pattern that needs 50 ms on texts
 * made to provoke it; this is the second line, and wide enough that a busy machine sets nothing aside.
 */
export const checkLimits = { wholeMilliseconds: 400, ruleMilliseconds: 200 } as const;

interface CheckerOptions {
  readonly definitions: readonly RuleDefinition[];
  readonly makeWorker: () => VoiceWorker;
  readonly onChecked: (checked: CheckedText) => void;
  readonly limits?: { readonly wholeMilliseconds: number; readonly ruleMilliseconds: number };
}

/**
 * Checks texts in a worker. A check that overruns ends the worker; the text is checked again, traced rule by rule, and
 * the rule that overruns then is set aside and named. Neither typing nor the other rules wait for it.
 */
export function createVoiceChecker(options: CheckerOptions): VoiceChecker {
  const { definitions, makeWorker, onChecked, limits = checkLimits } = options;
  const stopped = new Set<string>();
  let worker: VoiceWorker | null = null;
  let ready = false;
  let id = 0;
  let running: string | null = null;
  let waiting: string | null = null;
  let traced = false;
  let rule: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    if (worker) return;
    const made = makeWorker();
    worker = made;
    ready = false;
    made.addEventListener('message', ({ data }) => {
      if (worker === made) hear(data);
    });
    made.postMessage({ kind: 'rules', definitions });
  }

  function end(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
  }

  function run(): void {
    if (!ready || running === null) return;
    id += 1;
    rule = null;
    worker?.postMessage({ kind: 'check', id, text: running, without: [...stopped], traced });
    arm(limits.wholeMilliseconds);
  }

  function arm(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(overrun, milliseconds);
  }

  function overrun(): void {
    if (rule !== null) stopped.add(rule);
    traced = true;
    end();
    begin();
  }

  function hear(message: FromVoiceWorker): void {
    if (message.kind === 'ready') {
      ready = true;
      run();
    } else if (message.id !== id) {
      return;
    } else if (message.kind === 'running') {
      ({ rule } = message);
      arm(limits.ruleMilliseconds);
    } else {
      finish(message.findings);
    }
  }

  function finish(findings: readonly VoiceFinding[]): void {
    clearTimeout(timer);
    const text = running ?? '';
    running = waiting;
    waiting = null;
    traced = false;
    onChecked({ text, findings, stopped: [...stopped] });
    run();
  }

  return {
    check(text) {
      begin();
      if (running !== null) {
        waiting = text;
        return;
      }
      running = text;
      run();
    },
    close: end,
  };
}
