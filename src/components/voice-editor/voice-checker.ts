import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import { allFindings, settingsName } from '../../../electron/shared/voice/incremental-check.ts';
import { noSettings } from '../../../electron/shared/voice/no-settings.ts';
import type { GuideSettings } from '../../../electron/shared/voice/settings.ts';
import { byField, type ByField } from '../../../electron/shared/voice/written.ts';
import type { SpellingLanguage } from '../../../electron/shared/voice/spelling/languages.ts';
import { createReceiver } from './section-wire.ts';
import type { FromVoiceWorker, ToVoiceWorker } from './voice-messages.ts';
import { warmUpText } from './warm-up-text.ts';

/** The part of a `Worker` that is needed here. */
export interface VoiceWorker {
  postMessage(message: ToVoiceWorker): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromVoiceWorker }) => void): void;
}

export interface CheckedTexts {
  readonly texts: ByField<string>;
  readonly findings: ByField<readonly VoiceFinding[]>;
  /** Rules that were stopped, by name; they rest for as long as this checker lives. */
  readonly stopped: readonly string[];
}

export interface VoiceChecker {
  /** Checks a message; while one is being checked only the newest of those that follow is kept. */
  check(texts: ByField<string>): void;
  close(): void;
}

/**
 * How long a worker may be silent while it checks. It gives a sign of life between rules, so that this is what one rule may
 * take; the core has refused every pattern that needs as long on texts made to provoke it, and this is the second line.
 */
export const silenceMilliseconds = 50;
const warmUp: ByField<string> = { subject: '', text: warmUpText, original: '' };

/** A rule is set aside when it has overrun so often by name: a machine that was busy elsewhere sets nothing aside. */
const mostStrikes = 2;

interface CheckerOptions {
  readonly definitions: readonly RuleDefinition[];
  readonly settings?: GuideSettings;
  /** Of the dictionary for `spelling`. */
  readonly language?: SpellingLanguage | null;
  /** How long the worker may be silent, in milliseconds. */
  readonly silence?: number;
  readonly makeWorker: () => VoiceWorker;
  readonly onChecked: (checked: CheckedTexts) => void;
  /** What may have been meant by a word. */
  readonly onSuggested?: (word: string, fixes: readonly string[]) => void;
}

/** A message that is being checked; the first only makes the worker ready for those that follow. */
interface Job {
  readonly texts: ByField<string>;
  readonly warmUp: boolean;
}

/**
 * Checks messages in a worker. A worker that falls silent is ended; the message is checked again by a new one, traced rule by
 * rule, and a rule that overruns then is set aside and named. Neither typing nor the other rules wait for it.
 */
export function createVoiceChecker(options: CheckerOptions): VoiceChecker {
  const { definitions, settings = noSettings, language = null, makeWorker, onChecked, onSuggested } = options;
  const { silence = silenceMilliseconds } = options;
  const stopped = new Set<string>();
  const strikes = new Map<string, number>();
  let worker: VoiceWorker | null = null;
  let receivers = byField(createReceiver);
  let ready = false;
  let id = 0;
  let running: Job | null = { texts: warmUp, warmUp: true };
  let waiting: ByField<string> | null = null;
  let traced = false;
  let rule: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    if (worker) return;
    const made = makeWorker();
    worker = made;
    receivers = byField(createReceiver);
    ready = false;
    made.addEventListener('message', ({ data }) => {
      if (worker === made) hear(data);
    });
    made.postMessage({ kind: 'rules', ...withoutStopped({ definitions, settings }, stopped), language });
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
    worker?.postMessage({ kind: 'check', id, texts: running.texts, traced });
    listen();
  }

  /** A page that was busy itself finds its timer due with the worker's signs still unread: they come first. */
  function listen(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = setTimeout(overrun, 0);
    }, silence);
  }

  function overrun(): void {
    if (traced && rule !== null) {
      const count = (strikes.get(rule) ?? 0) + 1;
      strikes.set(rule, count);
      if (count >= mostStrikes) stopped.add(rule);
    }
    traced = true;
    end();
    begin();
  }

  function hear(message: FromVoiceWorker): void {
    if (message.kind === 'ready') {
      ready = true;
      run();
    } else if (message.kind === 'suggested') {
      onSuggested?.(message.word, message.fixes);
    } else if (message.id !== id) {
      return;
    } else if (message.kind === 'running') {
      ({ rule } = message);
      listen();
    } else {
      const { found } = message;
      finish(byField((field) => allFindings(receivers[field](found[field]))));
    }
  }

  function finish(findings: CheckedTexts['findings']): void {
    clearTimeout(timer);
    const done = running;
    running = waiting === null ? null : { texts: waiting, warmUp: false };
    waiting = null;
    traced = false;
    if (done && !done.warmUp) onChecked({ texts: done.texts, findings, stopped: [...stopped] });
    run();
  }

  begin();
  return {
    check(texts) {
      if (running !== null) {
        waiting = texts;
        return;
      }
      running = { texts, warmUp: false };
      run();
    },
    close: end,
  };
}

/** What runs once some rules are stopped; `.vale.ini` among them stops what the settings leave out of a text. */
function withoutStopped(
  { definitions, settings }: { definitions: readonly RuleDefinition[]; settings: GuideSettings },
  stopped: ReadonlySet<string>,
): { definitions: readonly RuleDefinition[]; settings: GuideSettings } {
  return {
    definitions: definitions.filter(({ name }) => !stopped.has(name)),
    settings: stopped.has(settingsName) ? { ...settings, tokenIgnores: [], blockIgnores: [] } : settings,
  };
}
