import type { ImapFlow } from 'imapflow';
import { LiaisonError } from '../../../shared/errors.ts';
import { readSet, setOf, unite, emptySet, type UidSet } from './uid-set.ts';

/**
 * The UIDs of the selected mailbox within a range such as `17:*`, or of those the ones with more bytes than `larger`; as
 * ranges where the server can answer so (RFC 4731).
 *
 * @throws LiaisonError `server-refused`: no answer is not the same as nothing found
 */
export async function searchUids(
  client: ImapFlow,
  wanted: { uid: string; larger?: number },
): Promise<UidSet> {
  const found = await client.search(wanted, { uid: true, returnOptions: ['ALL'] });
  if (Array.isArray(found)) return setOf(found);
  if (typeof found !== 'object')
    throw new LiaisonError('server-refused', { retry: 'later', detail: { server: 'imap' } });
  try {
    return unite(readSet(found.all ?? ''), emptySet);
  } catch (cause) {
    throw new LiaisonError('protocol-violation', { retry: 'later', detail: { server: 'imap' }, cause });
  }
}
