import { type Channel, NewChannel, type ServerAddress } from '../../../electron/shared/channels.ts';
import type { Client } from '../../../electron/shared/clients.ts';

/** What the mailbox form holds: flat, as it is typed. */
export interface MailboxValues {
  readonly senderName: string;
  readonly address: string;
  readonly aliases: string[];
  readonly user: string;
  readonly authentication: 'password' | 'xoauth2';
  readonly secret: string;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly trustedCertificate: string;
}

/** No servers yet. */
export const noServers: Pick<MailboxValues, 'imap' | 'smtp'> = {
  imap: { host: '', port: 993, tls: 'tls' },
  smtp: { host: '', port: 465, tls: 'tls' },
};

/** The form's beginning: a kept mailbox without its secret, or an empty one in the client's name. */
export function valuesOf(client: Client, channel: Channel | null): MailboxValues {
  const mail = channel?.settings.kind === 'mail' ? channel.settings.mail : null;
  const [first, ...rest] = channel?.identities ?? [];
  return {
    senderName: first?.name ?? client.name,
    address: first?.address ?? '',
    aliases: rest.map((identity) => identity.address),
    user: mail?.user ?? '',
    authentication: mail?.authentication ?? 'password',
    secret: '',
    imap: mail?.imap ?? noServers.imap,
    smtp: mail?.smtp ?? noServers.smtp,
    trustedCertificate: mail?.trustedCertificate ?? '',
  };
}

/** Whether nobody has said another server than the one that was found: then another address may bring another. */
export const isOpen = (server: ServerAddress, found: ServerAddress | undefined): boolean =>
  server.host === '' ||
  (server.host === found?.host && server.port === found.port && server.tls === found.tls);

/** What is sent to the core; an empty secret keeps the sealed one. */
export const channelOf = (values: MailboxValues) =>
  NewChannel.safeParse({
    name: values.address,
    identities: [values.address, ...values.aliases].map((address) => ({ name: values.senderName, address })),
    settings: {
      kind: 'mail',
      mail: {
        user: values.user || values.address,
        authentication: values.authentication,
        imap: values.imap,
        smtp: values.smtp,
        trustedCertificate: values.trustedCertificate.trim() || null,
      },
    },
    secret: values.secret || null,
  });
