import { createKeychain } from '../../../electron/hosts/secrets/keychain.ts';
import { asLiaisonError } from '../../../electron/shared/errors.ts';

/** What one call gave: its value, or the code it failed with. */
export type KeychainAnswer = { readonly value: unknown } | { readonly code: string };

/** Run as a child under a session bus: `<deadline> <call>...`; the real keychain's answers as one JSON line. */
const [deadline, ...names] = process.argv.slice(2);
const keychain = createKeychain({ service: 'liaison/test', deadline: Number(deadline) });
const calls = {
  check: () => keychain.check(),
  read: () => keychain.read('client/1'),
  'read-missing': () => keychain.read('client/2'),
  write: () => keychain.write('client/1', 'planted-secret'),
  remove: () => keychain.remove('client/1'),
} satisfies Record<string, () => Promise<unknown>>;

const answers: KeychainAnswer[] = [];
for (const name of names) {
  const call = calls[name as keyof typeof calls];
  const answer = call().then(
    (value): KeychainAnswer => ({ value: value ?? null }),
    (error: unknown): KeychainAnswer => ({ code: asLiaisonError(error).code }),
  );
  answers.push(await answer);
}
process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit(0));
