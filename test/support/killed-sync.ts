import { openMailDesk } from './mail-desk.ts';
import type { Account } from '../../electron/core/connectors/contract.ts';
import type { ChannelId, ClientId } from '../../electron/shared/ids.ts';

/** What the test tells this process, which syncs one mailbox until it is done or killed. */
export interface KilledSyncTask {
  readonly folder: string;
  /** Hex. */
  readonly key: string;
  readonly clientId: ClientId;
  readonly account: Account;
}

const task = JSON.parse(process.argv[2] ?? '') as KilledSyncTask;
const { folder, clientId, account } = task;
const desk = openMailDesk({ folder, clientId, key: Buffer.from(task.key, 'hex') });
const known: ChannelId | undefined = desk.channels.list(desk.store)[0]?.id;
process.stdout.write('begun\n');
await desk.sync.pullOnce(desk.store, known ?? desk.addMailbox(account), {
  signal: new AbortController().signal,
  onProgress: ({ done }) => void process.stdout.write(`batch ${done}\n`),
});
await desk.close();
process.stdout.write('done\n');
