import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  type Channel,
  type ConnectionTest,
  NewChannel,
  type ServerAddress,
  TlsMode,
} from '../../../shared/channels.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { Services } from '../../../core/services.ts';
import { type CommandInput, textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';
import { wrongInput } from '../wrong-option.ts';

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

const channelOptions = {
  client: { type: 'string' },
  address: { type: 'string' },
  name: { type: 'string' },
  alias: { type: 'string' },
  user: { type: 'string' },
  'password-file': { type: 'string' },
  'token-file': { type: 'string' },
  imap: { type: 'string' },
  smtp: { type: 'string' },
  'ca-file': { type: 'string' },
} as const;

export const channelsAdd: WorkspaceCommand = {
  name: 'channels add',
  needsWorkspace: true,
  options: channelOptions,
  required: ['client', 'address'],
  async run(services, input) {
    const store = storeOf(services, input);
    const channel = services.channels.add(store, await newChannelOf(services, input));
    input.out.answer(channel, [line(channel)]);
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
  options: channelOptions,
  required: ['client'],
  async run(services, input) {
    const store = storeOf(services, input);
    const kept = keptChannels(services.channels.list(store), input);
    const tests = kept
      ? await Promise.all(kept.map(({ id }) => services.channels.testKept(store, id, input.signal)))
      : [await services.channels.test(await newChannelOf(services, input), input.signal)];
    input.out.answer(
      tests,
      tests.flatMap((test) => linesOf(test, input)),
    );
    return tests.every(({ ok }) => ok) ? exitCodes.done : exitCodes.connection;
  },
};

/** Those that are to be tested as they are kept; null where new settings are given. */
function keptChannels(channels: readonly Channel[], input: CommandInput): readonly Channel[] | null {
  const address = textOf(input, 'address').toLowerCase();
  if (!address) return channels;
  const named = channels.filter(({ identities }) =>
    identities.some((identity) => identity.address.toLowerCase() === address),
  );
  const isGiven = textOf(input, 'password-file') || textOf(input, 'token-file');
  return isGiven || named.length === 0 ? null : named;
}

const linesOf = ({ steps }: ConnectionTest, { out }: CommandInput) =>
  steps.map(({ step, error }) => (error ? `${step}\t${error.code}\t${out.sentence(error)}` : `${step}\tok`));

async function newChannelOf(services: Services, input: CommandInput): Promise<NewChannel> {
  const address = textOf(input, 'address');
  const guess = (await guessNeeded(services, input))[0];
  const aliases = textOf(input, 'alias')
    .split(',')
    .map((alias) => alias.trim());
  const caFile = textOf(input, 'ca-file');
  const parsed = NewChannel.safeParse({
    name: textOf(input, 'name') || address,
    identities: [address, ...aliases.filter(Boolean)].map((each) => ({
      name: textOf(input, 'name'),
      address: each,
    })),
    settings: {
      kind: 'mail',
      mail: {
        user: textOf(input, 'user') || address,
        authentication: textOf(input, 'token-file') ? 'xoauth2' : 'password',
        imap: textOf(input, 'imap') ? serverOf(input, 'imap') : guess?.imap,
        smtp: textOf(input, 'smtp') ? serverOf(input, 'smtp') : guess?.smtp,
        trustedCertificate: caFile ? await readText(caFile) : null,
      },
    },
    secret: await secretOf(input),
  });
  if (parsed.success) return parsed.data;
  throw wrongInput(parsed.error);
}

function guessNeeded(services: Services, input: CommandInput) {
  const told = textOf(input, 'imap') && textOf(input, 'smtp');
  return told ? Promise.resolve([]) : services.channels.guess(textOf(input, 'address'), input.signal);
}

/** `host:port` or `host:port:tls|starttls|none`. */
function serverOf(input: CommandInput, option: 'imap' | 'smtp'): ServerAddress {
  const [host = '', port = '', tls = 'tls'] = textOf(input, option).split(':');
  const mode = TlsMode.safeParse(tls);
  if (!mode.success) throw new LiaisonError('invalid-input', { detail: { path: `--${option}`, value: tls } });
  return { host, port: Number(port), tls: mode.data };
}

/** The first line of a file; `-` is standard input. Never an option: other programs can read those. */
async function secretOf(input: CommandInput): Promise<string> {
  const path = textOf(input, 'password-file') || textOf(input, 'token-file');
  if (!path) throw new LiaisonError('invalid-input', { detail: { path: '--password-file' } });
  const [first = ''] = (await readText(path)).split(/\r?\n/);
  return first;
}

async function readText(path: string): Promise<string> {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}
