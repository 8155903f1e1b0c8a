import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LiaisonError } from '../../electron/shared/errors.ts';
import { createPageCheck } from '../../electron/core/store/page-check.ts';
import { openClientStore } from '../../electron/core/store/client/client-store.ts';
import { createClientStores } from '../../electron/core/store/client/stores.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';

const clientId = '01900000-0000-7000-8000-000000000001' as ClientId;
const entry = new URL('../../electron/core/store/page-check-worker.ts', import.meta.url);

/** A store that is larger than what is looked at whole when it is opened. */
function aLargeStore() {
  const [data, key] = [temporaryFolder(), randomBytes(32)];
  const folder = join(data, 'clients', clientId);
  const store = openClientStore({ clientId, folder, key });
  store.script('CREATE TABLE filler (bytes BLOB NOT NULL) STRICT');
  store.transaction(() => {
    const insert = store.prepare('INSERT INTO filler (bytes) VALUES (randomblob(1000000))');
    for (let n = 0; n < 40; n += 1) insert.run();
  });
  store.checkpoint();
  store.close();
  return { clientId, data, folder, key, path: join(folder, 'client.db'), isChecked: false };
}

function flipOneBit(path: string, share: number): void {
  const file = openSync(path, 'r+');
  const at = Math.floor(fstatSync(file).size * share);
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at);
  closeSync(file);
}

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof LiaisonError ? error.code : error;
  }
  return 'nothing thrown';
}

async function openStores({ data, key }: { data: string; key: Uint8Array }) {
  const pageCheck = createPageCheck(entry, { patience: 0 });
  const damaged: [ClientId, LiaisonError][] = [];
  const onDamaged = (...what: [ClientId, LiaisonError]) => void damaged.push(what);
  const stores = createClientStores(data, { pageCheck, onDamaged, onOriginalsLost: () => undefined });
  onTestFinished(async () => {
    await pageCheck.close();
    stores.close();
  });
  await stores.open(clientId, () => Promise.resolve(key));
  return { stores, damaged };
}

describe('a large store', () => {
  it('opens after a look at its head, and a worker finds the flipped bit in the middle of it', async () => {
    const large = aLargeStore();
    flipOneBit(large.path, 0.5);
    const { stores, damaged } = await openStores(large);
    expect(stores.of(clientId).isChecked).toBe(false);
    await waitFor(() => damaged.length > 0, 'the damage to be found');
    const [[id, error] = []] = damaged;
    expect([id, error?.code, error?.shape.detail]).toEqual([clientId, 'store-damaged', { path: large.path }]);
    if (error) stores.fail(clientId, error);
    expect(stores.stateOf(clientId)).toMatchObject({ kind: 'unavailable', error: { code: 'store-damaged' } });
    expect(stores.all()).toEqual([]);
    expect(codeOf(() => stores.of(clientId))).toBe('store-damaged');
  });

  it('that is sound is left alone', async () => {
    const large = aLargeStore();
    const pageCheck = createPageCheck(entry, { patience: 0 });
    onTestFinished(() => pageCheck.close());
    const told: string[] = [];
    pageCheck.add(large, () => told.push('sound'));
    // The second is damaged: told of it, we know that the first was looked at.
    const other = aLargeStore();
    flipOneBit(other.path, 0.7);
    pageCheck.add(other, () => told.push('damaged'));
    await waitFor(() => told.length > 0, 'the second to be found damaged');
    expect(told).toEqual(['damaged']);
  });

  it('is refused at once with another key, and where its end or its first page is damaged', () => {
    const open = (folder: string, key: Uint8Array) =>
      codeOf(() => openClientStore({ clientId, folder, key }));
    const [one, two] = [aLargeStore(), aLargeStore()];
    expect(open(one.folder, randomBytes(32))).toBe('store-damaged');
    truncateSync(one.path, 38_000_000);
    expect(open(one.folder, one.key)).toBe('store-damaged');
    // Some hundred bytes in: beyond the salt, which guards nothing where the key is whole.
    flipOneBit(two.path, 0.000_02);
    expect(open(two.folder, two.key)).toBe('store-damaged');
  });
});
