import type { ChannelId } from '../../../shared/ids.ts';
import type { Announced } from '../../connectors/contract.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** A server's word of long ago may have changed: it counts until it is heard again, and no longer than this. */
const trustedMilliseconds = 30 * 86_400_000;
/** The same word again within this time is not worth a write. */
const refreshMilliseconds = 86_400_000;

/** Keeps what a submission server said of itself when it was last spoken to. */
export function learnAnnounced(
  store: ClientStore,
  { channelId, maximumSize, now }: Announced & { channelId: ChannelId; now: number },
): void {
  const known = store.first(
    store.sql.selectFrom('server_limits').selectAll().where('channel_id', '=', channelId),
  );
  if (known?.maximum_size === maximumSize && known.learned_at > now - refreshMilliseconds) return;
  const changes = { maximum_size: maximumSize, learned_at: now };
  store.run(
    store.sql
      .insertInto('server_limits')
      .values({ channel_id: channelId, ...changes })
      .onConflict((clash) => clash.column('channel_id').doUpdateSet(changes)),
  );
}

interface Asked {
  readonly channelId: ChannelId;
  readonly now: number;
}

/** What the server has said, not too long ago. */
const heard = (store: ClientStore, { channelId, now }: Asked) =>
  store.first(
    store.sql
      .selectFrom('server_limits')
      .select('maximum_size')
      .where('channel_id', '=', channelId)
      .where('learned_at', '>', now - trustedMilliseconds),
  );

export const knowsLimits = (store: ClientStore, asked: Asked): boolean => heard(store, asked) !== undefined;

/** Bytes of a whole message (RFC 1870); null where the server has not said, or long ago. */
export const maximumSizeOf = (store: ClientStore, asked: Asked): number | null =>
  heard(store, asked)?.maximum_size ?? null;

interface Alias {
  readonly channelId: ChannelId;
  readonly address: string;
}

/** The server will not send from this address: whoever writes next sees it. */
export function noteRefusedSender(
  store: ClientStore,
  { channelId, address, reply, now }: Alias & { reply: string; now: number },
): void {
  const changes = { reply, refused_at: now };
  store.run(
    store.sql
      .insertInto('refused_senders')
      .values({ channel_id: channelId, address: address.toLowerCase(), ...changes })
      .onConflict((clash) => clash.columns(['channel_id', 'address']).doUpdateSet(changes)),
  );
}

/** It has sent from it after all. */
export function forgetRefusedSender(store: ClientStore, { channelId, address }: Alias): void {
  store.run(
    store.sql
      .deleteFrom('refused_senders')
      .where('channel_id', '=', channelId)
      .where('address', '=', address.toLowerCase()),
  );
}

/** In lower case. */
export const refusedSendersOf = (store: ClientStore, channelId: ChannelId): string[] =>
  store
    .all(
      store.sql
        .selectFrom('refused_senders')
        .select('address')
        .where('channel_id', '=', channelId)
        .orderBy('address'),
    )
    .map(({ address }) => address);
