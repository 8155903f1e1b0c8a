import { z } from 'zod';
import { type ChannelId, type ClientId } from './ids.ts';
import type { ErrorShape } from './errors.ts';
import type { Instant } from './time.ts';

/** `archive`: holds imported mail, or that of a channel that was removed; it never connects. */
export const channelKinds = ['mail', 'demo', 'archive'] as const;
export const ChannelKind = z.enum(channelKinds);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** An address of the channel that replies may leave from. */
export const Identity = z.object({ name: z.string().trim().max(120), address: z.email() });
export type Identity = z.infer<typeof Identity>;

/** `tls`: encrypted from the first byte; `starttls`: must upgrade; `none`: plain, for a server on this machine. */
export const TlsMode = z.enum(['tls', 'starttls', 'none']);
export type TlsMode = z.infer<typeof TlsMode>;
export const ServerAddress = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65535),
  tls: TlsMode,
});
export type ServerAddress = z.infer<typeof ServerAddress>;

export const MailSettings = z.object({
  user: z.string().min(1).max(320),
  authentication: z.enum(['password', 'xoauth2']),
  imap: ServerAddress,
  smtp: ServerAddress,
  /** Extra certificate authority in PEM that this channel trusts, or null for the system's. */
  trustedCertificate: z.string().max(20_000).nullable().default(null),
});
export type MailSettings = z.infer<typeof MailSettings>;

export const ChannelSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), mail: MailSettings }),
  z.object({ kind: z.literal('demo') }),
  z.object({ kind: z.literal('archive') }),
]);
export type ChannelSettings = z.infer<typeof ChannelSettings>;

export const NewChannel = z.object({
  name: z.string().trim().min(1).max(120),
  /** The first one is what new replies leave from; the rest are aliases. */
  identities: z.array(Identity).min(1).max(50),
  settings: ChannelSettings,
  /** Password or token; sealed at once and never read back by the page. */
  secret: z.string().min(1).max(16_384).nullable(),
});
export type NewChannel = z.infer<typeof NewChannel>;

/** Capabilities known before a button is drawn. */
export interface ChannelManifest {
  readonly kind: ChannelKind;
  readonly canSend: boolean;
  readonly canFileCopy: boolean;
  readonly supportsHtml: boolean;
  readonly supportsSubject: boolean;
  readonly supportsCc: boolean;
  readonly maximumTextLength: number | null;
}

export type ChannelState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'syncing'; readonly done: number; readonly total: number }
  | { readonly kind: 'watching' }
  | { readonly kind: 'waiting'; readonly error: ErrorShape; readonly until: Instant }
  | { readonly kind: 'stopped'; readonly error: ErrorShape };

export interface Channel {
  readonly id: ChannelId;
  readonly clientId: ClientId;
  readonly name: string;
  readonly identities: readonly Identity[];
  readonly settings: ChannelSettings;
  readonly manifest: ChannelManifest;
  readonly state: ChannelState;
  readonly lastFetchedAt: Instant | null;
  readonly lastSentAt: Instant | null;
  /** When its access token stops counting, where that is known. */
  readonly credentialExpiresAt: Instant | null;
}

/** One step of *Test connection*, in the order they were tried. */
export interface ConnectionStep {
  readonly step: 'imap-connect' | 'imap-login' | 'imap-inbox' | 'imap-sent' | 'smtp-connect' | 'smtp-login';
  readonly error: ErrorShape | null;
}
export interface ConnectionTest {
  readonly ok: boolean;
  readonly steps: readonly ConnectionStep[];
}

/** Where guessed settings come from, most certain first. */
export interface SettingsGuess {
  readonly source: 'provider-list' | 'dns-srv' | 'usual-names';
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  /** True where the provider is known to refuse plain passwords. */
  readonly needsAppPassword: boolean;
}
