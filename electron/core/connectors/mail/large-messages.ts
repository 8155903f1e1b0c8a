import type { ImapFlow } from 'imapflow';
import { mailLimits } from './limits.ts';
import { searchUids } from './search-uids.ts';
import { intersect, setOf, uidsOf, writeSet } from './uid-set.ts';

/** RFC822.SIZE by UID, of large messages; the others have at most `mailLimits.ordinaryMessage`. */
export type LargeSizes = ReadonlyMap<number, number>;

/**
 * Looks for the large ones among UIDs (ascending), for many messages at once and only as far as they are wanted: an answer
 * for each would cost as much as half of the mail, and a server that has not counted its mail yet must not have to count
 * all of it first. A server that lists others too is asked for more sizes than it needs to be.
 */
export function largeAmong(client: ImapFlow, uids: readonly number[]): (upTo: number) => Promise<LargeSizes> {
  const sizes = new Map<number, number>();
  let asked = 0;

  async function ask(some: readonly number[]): Promise<void> {
    const range = `${some[0]}:${some.at(-1)}`;
    const found = await searchUids(client, { uid: range, larger: mailLimits.ordinaryMessage });
    const large = intersect(found, setOf(some));
    const wanted = new Set(uidsOf(large));
    if (wanted.size === 0) return;
    for await (const answer of client.fetch(writeSet(large), { uid: true, size: true }, { uid: true })) {
      if (wanted.has(answer.uid)) sizes.set(answer.uid, answer.size ?? 0);
    }
  }

  return async (upTo) => {
    while (asked < Math.min(upTo, uids.length)) {
      const some = uids.slice(asked, asked + mailLimits.sizesAtOnce);
      await ask(some);
      asked += some.length;
    }
    return sizes;
  };
}
