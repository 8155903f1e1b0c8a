import type { ImapFlow, MailboxObject } from 'imapflow';
import type { ReceivedMessage, ServerCopy } from '../../../shared/received.ts';
import { freshMailbox, type MailboxCursor } from './cursor.ts';
import { beginSteps, type FetchSource } from './fetch-ahead.ts';
import { mailLimits } from './limits.ts';
import { searchUids } from './search-uids.ts';
import { emptySet, intersect, setOf, sizeOf, subtract, uidsOf, unite, type UidSet } from './uid-set.ts';
import type { Vanished } from './vanished.ts';

/** One step through a mailbox. */
export interface MailboxStep {
  readonly messages: readonly ReceivedMessage[];
  readonly removed: readonly ServerCopy[];
  readonly cursor: MailboxCursor;
  readonly done: number;
  readonly total: number;
}

export interface PullMailbox extends FetchSource {
  readonly vanished: Vanished;
  readonly cursor: MailboxCursor | null;
  /** Only the newest of a large mailbox: a person looks for today's mail before last year's. */
  readonly newestOnly: boolean;
}

/**
 * Everything that a mailbox holds beyond the cursor, oldest first, then what it no longer holds. Each step's cursor is
 * true as soon as the step is stored, so that the work can end anywhere.
 *
 * What is in a mailbox is settled by UIDVALIDITY, UIDNEXT and EXISTS: where they are as before, nothing came and nothing
 * went. VANISHED (RFC 7162) saves the look-up of what went; where its sum is not right, the server is asked for all.
 */
export async function* pullMailbox(options: PullMailbox): AsyncGenerator<MailboxStep> {
  const { client, path } = options;
  const { mailbox, vanished } = await select(options);
  const uidValidity = mailbox.uidValidity.toString();
  let cursor = options.cursor;
  if (cursor && cursor.uidValidity !== uidValidity) {
    yield* reportRemoved(path, cursor, cursor.known ?? []);
    cursor = null;
  }
  cursor ??= freshMailbox(uidValidity);

  if (options.newestOnly) {
    if (mailbox.exists <= mailLimits.newestMessages) return;
    const newest = newestOf(await newUids(client, cursor, mailbox));
    for await (const step of fetchAll(options, cursor, newest)) yield { ...step, total: mailbox.exists };
    return;
  }
  for await (const step of fetchAll(options, cursor, await newUids(client, cursor, mailbox))) {
    cursor = step.cursor;
    yield step;
  }
  const present = await presentNow(client, cursor, { mailbox, vanished });
  const missing = subtract(present, cursor.known ?? present);
  const held = sizeOf(present) - sizeOf(missing);
  for await (const step of fetchAll(options, cursor, missing)) {
    cursor = step.cursor;
    yield { ...step, done: held + step.done, total: held + step.total };
  }
  const gone = cursor.known === null ? [] : subtract(cursor.known, present);
  yield* reportRemoved(path, cursor, gone);

  const modseq = mailbox.highestModseq?.toString() ?? null;
  if (gone.length === 0 && modseq === cursor.modseq) return;
  const known = cursor.known === null ? null : intersect(cursor.known, present);
  yield { ...nothing, cursor: { ...cursor, known, modseq } };
}

const nothing = { messages: [], removed: [], done: 0, total: 0 } as const;

/** Selects read-only, and gathers what the server says has vanished since the cursor (QRESYNC). */
async function select({
  client,
  vanished,
  path,
  cursor,
}: PullMailbox): Promise<{ mailbox: MailboxObject; vanished: UidSet }> {
  vanished.take();
  const since = cursor?.modseq
    ? { changedSince: BigInt(cursor.modseq), uidValidity: BigInt(cursor.uidValidity) }
    : {};
  const mailbox = await client.mailboxOpen(path, { readOnly: true, ...since });
  return { mailbox, vanished: vanished.take() };
}

async function newUids(client: ImapFlow, cursor: MailboxCursor, mailbox: MailboxObject): Promise<UidSet> {
  if (mailbox.exists === 0 || mailbox.uidNext <= cursor.nextUid) return [];
  const found = await searchUids(client, { uid: `${cursor.nextUid}:*` });
  // "n:*" always names the last message, even when it is older than n.
  return subtract(found, [[0, cursor.nextUid - 1]]);
}

/** What is left out below them is found to be missing in the next round, unless the set is too scattered to tell. */
function newestOf(uids: UidSet): UidSet {
  const newest = [...uidsOf(uids)].slice(-mailLimits.newestMessages);
  return uids.length < mailLimits.cursorRanges ? setOf(newest) : emptySet;
}

/**
 * Messages in steps. While one is stored, the next is with the parser and the one after that on its way: each of the
 * three would wait for the others otherwise.
 */
async function* fetchAll(
  options: PullMailbox,
  from: MailboxCursor,
  wanted: UidSet,
): AsyncGenerator<MailboxStep> {
  const { client } = options;
  const { uidValidity } = from;
  const uids = [...uidsOf(wanted)];
  const total = uids.length;
  const begun = beginSteps(options, { uids, uidValidity });
  let cursor = from;
  let done = 0;
  for (let step = begun.next(); step; step = begun.next()) {
    const { taken, upTo, parsed } = await step;
    begun.beginNext();
    const messages = await keptAlive(client, parsed);
    await begun.beginAhead();
    done += taken;
    const fetched = setOf(messages.flatMap((message) => (message.copy ? [message.copy.uid] : [])));
    const nextUid = Math.max(cursor.nextUid, upTo + 1);
    cursor = { ...cursor, nextUid, known: cursor.known && unite(cursor.known, fetched) };
    yield { messages, removed: [], cursor, done, total };
  }
}

/** Mail that is hard to parse must not let the line be taken for dead: then it would be fetched again for ever. */
async function keptAlive<Result>(client: ImapFlow, work: Promise<Result>): Promise<Result> {
  const beat = setInterval(() => void client.noop().catch(() => undefined), mailLimits.silence / 3);
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
}

/** What the mailbox holds now below the cursor's `nextUid`. */
async function presentNow(
  client: ImapFlow,
  cursor: MailboxCursor,
  { mailbox, vanished }: { mailbox: MailboxObject; vanished: UidSet },
): Promise<UidSet> {
  if (cursor.known === null) return [];
  const left = subtract(cursor.known, vanished);
  const held = client.mailbox ? client.mailbox.exists : mailbox.exists;
  if (sizeOf(left) === held && !isBehind(mailbox.highestModseq, cursor.modseq)) return left;
  return searchUids(client, { uid: `1:${Math.max(cursor.nextUid - 1, 1)}` });
}

/** A server that lost its mod-sequences is believed in nothing: look at everything again. */
const isBehind = (now: bigint | undefined, kept: string | null): boolean =>
  now !== undefined && kept !== null && now < BigInt(kept);

/** The cursor stays as it is until all of them are stored: told twice is harmless. */
function* reportRemoved(mailbox: string, cursor: MailboxCursor, gone: UidSet): Generator<MailboxStep> {
  let removed: ServerCopy[] = [];
  for (const uid of uidsOf(gone)) {
    removed.push({ mailbox, uidValidity: cursor.uidValidity, uid });
    if (removed.length < mailLimits.removedAtOnce) continue;
    yield { ...nothing, removed, cursor };
    removed = [];
  }
  if (removed.length > 0) yield { ...nothing, removed, cursor };
}
