import { expect, test, vi } from 'vitest';
import { keychainError } from './keychain-errors.ts';
import { createKeychain, type Keytar } from './keychain.ts';

const service = 'liaison/test';

function fakeKeytar(changes: Partial<Keytar>): Keytar {
  const kept = new Map<string, string>();
  return {
    getPassword: async (_service, account) => kept.get(account) ?? null,
    setPassword: async (_service, account, password) => void kept.set(account, password),
    deletePassword: async (_service, account) => kept.delete(account),
    ...changes,
  };
}

test.each([
  ['Cannot create an item in a locked collection', 'keychain-locked'],
  ['User interaction is not allowed.', 'keychain-locked'],
  ['The user name or passphrase you entered is not correct.', 'keychain-denied'],
  ['User canceled the operation.', 'keychain-denied'],
  ['Prompt dismissed', 'keychain-denied'],
  ['Did not receive a reply. Possible causes include: the reply timeout expired', 'keychain-timeout'],
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-absent'],
  ['libsecret-1.so.0: cannot open shared object file: No such file or directory', 'keychain-absent'],
  ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-absent'],
])('%s means %s', (message, code) => {
  expect(keychainError(new Error(message)).code).toBe(code);
});

test('a library that can not be loaded is an absent keychain', async () => {
  const load = () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file'));
  await expect(createKeychain({ service, load }).check()).rejects.toMatchObject({ code: 'keychain-absent' });
});

test('a keychain that forgets what it just took is no place for a key', async () => {
  const keytar = fakeKeytar({ getPassword: async () => null });
  const keychain = createKeychain({ service, load: async () => keytar });
  await expect(keychain.check()).rejects.toMatchObject({ code: 'keychain-denied' });
});

test('while one call hangs no other begins: one blocked thread, not four', async () => {
  const hang = vi.fn(() => new Promise<never>(() => {}));
  const keychain = createKeychain({
    service,
    load: async () => fakeKeytar({ getPassword: hang }),
    deadline: 30,
  });
  const calls = [keychain.read('a'), keychain.read('b'), keychain.read('c')];
  const results = await Promise.allSettled(calls);
  expect(results.map((result) => (result.status === 'rejected' ? String(result.reason) : ''))).toEqual(
    Array.from({ length: 3 }, () => 'LiaisonError: keychain-timeout'),
  );
  expect(hang).toHaveBeenCalledTimes(1);
});

test('a call given up while it waited is not made later', async () => {
  let release = () => {};
  const setPassword = vi.fn(async () => {});
  const getPassword = () => new Promise<string>((resolve) => (release = () => resolve('x')));
  const keychain = createKeychain({
    service,
    load: async () => fakeKeytar({ getPassword, setPassword, deletePassword: async () => true }),
    deadline: 30,
  });
  await Promise.allSettled([keychain.read('a'), keychain.write('b', 'secret')]);
  release();
  await keychain.remove('a');
  expect(setPassword.mock.calls.filter(([, account]: unknown[]) => account === 'b')).toEqual([]);
});
