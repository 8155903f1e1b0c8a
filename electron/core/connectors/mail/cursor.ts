import { z } from 'zod';
import { mailLimits } from './limits.ts';
import { emptySet, readSet, writeSet, type UidSet } from './uid-set.ts';

/** How far one mailbox has been read. A UID means something only together with its UIDVALIDITY (RFC 9051, 2.3.1.1). */
export interface MailboxCursor {
  readonly uidValidity: string;
  /** Everything below it has been fetched, is missing in `known` and will be looked for, or never will be. */
  readonly nextUid: number;
  /** HIGHESTMODSEQ (RFC 7162) at the end of the last complete round, or null where the server has none. */
  readonly modseq: string | null;
  /** What the server held of it when last looked at; null where it is too scattered to follow removals. */
  readonly known: UidSet | null;
}

export type MailCursor = ReadonlyMap<string, MailboxCursor>;

const Kept = z.object({
  version: z.literal(1),
  mailboxes: z.record(
    z.string(),
    z.object({
      uidValidity: z.string(),
      nextUid: z.int().min(1),
      modseq: z.string().nullable(),
      known: z.string().nullable(),
    }),
  ),
});

export const freshMailbox = (uidValidity: string): MailboxCursor => ({
  uidValidity,
  nextUid: 1,
  modseq: null,
  known: emptySet,
});

/** A cursor that can't be read means from the beginning: what is stored already is recognised. */
export function readCursor(text: string | null): MailCursor {
  if (text === null) return new Map();
  try {
    const { mailboxes } = Kept.parse(JSON.parse(text));
    return new Map(
      Object.entries(mailboxes).map(([path, one]) => [
        path,
        { ...one, known: one.known === null ? null : readSet(one.known) },
      ]),
    );
  } catch {
    return new Map();
  }
}

export function writeCursor(cursor: MailCursor): string {
  const mailboxes = Object.fromEntries(
    [...cursor].map(([path, one]) => {
      const followed = one.known !== null && one.known.length <= mailLimits.cursorRanges;
      return [path, { ...one, known: followed && one.known ? writeSet(one.known) : null }];
    }),
  );
  return JSON.stringify({ version: 1, mailboxes });
}
