import { compileGuide } from '../../../electron/shared/voice/guide.ts';
import { createIncrementalCheck } from '../../../electron/shared/voice/incremental-check.ts';
import type { FromVoiceWorker, ToVoiceWorker } from './voice-messages.ts';

/** Checks texts away from the page, which ends this thread when a rule takes too long. */
let checker = createIncrementalCheck(compileGuide([]));

/** While a check is longer than this, a sign of life is given between two rules. */
const signMilliseconds = 10;

const say = (message: FromVoiceWorker) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ToVoiceWorker>) => {
  if (data.kind === 'rules') {
    checker = createIncrementalCheck(compileGuide(data.definitions, { settings: data.settings }));
    say({ kind: 'ready' });
  } else {
    const { id, text, without, traced } = data;
    let last = performance.now();
    const findings = checker.check(text, {
      without: new Set(without),
      before(rule) {
        const now = performance.now();
        if (!traced && now - last < signMilliseconds) return;
        last = now;
        say({ kind: 'running', id, rule });
      },
    });
    say({ kind: 'found', id, findings });
  }
});
