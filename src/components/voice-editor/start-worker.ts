import type { VoiceWorker } from './voice-checker.ts';

/** Under our content security policy a worker's address must come from a policy of this name. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const addresses = import.meta.glob<string>(['./voice-worker.ts', './spelling-worker.ts'], {
  query: '?worker&url',
  import: 'default',
  eager: true,
});
const known = new Set(Object.values(addresses));

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('liaison-voice', {
  createScriptURL(wanted) {
    if (!known.has(wanted)) throw new TypeError(`not the voice worker: ${wanted}`);
    return wanted;
  },
});

function start(file: string, name: string): VoiceWorker {
  const address = addresses[file] ?? '';
  return new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module', name });
}

/** Starts the thread that checks texts. */
export const startVoiceWorker = (): VoiceWorker => start('./voice-worker.ts', 'voice');

/** Starts the thread that looks words up. */
export const startSpellingWorker = (): VoiceWorker => start('./spelling-worker.ts', 'spelling');
