import type { VoiceWorker } from './voice-checker.ts';

/** Under our content security policy a worker's address must come from a policy of this name. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const addresses = import.meta.glob<string>('./voice-worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
});
const address = addresses['./voice-worker.ts'] ?? '';

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('liaison-voice', {
  createScriptURL(wanted) {
    if (wanted !== address) throw new TypeError(`not the voice worker: ${wanted}`);
    return wanted;
  },
});

/** Starts the thread that checks texts. */
export const startVoiceWorker = (): VoiceWorker =>
  new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module', name: 'voice' });
