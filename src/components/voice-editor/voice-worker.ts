import { checkRule, compileGuide, inTextOrder, type Guide } from '../../../electron/shared/voice/guide.ts';
import type { FromVoiceWorker, ToVoiceWorker } from './voice-messages.ts';

/** Checks texts away from the page, which ends this thread when a rule takes too long. */
let guide: Guide = { rules: [] };

const say = (message: FromVoiceWorker) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ToVoiceWorker>) => {
  if (data.kind === 'rules') {
    guide = compileGuide(data.definitions);
    say({ kind: 'ready' });
    return;
  }
  const { id, text, without, traced } = data;
  const rules = guide.rules.filter(({ definition }) => !without.includes(definition.name));
  const findings = rules.flatMap((rule) => {
    if (traced) say({ kind: 'running', id, rule: rule.definition.name });
    return checkRule(rule, text);
  });
  say({ kind: 'found', id, findings: inTextOrder(findings) });
});
