import type {
  Channel,
  ChannelSettings,
  ChannelState,
  ConnectionTest,
  NewChannel,
  SettingsGuess,
} from '../../../shared/channels.ts';
import type { ChannelHealth } from '../../../shared/channel-health.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import { toInstantOrNull } from '../../../shared/time.ts';
import type { Changes } from '../../changes.ts';
import type { Account } from '../../connectors/contract.ts';
import type { Registry } from '../../connectors/registry.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { guessSettings, systemResolver, type MailResolver } from './guess-settings.ts';
import {
  deleteChannel,
  deleteSecrets,
  findChannel,
  findSecret,
  insertChannel,
  isUsed,
  listChannels,
  markFetched,
  markSent,
  resetCursor,
  saveSecret,
  setCredentialExpiry,
  updateChannel,
  type ChannelRow,
} from './queries.ts';
import { tokenExpiry } from './token-expiry-rules.ts';

/** The connected accounts of a client and their sealed credentials. */
export interface Channels {
  list(store: ClientStore): readonly Channel[];
  /** How each account of the client is doing, for anybody who looks at its figures. */
  health(store: ClientStore): readonly ChannelHealth[];
  /** @throws LiaisonError `mailbox-known` where another mailbox of the client has that address */
  add(store: ClientStore, channel: NewChannel): Channel;
  /** `secret: null` keeps the sealed one. @throws LiaisonError `mailbox-known`, as `add` */
  update(store: ClientStore, channelId: ChannelId, channel: NewChannel): Channel;
  /** Forgets the account and its secret. A channel that has mail, or mail to send, stays as an archive, because that stays. */
  remove(store: ClientStore, channelId: ChannelId): Promise<void>;
  /** What a connector needs, the secret opened. @throws LiaisonError `credentials-missing`, `not-found` */
  account(store: ClientStore, channelId: ChannelId): Account;
  /** How far the connector has read. @throws LiaisonError `not-found` */
  cursor(store: ClientStore, channelId: ChannelId): string | null;
  /** The channel that imported mail goes to: the client's first mailbox, else its archive, which is made on demand. */
  forImport(store: ClientStore): Channel;
  /** The connector has looked, whether or not there was anything new. */
  fetched(store: ClientStore, channelId: ChannelId): void;
  sent(store: ClientStore, channelId: ChannelId): void;
  test(channel: NewChannel, signal: AbortSignal): Promise<ConnectionTest>;
  testKept(store: ClientStore, channelId: ChannelId, signal: AbortSignal): Promise<ConnectionTest>;
  /** Most certain first: the built-in list, DNS SRV (RFC 6186), then the usual host names. */
  guess(address: string, signal: AbortSignal): Promise<readonly SettingsGuess[]>;
}

export interface ChannelsOptions {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly stateOf: (channelId: ChannelId) => ChannelState;
  readonly resolver?: MailResolver;
}

const secretField = 'secret';
const bindingOf = (channelId: ChannelId): string => `${channelId}/${secretField}`;

export function createChannels(options: ChannelsOptions): Channels {
  const { registry, clock, changes, stateOf } = options;

  const present = (store: ClientStore, row: ChannelRow): Channel => ({
    id: row.id,
    clientId: store.clientId,
    name: row.name,
    identities: row.identities,
    settings: row.settings,
    manifest: registry[row.settings.kind].manifest,
    state: stateOf(row.id),
    lastFetchedAt: toInstantOrNull(row.last_fetched_at),
    lastSentAt: toInstantOrNull(row.last_sent_at),
    credentialExpiresAt: toInstantOrNull(row.credential_expires_at),
  });
  const announce = (store: ClientStore, id: ChannelId) =>
    changes.announce('channels', { clientId: store.clientId, id });

  function insert(
    store: ClientStore,
    channel: Pick<NewChannel, 'name' | 'identities' | 'settings' | 'secret'>,
  ): Channel {
    const id = newId<ChannelId>(clock.now());
    store.transaction(() => {
      mustBeNew(store, id, channel);
      insertChannel(store, { ...channel, id, now: clock.now() });
      keepSecret(store, id, channel);
    });
    announce(store, id);
    return present(store, rowOf(store, id));
  }

  function account(store: ClientStore, channelId: ChannelId): Account {
    const { identities, settings } = rowOf(store, channelId);
    const sealed = findSecret(store, channelId, secretField);
    if (!sealed && settings.kind === 'mail') throw new LiaisonError('credentials-missing');
    const secret = sealed ? store.seal.open(sealed, bindingOf(channelId)).toString('utf8') : null;
    return { identities, settings, secret };
  }

  return {
    list: (store) => listChannels(store).map((row) => present(store, row)),
    health: (store) => listChannels(store).map((row) => healthOf(present(store, row))),
    add: insert,
    update(store, channelId, channel) {
      const before = rowOf(store, channelId);
      store.transaction(() => {
        mustBeNew(store, channelId, channel);
        updateChannel(store, channelId, channel);
        keepSecret(store, channelId, channel);
        // Another mailbox may number its messages in the same way: a cursor of the old one would hide them.
        if (sourceOf(before.settings) !== sourceOf(channel.settings)) resetCursor(store, channelId);
      });
      announce(store, channelId);
      return present(store, rowOf(store, channelId));
    },
    async remove(store, channelId) {
      const row = rowOf(store, channelId);
      store.transaction(() => {
        deleteSecrets(store, channelId);
        if (!isUsed(store, channelId)) return void deleteChannel(store, channelId);
        updateChannel(store, channelId, { ...row, settings: { kind: 'archive' } });
        resetCursor(store, channelId);
      });
      announce(store, channelId);
    },
    account,
    cursor: (store, channelId) => rowOf(store, channelId).cursor,
    forImport(store) {
      const rows = listChannels(store);
      const kept = rows.find((row) => row.kind === 'mail') ?? rows.find((row) => row.kind === 'archive');
      if (kept) return present(store, kept);
      return insert(store, { name: 'Archive', identities: [], settings: { kind: 'archive' }, secret: null });
    },
    fetched: (store, channelId) => void markFetched(store, channelId, clock.now()),
    sent: (store, channelId) => void markSent(store, channelId, clock.now()),
    test: ({ settings, identities, secret }, signal) =>
      registry[settings.kind].test({ settings, identities, secret }, signal),
    async testKept(store, channelId, signal) {
      const { identities, settings } = rowOf(store, channelId);
      const sealed = findSecret(store, channelId, secretField);
      const secret = sealed ? store.seal.open(sealed, bindingOf(channelId)).toString('utf8') : null;
      return registry[settings.kind].test({ identities, settings, secret }, signal);
    },
    guess: (address, signal) =>
      guessSettings(address, { resolver: options.resolver ?? systemResolver(), signal }),
  };
}

function healthOf(channel: Channel): ChannelHealth {
  const { id, clientId, name, identities, settings, state } = channel;
  return {
    clientId,
    channelId: id,
    kind: settings.kind,
    name: identities[0]?.address ?? name,
    state: state.kind,
    error: 'error' in state ? state.error.code : null,
    lastFetchedAt: channel.lastFetchedAt,
    lastSentAt: channel.lastSentAt,
    credentialExpiresAt: channel.credentialExpiresAt,
  };
}

function keepSecret(
  store: ClientStore,
  channelId: ChannelId,
  { secret, settings }: Pick<NewChannel, 'secret' | 'settings'>,
): void {
  if (secret === null) return;
  const isToken = settings.kind === 'mail' && settings.mail.authentication === 'xoauth2';
  setCredentialExpiry(store, channelId, isToken ? tokenExpiry(secret) : null);
  const sealed = store.seal.close(Buffer.from(secret, 'utf8'), bindingOf(channelId));
  saveSecret(store, { channelId, field: secretField, sealed });
}

function rowOf(store: ClientStore, channelId: ChannelId): ChannelRow {
  const row = findChannel(store, channelId);
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'channel' } });
  return row;
}

/** Two mailboxes of one address would fetch the same mail twice, and a reply could leave by either. */
function mustBeNew(
  store: ClientStore,
  id: ChannelId,
  { identities, settings }: Pick<NewChannel, 'identities' | 'settings'>,
): void {
  const [own] = identities;
  if (!own || settings.kind !== 'mail') return;
  const address = own.address.toLowerCase();
  const isKnown = listChannels(store).some(
    (row) => row.id !== id && row.kind === 'mail' && row.identities[0]?.address.toLowerCase() === address,
  );
  if (isKnown) throw new LiaisonError('mailbox-known', { detail: { address: own.address } });
}

/** Whose messages the cursor counts. */
const sourceOf = (settings: ChannelSettings): string =>
  settings.kind === 'mail'
    ? JSON.stringify([settings.mail.imap.host.toLowerCase(), settings.mail.user])
    : settings.kind;
