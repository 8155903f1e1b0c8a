import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCore } from '../support/start-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const program = join(import.meta.dirname, '../support/killed-demo.ts');

it('a demo that died while it was filled is taken away at the next start, and filled anew', async () => {
  const data = temporaryFolder();
  const { signal, stdout, stderr } = spawnSync(process.execPath, [program, data], { encoding: 'utf8' });
  expect({ signal, stdout, stderr }).toEqual({ signal: 'SIGKILL', stdout: '', stderr: '' });
  expect(readdirSync(join(data, 'clients'))).toHaveLength(3);

  const { core, call } = await startCore({ data });
  expect(await call.clients.list()).toEqual([]);
  expect(readdirSync(join(data, 'clients'))).toEqual([]);
  expect((await call.operators.list()).map(({ name }) => name)).toEqual(['Ada']);

  core.start();
  await call.demo.open();
  const clients = await call.clients.list();
  expect(clients.map(({ state }) => state.kind)).toEqual(['ready', 'ready', 'ready']);
  expect(await call.operators.list()).toHaveLength(10);
  const counts = await call.conversations.counts();
  expect(counts.map(({ mine }) => mine)).toEqual([2, 2, 2]);
});

it('a whole demo, and none at all, are left as they are', async () => {
  const data = temporaryFolder();
  let close = () => Promise.resolve();
  const first = await startCore({ data, closeLater: (work) => (close = work) });
  await first.call.demo.open();
  const before = (await first.call.clients.list()).map(({ id }) => id);
  await close();

  const second = await startCore({ data, closeLater: (work) => (close = work) });
  second.core.start();
  expect((await second.call.clients.list()).map(({ id }) => id)).toEqual(before);
  await second.call.demo.remove();
  await close();

  const third = await startCore({ data });
  third.core.start();
  expect(await third.call.clients.list()).toEqual([]);
});
