import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { aClient } from '../support/a-client.ts';
import { createMemorySafes } from '../support/memory-safe.ts';
import { startCore } from '../support/start-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';

/** Longer than the core lets the first screen come before it looks at large files. */
const afterTheFirstScreen = 15_000;

function flipOneBitInTheMiddle(path: string): void {
  const file = openSync(path, 'r+');
  const at = Math.floor(fstatSync(file).size / 2);
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at);
  closeSync(file);
}

it('a client whose large store proves damaged later is taken out and named; the other one works on', async () => {
  const [data, safes] = [temporaryFolder(), createMemorySafes()];
  let close = () => Promise.resolve();
  const before = await startCore({ data, safes, closeLater: (work) => (close = work) });
  const large = await before.call.clients.add(aClient({ name: 'Northwind' }));
  const small = await before.call.clients.add(aClient({ name: 'Acme' }));
  const store = before.core.services.stores.of(large.id);
  store.script('CREATE TABLE filler (bytes BLOB NOT NULL) STRICT');
  store.transaction(() => {
    const insert = store.prepare('INSERT INTO filler (bytes) VALUES (randomblob(1000000))');
    for (let n = 0; n < 40; n += 1) insert.run();
  });
  await close();
  flipOneBitInTheMiddle(store.path);

  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { core, call } = await startCore({ data, safes });
  core.start();
  const stateOf = async (name: string) =>
    (await call.clients.list()).find((client) => client.name === name)?.state;
  expect(await stateOf('Northwind')).toEqual({ kind: 'ready' });
  const announced: unknown[] = [];
  core.services.changes.listen(({ topic, clientId }) => announced.push([topic, clientId]));
  vi.advanceTimersByTime(afterTheFirstScreen);
  vi.useRealTimers();
  await waitFor(() => announced.length > 0, 'the damage to be announced');

  expect(announced).toContainEqual(['clients', large.id]);
  expect(await stateOf('Northwind')).toMatchObject({
    kind: 'unavailable',
    error: { code: 'store-damaged', effect: 'none' },
  });
  await expect(call.voice.guide({ clientId: large.id })).rejects.toMatchObject({
    cause: { code: 'store-damaged' },
  });
  const page = await call.conversations.queue({ clientId: null, view: 'all' });
  expect(page).toMatchObject({ rows: [], missing: [large.id] });
  expect(await stateOf('Acme')).toEqual({ kind: 'ready' });
  expect(await call.voice.guide({ clientId: small.id })).toMatchObject({ version: 0 });
});
