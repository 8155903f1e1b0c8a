import {
  type Client,
  clientColours,
  ClientDetails,
  clientPatterns,
  firstFree,
  type WeeklyHours,
} from '../../../shared/clients.ts';
import type { Services } from '../../../core/services.ts';
import { type CommandInput, textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { clientOf } from '../find-client.ts';
import { wrongInput } from '../wrong-option.ts';

const nineToFive = [{ from: '09:00', to: '17:00' }];
const officeHours: WeeklyHours = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []];

const line = (client: Client) =>
  [client.id, client.mark, client.name, client.timeZone, client.state.kind].join('\t');

export const clientsList: WorkspaceCommand = {
  name: 'clients list',
  needsWorkspace: true,
  options: {},
  run(services, { out }) {
    const clients = services.clients.list();
    out.answer(clients, clients.map(line));
    return Promise.resolve(exitCodes.done);
  },
};

export const clientsAdd: WorkspaceCommand = {
  name: 'clients add',
  needsWorkspace: true,
  options: {
    name: { type: 'string' },
    mark: { type: 'string' },
    colour: { type: 'string' },
    pattern: { type: 'string' },
    languages: { type: 'string' },
    'time-zone': { type: 'string' },
    hours: { type: 'string' },
  },
  required: ['name'],
  async run(services, input) {
    const client = await services.clients.add(detailsOf(services, input));
    input.out.answer(client, [line(client)]);
    return exitCodes.done;
  },
};

export const clientsRemove: WorkspaceCommand = {
  name: 'clients remove',
  needsWorkspace: true,
  options: { client: { type: 'string' } },
  required: ['client'],
  async run(services, input) {
    const client = clientOf(services, input);
    await services.sync.stopClient(client.id);
    await services.clients.remove(client.id);
    input.out.answer({ removed: client.id }, [input.out.say('clientRemoved', { name: client.name })]);
    return exitCodes.done;
  },
};

/** What is not said takes the next free colour, the machine's time zone and office hours. */
function detailsOf(services: Services, input: CommandInput): ClientDetails {
  const name = textOf(input, 'name');
  const clients = services.clients.list();
  const parsed = ClientDetails.safeParse({
    name,
    mark: textOf(input, 'mark') || markOf(name),
    colour:
      textOf(input, 'colour') ||
      firstFree(
        clientColours,
        clients.map((client) => client.colour),
      ),
    pattern:
      textOf(input, 'pattern') ||
      firstFree(
        clientPatterns,
        clients.map((client) => client.pattern),
      ),
    languages: (textOf(input, 'languages') || 'en').split(',').map((language) => language.trim()),
    timeZone: textOf(input, 'time-zone') || Intl.DateTimeFormat().resolvedOptions().timeZone,
    workingHours: textOf(input, 'hours') ? weeklyHoursOf(textOf(input, 'hours')) : officeHours,
  });
  if (parsed.success) return parsed.data;
  throw wrongInput(parsed.error);
}

/** `09:00-13:00,16:00-20:00`: the same intervals from Monday to Friday. */
function weeklyHoursOf(text: string): unknown {
  const day = text.split(',').map((interval) => {
    const [from, to] = interval.trim().split('-');
    return { from, to };
  });
  return [day, day, day, day, day, [], []];
}

/** The first letters of two words, or the first two of one. */
function markOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = 'XX', second] = words;
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join('').padEnd(2, 'X').toUpperCase();
}
