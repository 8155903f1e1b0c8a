import type { ImapFlow, MailboxObject } from 'imapflow';
import { z } from 'zod';
import { emptySet, readSet, setOf, sizeOf, unite, type UidSet } from './uid-set.ts';

/** `VANISHED (EARLIER) 1:4,7` or `VANISHED 9` (RFC 7162, 3.2.10) as imapflow's parser gives it. */
const Response = z.object({
  attributes: z.union([
    z.tuple([z.array(z.unknown()), z.object({ value: z.string() })]),
    z.tuple([z.object({ value: z.string() })]),
  ]),
});

/** What the server says has gone from the selected mailbox since it was asked last. */
export interface Vanished {
  take(): UidSet;
}

/**
 * imapflow turns every UID of a VANISHED response into an event of its own, and a server may name four thousand million
 * of them in ten bytes. This takes the response as the ranges it is; it stands in for the method of the same name.
 */
export function takeVanished(client: ImapFlow): Vanished {
  let gone: UidSet = emptySet;
  const untaggedVanished = async (
    response: unknown,
    selected?: Pick<MailboxObject, 'exists'>,
  ): Promise<void> => {
    const parsed = Response.safeParse(response);
    if (!parsed.success) return;
    const [first, second] = parsed.data.attributes;
    const set = readRanges(Array.isArray(first) ? second?.value : first.value);
    gone = unite(gone, set);
    const mailbox = selected ?? client.mailbox;
    if (!Array.isArray(first) && mailbox) mailbox.exists = Math.max(0, mailbox.exists - sizeOf(set));
  };
  Object.defineProperty(client, 'untaggedVanished', { value: untaggedVanished });
  return {
    take() {
      const taken = gone;
      gone = emptySet;
      return taken;
    },
  };
}

/** Ranges may come in any order and either way round; what is no set is nothing. */
function readRanges(text: string | undefined): UidSet {
  try {
    return unite(
      readSet(text ?? '').map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
      setOf([]),
    );
  } catch {
    return emptySet;
  }
}
