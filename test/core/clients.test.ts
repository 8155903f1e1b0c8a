import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LiaisonError } from '../../electron/shared/errors.ts';
import { aClient } from '../support/a-client.ts';
import { createMemorySafes } from '../support/memory-safe.ts';
import { startCore, type TestCore } from '../support/start-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    const ours = error instanceof LiaisonError ? error : (error as Error).cause;
    if (ours instanceof LiaisonError) return ours.code;
    throw error;
  }
  return 'no error';
};

const every = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const stateOf = async ({ call }: TestCore, name: string) =>
  (await call.clients.list()).find((client) => client.name === name)?.state;

describe('adding', () => {
  test('keeps one 32-byte key per client in the safe, and its working hours as a calendar', async () => {
    const { call, safes } = await startCore();
    const client = await call.clients.add(aClient());
    await call.clients.add(aClient({ name: 'Acorn', mark: 'AC' }));
    const keys = [...safes.keychain.secrets.values()];
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32]);
    expect(new Set(keys).size).toBe(2);
    const calendar = await call.calendars.read({ clientId: client.id });
    expect(calendar.weeklyHours[0]).toEqual([{ from: '09:00', to: '17:00' }]);
  });

  test('refuses a name that is taken and a time zone that does not exist, and leaves no trace of the attempt', async () => {
    const { call, safes, data } = await startCore();
    await call.clients.add(aClient());
    expect(await codeOf(call.clients.add(aClient({ name: 'northwind' })))).toBe('conflict');
    expect(await codeOf(call.clients.add(aClient({ name: 'B', timeZone: 'Mars/Olympus' })))).toBe(
      'invalid-input',
    );
    expect(safes.keychain.secrets.size).toBe(1);
    expect(readdirSync(join(data, 'clients'))).toHaveLength(1);
  });

  test.each(['keychain-absent', 'keychain-locked', 'keychain-denied', 'keychain-timeout'] as const)(
    'with the keychain in the state %s makes no client, says so, and works when it is well again',
    async (code) => {
      const { call, safes } = await startCore();
      safes.keychain.failWith(code);
      expect(await codeOf(call.clients.add(aClient()))).toBe(code);
      expect(await call.vault.state()).toMatchObject({ kind: 'unused', keychain: { code } });
      expect(await call.clients.list()).toEqual([]);
      safes.keychain.failWith(null);
      expect(await call.clients.add(aClient())).toMatchObject({
        name: 'Northwind',
        state: { kind: 'ready' },
      });
    },
  );

  test('without a keychain, under a passphrase: asked for again at the next start', async () => {
    const [data, safes] = [temporaryFolder(), createMemorySafes()];
    safes.keychain.failWith('keychain-absent');
    const first = await startCore({ data, safes });
    await first.call.vault.choosePassphrase({ passphrase: 'correct horse battery' });
    await first.call.clients.add(aClient());
    expect(await first.call.vault.state()).toEqual({ kind: 'ready', backend: 'passphrase' });
    expect(safes.keychain.secrets.size).toBe(0);
    expect(await codeOf(first.call.vault.choosePassphrase({ passphrase: 'another passphrase' }))).toBe(
      'conflict',
    );
    await first.core.close();
  });
});

describe('opening', () => {
  async function workspaceWithTwo() {
    const [data, safes] = [temporaryFolder(), createMemorySafes()];
    const started = await startCore({ data, safes });
    const north = await started.call.clients.add(aClient());
    const acorn = await started.call.clients.add(aClient({ name: 'Acorn', mark: 'AC' }));
    await started.core.close();
    return { data, safes, north, acorn, fileOfNorth: join(data, 'clients', north.id, 'client.db') };
  }

  test('a damaged store is detected, kept and reported; the other client works', async () => {
    const { data, safes, acorn, fileOfNorth } = await workspaceWithTwo();
    const damaged = readFileSync(fileOfNorth);
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
    writeFileSync(fileOfNorth, damaged);
    const started = await startCore({ data, safes });
    expect(await stateOf(started, 'Northwind')).toMatchObject({
      kind: 'unavailable',
      error: { code: 'store-damaged' },
    });
    expect(await stateOf(started, 'Acorn')).toEqual({ kind: 'ready' });
    expect(await started.call.conversations.tags({ clientId: acorn.id })).toEqual([]);
    const queue = await started.call.conversations.queue({ clientId: null, view: 'all' });
    expect(queue.missing).toHaveLength(1);
    await started.core.close();
    expect(readFileSync(fileOfNorth).equals(damaged)).toBe(true);
  });

  test('a lost key never makes a new vault; the key back, the client is back', async () => {
    const { data, safes, north } = await workspaceWithTwo();
    const name = `client/${north.id}`;
    const key = safes.keychain.secrets.get(name) ?? '';
    safes.keychain.secrets.delete(name);
    const started = await startCore({ data, safes });
    expect(await stateOf(started, 'Northwind')).toMatchObject({ error: { code: 'key-missing' } });
    expect(await codeOf(started.call.conversations.tags({ clientId: north.id }))).toBe('key-missing');
    expect(safes.keychain.secrets.has(name)).toBe(false);
    safes.keychain.secrets.set(name, Buffer.alloc(32, 9).toString('base64'));
    await started.call.vault.retry();
    expect(await stateOf(started, 'Northwind')).toMatchObject({ error: { code: 'key-wrong' } });
    safes.keychain.secrets.set(name, key);
    await started.call.vault.retry();
    expect(await stateOf(started, 'Northwind')).toEqual({ kind: 'ready' });
    await started.core.close();
  });

  test('a keychain that takes its time is asked for all keys at once', async () => {
    const { data, safes } = await workspaceWithTwo();
    const { keychain } = safes;
    const asked: string[] = [];
    const all = Promise.withResolvers<void>();
    const slow = {
      ...keychain,
      async read(name: string) {
        if (asked.push(name) === 2) all.resolve();
        await all.promise;
        return keychain.read(name);
      },
    };
    const started = await startCore({ data, safes: { ...safes, keychain: slow } });
    expect(asked).toHaveLength(2);
    await Promise.all([started.call.vault.retry(), started.call.vault.retry()]);
    expect((await started.call.clients.list()).map(({ state }) => state)).toEqual([
      { kind: 'ready' },
      { kind: 'ready' },
    ]);
  });

  test('a locked keychain closes the clients and opens them when it is unlocked', async () => {
    const { data, safes } = await workspaceWithTwo();
    safes.keychain.failWith('keychain-locked');
    const started = await startCore({ data, safes });
    expect(await started.call.vault.state()).toMatchObject({ kind: 'blocked', backend: 'keychain' });
    expect(await stateOf(started, 'Acorn')).toMatchObject({ error: { code: 'keychain-locked' } });
    safes.keychain.failWith(null);
    await started.call.vault.retry();
    expect(await stateOf(started, 'Acorn')).toEqual({ kind: 'ready' });
    await started.core.close();
  });

  test('a second core on the same folder is refused, and may come when the first has gone', async () => {
    const { data, safes } = await workspaceWithTwo();
    const first = await startCore({ data, safes });
    expect(await codeOf(startCore({ data, safes }))).toBe('workspace-in-use');
    await first.core.close();
    const second = await startCore({ data, safes });
    expect(await second.call.clients.list()).toHaveLength(2);
    await second.core.close();
  });
});

describe('removing', () => {
  test('leaves no file, no key and no row', async () => {
    const { call, safes, data } = await startCore();
    const client = await call.clients.add(aClient());
    await call.clients.remove({ clientId: client.id });
    expect(existsSync(join(data, 'clients', client.id))).toBe(false);
    expect(safes.keychain.secrets.size).toBe(0);
    expect(await call.clients.list()).toEqual([]);
    expect(every(data).some((path) => readFileSync(path).includes(client.id))).toBe(false);
  });

  test('one that the keychain interrupted is finished at the next start, and is not seen meanwhile', async () => {
    const [data, safes] = [temporaryFolder(), createMemorySafes()];
    const started = await startCore({ data, safes });
    const client = await started.call.clients.add(aClient());
    safes.keychain.failWith('keychain-locked');
    expect(await codeOf(started.call.clients.remove({ clientId: client.id }))).toBe('keychain-locked');
    expect(await started.call.clients.list()).toEqual([]);
    await started.core.close();
    safes.keychain.failWith(null);
    const again = await startCore({ data, safes });
    expect(await again.call.clients.list()).toEqual([]);
    expect(existsSync(join(data, 'clients', client.id))).toBe(false);
    expect(safes.keychain.secrets.size).toBe(0);
    await again.core.close();
  });
});
