import type { ServerAddress, SettingsGuess } from '../../../shared/channels.ts';

/** What is publicly known of a mail provider. */
interface Provider {
  readonly imap: string;
  readonly smtp: string;
  /** 465: TLS from the first byte (RFC 8314); 587: STARTTLS. */
  readonly submission: 465 | 587;
  readonly needsAppPassword: boolean;
  readonly domains: readonly string[];
  /** Ends of the MX hosts of domains that this provider serves. */
  readonly mx: readonly string[];
}

const providers: readonly Provider[] = [
  {
    imap: 'imap.gmail.com',
    smtp: 'smtp.gmail.com',
    submission: 465,
    needsAppPassword: true,
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
  },
  {
    imap: 'outlook.office365.com',
    smtp: 'smtp.office365.com',
    submission: 587,
    needsAppPassword: true,
    domains: ['office365.com'],
    mx: ['mail.protection.outlook.com', 'mx.microsoft'],
  },
  {
    imap: 'outlook.office365.com',
    smtp: 'smtp-mail.outlook.com',
    submission: 587,
    needsAppPassword: true,
    domains: [
      'outlook.com',
      'hotmail.com',
      'live.com',
      'msn.com',
      'outlook.es',
      'outlook.de',
      'hotmail.co.uk',
      'hotmail.es',
      'hotmail.fr',
    ],
    mx: [],
  },
  {
    imap: 'imap.mail.yahoo.com',
    smtp: 'smtp.mail.yahoo.com',
    submission: 465,
    needsAppPassword: true,
    domains: [
      'yahoo.com',
      'yahoo.co.uk',
      'yahoo.es',
      'yahoo.de',
      'yahoo.fr',
      'yahoo.it',
      'ymail.com',
      'rocketmail.com',
    ],
    mx: ['yahoodns.net'],
  },
  {
    imap: 'imap.aol.com',
    smtp: 'smtp.aol.com',
    submission: 465,
    needsAppPassword: true,
    domains: ['aol.com', 'aim.com'],
    mx: [],
  },
  {
    imap: 'imap.mail.me.com',
    smtp: 'smtp.mail.me.com',
    submission: 587,
    needsAppPassword: true,
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
  },
  {
    imap: 'imap.fastmail.com',
    smtp: 'smtp.fastmail.com',
    submission: 465,
    needsAppPassword: true,
    domains: ['fastmail.com', 'fastmail.fm'],
    mx: ['messagingengine.com'],
  },
  {
    imap: 'imap.gmx.net',
    smtp: 'mail.gmx.net',
    submission: 465,
    needsAppPassword: false,
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    mx: [],
  },
  {
    imap: 'imap.gmx.com',
    smtp: 'mail.gmx.com',
    submission: 465,
    needsAppPassword: false,
    domains: ['gmx.com', 'gmx.co.uk', 'gmx.es', 'gmx.fr'],
    mx: [],
  },
  {
    imap: 'imap.web.de',
    smtp: 'smtp.web.de',
    submission: 587,
    needsAppPassword: false,
    domains: ['web.de'],
    mx: [],
  },
  {
    imap: 'imap.zoho.com',
    smtp: 'smtp.zoho.com',
    submission: 465,
    needsAppPassword: true,
    domains: ['zoho.com', 'zohomail.com'],
    mx: ['zoho.com'],
  },
  {
    imap: 'imap.zoho.eu',
    smtp: 'smtp.zoho.eu',
    submission: 465,
    needsAppPassword: true,
    domains: ['zoho.eu', 'zohomail.eu'],
    mx: ['zoho.eu'],
  },
  {
    imap: 'imap.mailbox.org',
    smtp: 'smtp.mailbox.org',
    submission: 465,
    needsAppPassword: false,
    domains: ['mailbox.org'],
    mx: ['mailbox.org'],
  },
  {
    imap: 'posteo.de',
    smtp: 'posteo.de',
    submission: 465,
    needsAppPassword: false,
    domains: ['posteo.de', 'posteo.net'],
    mx: [],
  },
  {
    imap: 'imap.yandex.com',
    smtp: 'smtp.yandex.com',
    submission: 465,
    needsAppPassword: true,
    domains: ['yandex.com', 'yandex.ru', 'ya.ru'],
    mx: ['yandex.net', 'yandex.ru'],
  },
  {
    imap: 'imap.ionos.com',
    smtp: 'smtp.ionos.com',
    submission: 465,
    needsAppPassword: false,
    domains: [],
    mx: ['ionos.com', 'perfora.net'],
  },
  {
    imap: 'imap.ionos.de',
    smtp: 'smtp.ionos.de',
    submission: 465,
    needsAppPassword: false,
    domains: [],
    mx: ['ionos.de', 'kundenserver.de'],
  },
  {
    imap: 'ssl0.ovh.net',
    smtp: 'ssl0.ovh.net',
    submission: 465,
    needsAppPassword: false,
    domains: [],
    mx: ['mail.ovh.net', 'ovh.net'],
  },
  {
    imap: 'mail.gandi.net',
    smtp: 'mail.gandi.net',
    submission: 465,
    needsAppPassword: false,
    domains: [],
    mx: ['mail.gandi.net'],
  },
  {
    imap: 'imap.migadu.com',
    smtp: 'smtp.migadu.com',
    submission: 465,
    needsAppPassword: false,
    domains: [],
    mx: ['migadu.com'],
  },
];

/** The provider that gives out addresses of this domain. */
export const guessByDomain = (domain: string): SettingsGuess[] =>
  providers.filter((one) => one.domains.includes(domain)).map(guessOf);

/** The provider that receives the mail of a domain of one's own. */
export function guessByMx(hosts: readonly string[]): SettingsGuess[] {
  const under = (host: string, end: string) => host === end || host.endsWith(`.${end}`);
  const found = providers.find((one) =>
    one.mx.some((end) => hosts.some((host) => under(host.toLowerCase(), end))),
  );
  return found ? [guessOf(found)] : [];
}

function guessOf(provider: Provider): SettingsGuess {
  return {
    source: 'provider-list',
    imap: { host: provider.imap, port: 993, tls: 'tls' },
    smtp: submissionAt(provider.smtp, provider.submission),
    needsAppPassword: provider.needsAppPassword,
  };
}

export const submissionAt = (host: string, port: 465 | 587): ServerAddress => ({
  host,
  port,
  tls: port === 465 ? 'tls' : 'starttls',
});
