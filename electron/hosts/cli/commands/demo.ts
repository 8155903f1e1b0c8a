import type { WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';

export const demo: WorkspaceCommand = {
  name: 'demo',
  needsWorkspace: true,
  options: { remove: { type: 'boolean' } },
  async run(services, { values, out }) {
    if (values['remove'] === true) await services.demo.remove();
    else await services.demo.open();
    const clients = services.clients.list().filter((client) => client.demo);
    out.answer(clients, [
      values['remove'] === true
        ? out.say('demoRemoved')
        : out.say('demoReady', { clients: clients.map(({ name }) => name).join(', ') }),
    ]);
    return exitCodes.done;
  },
};
