import type { Channel, ConnectionTest } from '../../../shared/channels.ts';
import { type CommandInput, textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';
import { changedMailbox, mailboxOf, mailboxOptions, namedBy, newMailbox } from '../mailbox-options.ts';

const line = (channel: Channel) =>
  [channel.id, channel.name, channel.identities.map((identity) => identity.address).join(' ')].join('\t');

export const channelsList: WorkspaceCommand = {
  name: 'channels list',
  needsWorkspace: true,
  options: { client: { type: 'string' } },
  required: ['client'],
  run(services, input) {
    const channels = services.channels.list(storeOf(services, input));
    input.out.answer(channels, channels.map(line));
    return Promise.resolve(exitCodes.done);
  },
};

const where = { client: { type: 'string' }, address: { type: 'string' } } as const;

export const channelsAdd: WorkspaceCommand = {
  name: 'channels add',
  needsWorkspace: true,
  options: { ...where, ...mailboxOptions },
  required: ['client', 'address'],
  async run(services, input) {
    const store = storeOf(services, input);
    const channel = services.channels.add(store, await newMailbox(services, input));
    input.out.answer(channel, [line(channel)]);
    return exitCodes.done;
  },
};

/** What is not said stays; an empty `--alias`, `--name` or `--ca-file` takes it away. */
export const channelsEdit: WorkspaceCommand = {
  name: 'channels edit',
  needsWorkspace: true,
  options: { ...where, 'new-address': { type: 'string' }, ...mailboxOptions },
  required: ['client', 'address'],
  async run(services, input) {
    const store = storeOf(services, input);
    const kept = mailboxOf(services.channels.list(store), input);
    const channel = services.channels.update(store, kept.id, await changedMailbox(kept, input));
    input.out.answer(channel, [line(channel)]);
    return exitCodes.done;
  },
};

/** Forgets the account and its secret; mail that came by it stays here, as an archive. */
export const channelsRemove: WorkspaceCommand = {
  name: 'channels remove',
  needsWorkspace: true,
  options: where,
  required: ['client', 'address'],
  async run(services, input) {
    const store = storeOf(services, input);
    const { id } = mailboxOf(services.channels.list(store), input);
    await services.sync.stopChannel(id);
    await services.channels.remove(store, id);
    const archived = services.channels.list(store).some((channel) => channel.id === id);
    const name = textOf(input, 'address');
    input.out.answer({ removed: id, archived }, [
      input.out.say(archived ? 'mailboxArchived' : 'mailboxRemoved', { name }),
    ]);
    return exitCodes.done;
  },
};

/**
 * With `--address` and a password, tries settings before they are kept; with the address alone, the channel that has it;
 * with neither, every channel of the client.
 */
export const channelsTest: WorkspaceCommand = {
  name: 'channels test',
  needsWorkspace: true,
  options: { ...where, ...mailboxOptions },
  required: ['client'],
  async run(services, input) {
    const store = storeOf(services, input);
    const kept = keptChannels(services.channels.list(store), input);
    const tests = kept
      ? await Promise.all(kept.map(({ id }) => services.channels.testKept(store, id, input.signal)))
      : [await services.channels.test(await newMailbox(services, input), input.signal)];
    input.out.answer(
      tests,
      tests.flatMap((test) => linesOf(test, input)),
    );
    return tests.every(({ ok }) => ok) ? exitCodes.done : exitCodes.connection;
  },
};

/** Those that are to be tested as they are kept; null where new settings are given. */
function keptChannels(channels: readonly Channel[], input: CommandInput): readonly Channel[] | null {
  if (!textOf(input, 'address')) return channels;
  const named = namedBy(channels, input);
  const hasSecret = textOf(input, 'password-file') || textOf(input, 'token-file');
  return hasSecret || named.length === 0 ? null : named;
}

const linesOf = ({ steps }: ConnectionTest, { out }: CommandInput) =>
  steps.map(({ step, error }) => (error ? `${step}\t${error.code}\t${out.sentence(error)}` : `${step}\tok`));
