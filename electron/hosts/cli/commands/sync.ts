import { asLiaisonError, type ErrorShape, type LiaisonError } from '../../../shared/errors.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import type { WorkspaceCommand } from '../command.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';

interface SyncResult {
  readonly channelId: ChannelId;
  readonly name: string;
  readonly added: number;
  readonly error?: ErrorShape;
}

export const sync: WorkspaceCommand = {
  name: 'sync',
  needsWorkspace: true,
  options: { client: { type: 'string' } },
  required: ['client'],
  async run(services, input) {
    const { out, signal } = input;
    const store = storeOf(services, input);
    const results: SyncResult[] = [];
    const failures: LiaisonError[] = [];
    // A mailbox that refuses us keeps no other one waiting.
    for (const { id, name } of services.channels.list(store)) {
      try {
        const added = await services.sync.pullOnce(store, id, { signal, onProgress: out.progress });
        results.push({ channelId: id, name, added });
      } catch (thrown) {
        const failure = asLiaisonError(thrown);
        if (signal.aborted) throw failure;
        failures.push(failure);
        results.push({ channelId: id, name, added: 0, error: failure.shape });
      }
    }
    const [first] = failures;
    if (first && failures.length === results.length) throw first;
    out.answer(
      results,
      results
        .filter(({ error }) => !error)
        .map(({ name, added }) => out.say('synced', { name, count: added })),
    );
    failures.forEach(out.complain);
    return first ? exitCodeOf(first.code) : exitCodes.done;
  },
};
