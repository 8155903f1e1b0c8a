import { parentPort } from 'node:worker_threads';
import { compileGuide } from '../../../electron/shared/voice/guide.ts';
import { createSender } from '../../../src/components/voice-editor/section-wire.ts';
import { createIncrementalCheck } from '../../../electron/shared/voice/incremental-check.ts';
import { benchRules } from './voice-guide.ts';

/** What the page's own voice worker does, in a thread of Node: `whole` forgets the text before. */
export interface VoiceRequest {
  readonly text: string;
  readonly whole: boolean;
}

const guide = compileGuide(benchRules());
let checker = createIncrementalCheck(guide);
let send = createSender();

parentPort?.on('message', ({ text, whole }: VoiceRequest) => {
  if (whole) {
    checker = createIncrementalCheck(guide);
    send = createSender();
  }
  parentPort?.postMessage(send(checker.check(text)));
});
