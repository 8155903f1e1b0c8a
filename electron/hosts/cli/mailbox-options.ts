import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  type Channel,
  type MailSettings,
  NewChannel,
  type ServerAddress,
  TlsMode,
} from '../../shared/channels.ts';
import { LiaisonError } from '../../shared/errors.ts';
import type { Services } from '../../core/services.ts';
import { type CommandInput, isGiven, textOf } from './command.ts';
import { wrongInput } from './wrong-option.ts';

/** What is said of a mailbox, beside its client and its address. */
export const mailboxOptions = {
  name: { type: 'string' },
  alias: { type: 'string' },
  user: { type: 'string' },
  'password-file': { type: 'string' },
  'token-file': { type: 'string' },
  imap: { type: 'string' },
  smtp: { type: 'string' },
  'ca-file': { type: 'string' },
} as const;

/** A connected account of the client. */
export type Mailbox = Channel & { readonly settings: { readonly kind: 'mail'; readonly mail: MailSettings } };

const isMailbox = (channel: Channel): channel is Mailbox => channel.settings.kind === 'mail';
const hasAddress = ({ identities }: Pick<Channel, 'identities'>, address: string) =>
  identities.some((identity) => identity.address.toLowerCase() === address);

/** Those that `--address` names, by their own address or an alias. */
export const namedBy = (channels: readonly Channel[], input: CommandInput): readonly Channel[] =>
  channels.filter((channel) => hasAddress(channel, textOf(input, 'address').toLowerCase()));

/** The one that `--address` names; its own address goes before another's alias. @throws LiaisonError `not-found` */
export function mailboxOf(channels: readonly Channel[], input: CommandInput): Mailbox {
  const address = textOf(input, 'address').toLowerCase();
  const named = namedBy(channels, input).filter(isMailbox);
  const own = named.find(({ identities }) => identities[0]?.address.toLowerCase() === address);
  const mailbox = own ?? named[0];
  if (!mailbox) throw new LiaisonError('not-found', { detail: { what: 'channel', address } });
  return mailbox;
}

/** A mailbox as the options describe it; servers that they do not name are guessed from the address. */
export async function newMailbox(services: Services, input: CommandInput): Promise<NewChannel> {
  const address = textOf(input, 'address');
  const guess = (await guessNeeded(services, input))[0];
  return checked({
    name: textOf(input, 'name') || address,
    identities: identitiesOf(address, { name: textOf(input, 'name'), aliases: aliasesOf(input) }),
    mail: {
      user: textOf(input, 'user') || address,
      authentication: textOf(input, 'token-file') ? 'xoauth2' : 'password',
      imap: textOf(input, 'imap') ? serverOf(input, 'imap') : guess?.imap,
      smtp: textOf(input, 'smtp') ? serverOf(input, 'smtp') : guess?.smtp,
      trustedCertificate: await certificateOf(input),
    },
    secret: await secretOf(input),
  });
}

/** A kept mailbox as the options change it; what they do not name stays, the sealed secret too. */
export async function changedMailbox(kept: Mailbox, input: CommandInput): Promise<NewChannel> {
  const { mail } = kept.settings;
  const [own, ...others] = kept.identities;
  const address = textOf(input, 'new-address') || (own?.address ?? '');
  const name = isGiven(input, 'name') ? textOf(input, 'name') : (own?.name ?? '');
  const inherited = kept.name === own?.address ? address : kept.name;
  const called = isGiven(input, 'name') ? name || address : inherited;
  const aliases = isGiven(input, 'alias') ? aliasesOf(input) : others.map((other) => other.address);
  const hasSecret = isGiven(input, 'password-file') || isGiven(input, 'token-file');
  const authentication = textOf(input, 'token-file') ? 'xoauth2' : 'password';
  return checked({
    name: called,
    identities: identitiesOf(address, { name, aliases }),
    mail: {
      user: textOf(input, 'user') || mail.user,
      authentication: hasSecret ? authentication : mail.authentication,
      imap: textOf(input, 'imap') ? serverOf(input, 'imap') : mail.imap,
      smtp: textOf(input, 'smtp') ? serverOf(input, 'smtp') : mail.smtp,
      trustedCertificate: isGiven(input, 'ca-file') ? await certificateOf(input) : mail.trustedCertificate,
    },
    secret: hasSecret ? await secretOf(input) : null,
  });
}

function checked({
  mail,
  ...described
}: Record<'name' | 'identities' | 'mail' | 'secret', unknown>): NewChannel {
  const parsed = NewChannel.safeParse({ ...described, settings: { kind: 'mail', mail } });
  if (parsed.success) return parsed.data;
  throw wrongInput(parsed.error);
}

const identitiesOf = (address: string, { name, aliases }: { name: string; aliases: readonly string[] }) =>
  [address, ...aliases].map((each) => ({ name, address: each }));

const aliasesOf = (input: CommandInput): readonly string[] =>
  textOf(input, 'alias')
    .split(',')
    .map((alias) => alias.trim())
    .filter(Boolean);

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

async function certificateOf(input: CommandInput): Promise<string | null> {
  const path = textOf(input, 'ca-file');
  return path ? readText(path) : null;
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
