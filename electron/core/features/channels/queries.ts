import type { Identity } from '../../../shared/channels.ts';
import type { ChannelSettings } from '../../../shared/channels.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';

export interface ChannelRow extends Omit<ClientTables['channels'], 'identities' | 'settings'> {
  readonly identities: readonly Identity[];
  readonly settings: ChannelSettings;
}

const fromRow = (row: ClientTables['channels']): ChannelRow => ({
  ...row,
  identities: JSON.parse(row.identities) as Identity[],
  settings: JSON.parse(row.settings) as ChannelSettings,
});

export const listChannels = (store: ClientStore): ChannelRow[] =>
  store.all(store.sql.selectFrom('channels').selectAll().orderBy('created_at').orderBy('id')).map(fromRow);

export function findChannel(store: ClientStore, id: ChannelId): ChannelRow | undefined {
  const row = store.first(store.sql.selectFrom('channels').selectAll().where('id', '=', id));
  return row && fromRow(row);
}

type Described = Pick<ChannelRow, 'name' | 'identities' | 'settings'>;

const columnsOf = (channel: Described) => ({
  kind: channel.settings.kind,
  name: channel.name,
  identities: JSON.stringify(channel.identities),
  settings: JSON.stringify(channel.settings),
});

export function insertChannel(store: ClientStore, channel: Described & { id: ChannelId; now: number }): void {
  const times = { created_at: channel.now, last_fetched_at: null, last_sent_at: null };
  store.run(
    store.sql
      .insertInto('channels')
      .values({ ...columnsOf(channel), ...times, id: channel.id, cursor: null }),
  );
}

export const updateChannel = (store: ClientStore, id: ChannelId, channel: Described): number =>
  store.run(store.sql.updateTable('channels').set(columnsOf(channel)).where('id', '=', id));

export const deleteChannel = (store: ClientStore, id: ChannelId): number =>
  store.run(store.sql.deleteFrom('channels').where('id', '=', id));

/** Whether anything was ever received or sent through the channel, or waits to be. */
export const isUsed = (store: ClientStore, id: ChannelId): boolean =>
  (['messages', 'conversations'] as const).some(
    (table) =>
      store.first(store.sql.selectFrom(table).select('channel_id').where('channel_id', '=', id).limit(1)) !==
      undefined,
  );

export const markFetched = (store: ClientStore, id: ChannelId, now: number): number =>
  store.run(store.sql.updateTable('channels').set({ last_fetched_at: now }).where('id', '=', id));

export const markSent = (store: ClientStore, id: ChannelId, now: number): number =>
  store.run(store.sql.updateTable('channels').set({ last_sent_at: now }).where('id', '=', id));

export const setCredentialExpiry = (store: ClientStore, id: ChannelId, at: number | null): number =>
  store.run(store.sql.updateTable('channels').set({ credential_expires_at: at }).where('id', '=', id));

export const resetCursor = (store: ClientStore, id: ChannelId): number =>
  store.run(store.sql.updateTable('channels').set({ cursor: null }).where('id', '=', id));

export function saveSecret(
  store: ClientStore,
  secret: { channelId: ChannelId; field: string; sealed: Uint8Array },
): void {
  const values = { channel_id: secret.channelId, field: secret.field, sealed: secret.sealed };
  store.run(
    store.sql
      .insertInto('secrets')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['channel_id', 'field']).doUpdateSet({ sealed: secret.sealed }),
      ),
  );
}

export const findSecret = (store: ClientStore, channelId: ChannelId, field: string): Uint8Array | undefined =>
  store.first(
    store.sql
      .selectFrom('secrets')
      .select('sealed')
      .where('channel_id', '=', channelId)
      .where('field', '=', field),
  )?.sealed;

export const deleteSecrets = (store: ClientStore, channelId: ChannelId): number =>
  store.run(store.sql.deleteFrom('secrets').where('channel_id', '=', channelId));
