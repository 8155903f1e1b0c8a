import type { ClientStore } from '../../../store/client/client-store.ts';
import { addressKeyOf } from './link-rules.ts';

/** The addresses that replies of this client leave from, over all its channels. */
export function ownAddressesOf(store: ClientStore): Set<string> {
  const rows = store.all(store.sql.selectFrom('channels').select('identities'));
  const identities = rows.flatMap((row) => JSON.parse(row.identities) as { address: string }[]);
  return new Set(identities.map((identity) => addressKeyOf(identity.address)));
}
