// A process of its own: the core behind the loopback server, from the source, that lets mail arrive when it is told to.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Core } from '../../../electron/core/core.ts';
import type { ClientStore } from '../../../electron/core/store/client/client-store.ts';
import { applicationRoot } from '../../../electron/hosts/application-root.ts';
import { readAssets } from '../../../electron/hosts/assets.ts';
import { startLoopbackServer } from '../../../electron/hosts/loopback/server.ts';
import { holdYoungHeap } from '../../../electron/hosts/young-heap.ts';
import { openBenchCore } from './bench-core.ts';

/** What is counted, and how. */
const tallies = {
  messages: 'SELECT count(*) AS count FROM messages',
  replies: 'SELECT count(*) AS count FROM outbox',
  resolved:
    "SELECT count(*) AS count FROM events WHERE type = 'status-changed' AND data ->> 'to' = 'resolved'",
} as const;
export type Tallied = keyof typeof tallies;

export type HostErrand =
  | { readonly kind: 'arrive'; readonly client: number; readonly path: string }
  | { readonly kind: 'tally'; readonly of: Tallied };
export interface HostAnswer {
  readonly count: number;
}

/** Takes in what came to the nth client, as from a server; gives how many were stored. */
async function takeIn(core: Core, { client, path }: { client: number; path: string }): Promise<number> {
  const clients = core.services.clients.list();
  const chosen = clients[client % clients.length];
  if (!chosen) throw new Error('there is no client');
  const store = core.services.stores.of(chosen.id);
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  return (await core.services.importer.run(store, { kind: 'mbox', path }, options)).added;
}

const countIn = (store: ClientStore, of: Tallied): number =>
  (store.prepare(tallies[of]).get() as { count: number }).count;

async function answer(core: Core, errand: HostErrand): Promise<HostAnswer> {
  if (errand.kind === 'arrive') return { count: await takeIn(core, errand) };
  const counts = core.services.stores.all().map((store) => countIn(store, errand.of));
  return { count: counts.reduce((sum, count) => sum + count, 0) };
}

const [folder = ''] = process.argv.slice(2);
const core = await openBenchCore(folder);
const token = randomBytes(32).toString('base64url');
const assets = readAssets(join(applicationRoot, 'out', 'renderer'));
const server = await startLoopbackServer({ core, assets, token, port: 0 });
core.start();
holdYoungHeap();
process.stdout.write(`http://127.0.0.1:${server.port}/#token=${token}\n`);
process.on('message', (errand: HostErrand) => {
  answer(core, errand).then(
    (said) => process.send?.(said),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
for (const signal of ['SIGTERM', 'disconnect'] as const)
  process.once(signal, () => {
    void server
      .close()
      .then(() => core.close())
      .finally(() => process.exit(0));
  });
