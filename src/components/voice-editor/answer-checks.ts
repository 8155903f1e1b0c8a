import type { Guide } from '../../../electron/shared/voice/guide.ts';
import {
  allFindings,
  createIncrementalCheck,
  type IncrementalCheck,
} from '../../../electron/shared/voice/incremental-check.ts';
import { ownWords } from '../../../electron/shared/voice/own-words.ts';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { createSender } from './section-wire.ts';
import type { FromVoiceWorker, ToVoiceWorker } from './voice-messages.ts';

/** While a check is longer than this, a sign of life is given between two rules. */
const signMilliseconds = 10;

export const say = (message: FromVoiceWorker) => self.postMessage(message);

type Rules = Extract<ToVoiceWorker, { kind: 'rules' }>;

/** What a voice worker does: it compiles the rules that come first, and checks the texts that follow. */
export function answerChecks(
  compile: (rules: Rules) => Guide | Promise<Guide>,
  found: (findings: readonly VoiceFinding[]) => void = () => undefined,
): void {
  let checker: IncrementalCheck | null = null;
  const send = createSender();

  async function prepare(rules: Rules): Promise<void> {
    checker = createIncrementalCheck(await compile(rules));
    say({ kind: 'ready' });
  }
  function check({ id, text, traced }: Extract<ToVoiceWorker, { kind: 'check' }>): void {
    let last = performance.now();
    const checked = checker?.check(ownWords(text), (rule) => {
      const now = performance.now();
      if (!traced && now - last < signMilliseconds) return;
      last = now;
      say({ kind: 'running', id, rule });
    });
    if (!checked) return;
    say({ kind: 'found', id, found: send(checked) });
    found(allFindings(checked));
  }
  self.addEventListener('message', ({ data }: MessageEvent<ToVoiceWorker>) => {
    if (data.kind === 'rules') void prepare(data);
    else check(data);
  });
}
