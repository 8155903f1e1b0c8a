import type { WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';

export const sync: WorkspaceCommand = {
  name: 'sync',
  needsWorkspace: true,
  options: { client: { type: 'string' } },
  required: ['client'],
  async run(services, input) {
    const { out, signal } = input;
    const store = storeOf(services, input);
    const results = [];
    for (const channel of services.channels.list(store)) {
      const added = await services.sync.pullOnce(store, channel.id, { signal, onProgress: out.progress });
      results.push({ channelId: channel.id, name: channel.name, added });
    }
    out.answer(
      results,
      results.map(({ name, added }) => out.say('synced', { name, count: added })),
    );
    return exitCodes.done;
  },
};
