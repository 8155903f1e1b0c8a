import type { Guide } from '../../../electron/shared/voice/guide.ts';
import { allFindings } from '../../../electron/shared/voice/incremental-check.ts';
import {
  byField,
  createWrittenCheck,
  writtenFields,
  type WrittenCheck,
} from '../../../electron/shared/voice/written.ts';
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
  let checker: WrittenCheck | null = null;
  const senders = byField(createSender);

  async function prepare(rules: Rules): Promise<void> {
    checker = createWrittenCheck(await compile(rules));
    say({ kind: 'ready' });
  }
  function check({ id, texts, traced }: Extract<ToVoiceWorker, { kind: 'check' }>): void {
    let last = performance.now();
    const checked = checker?.check(texts, (rule) => {
      const now = performance.now();
      if (!traced && now - last < signMilliseconds) return;
      last = now;
      say({ kind: 'running', id, rule });
    });
    if (!checked) return;
    say({ kind: 'found', id, found: byField((field) => senders[field](checked[field])) });
    found(writtenFields.flatMap((field) => allFindings(checked[field])));
  }
  self.addEventListener('message', ({ data }: MessageEvent<ToVoiceWorker>) => {
    if (data.kind === 'rules') void prepare(data);
    else check(data);
  });
}
