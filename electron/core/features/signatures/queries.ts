import type { Signature } from '../../../shared/composing.ts';
import type { OperatorId, SignatureId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export const listSignatures = (store: ClientStore): Signature[] =>
  store.all(
    store.sql
      .selectFrom('signatures')
      .select(['id', 'operator_id as operatorId', 'address', 'channel_id as channelId', 'text'])
      .orderBy('saved_at')
      .orderBy('id'),
  );

export function putSignature(
  store: ClientStore,
  { id, operatorId, address, channelId, text, by, now }: Signature & { by: OperatorId; now: number },
): void {
  const changes = {
    operator_id: operatorId,
    address,
    channel_id: channelId,
    text,
    saved_by: by,
    saved_at: now,
  };
  store.run(
    store.sql
      .insertInto('signatures')
      .values({ id, ...changes })
      .onConflict((clash) => clash.column('id').doUpdateSet(changes)),
  );
}

export const deleteSignature = (store: ClientStore, id: SignatureId): number =>
  store.run(store.sql.deleteFrom('signatures').where('id', '=', id));
