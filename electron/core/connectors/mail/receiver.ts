import type { ImapFlow } from 'imapflow';
import { LiaisonError } from '../../../shared/errors.ts';
import type { Account, Batch, Receiver } from '../contract.ts';
import { readCursor, writeCursor, type MailCursor } from './cursor.ts';
import { asMailError } from './errors.ts';
import { openImap, rememberErrors } from './imap-connection.ts';
import { findMailboxes, type Mailboxes } from './mailboxes.ts';
import type { ParsePool } from './parse-pool.ts';
import { pullMailbox, type PullMailbox } from './pull-mailbox.ts';
import { takeVanished, type Vanished } from './vanished.ts';
import { createWatch } from './watch-mailbox.ts';
import { takeWholeMessages, type WholeMessages } from './whole-messages.ts';

interface ReceiverOptions {
  readonly account: Account;
  readonly cursor: string | null;
  readonly parsePool: ParsePool;
}

/** Connects, finds INBOX and Sent, and reads them for as long as the line holds. @throws LiaisonError */
export async function openReceiver(options: ReceiverOptions, signal: AbortSignal): Promise<Receiver> {
  if (options.cursor === null) options.parsePool.prepare();
  const client = await openImap(options.account, signal);
  const lastError = rememberErrors(client);
  const translate = (error: unknown) => {
    if (signal.aborted) return new LiaisonError('cancelled', { cause: error });
    return asMailError(lastError() ?? error, 'imap');
  };
  try {
    const vanished = takeVanished(client);
    const whole = takeWholeMessages(client);
    const mailboxes = await findMailboxes(client);
    const watch = createWatch(client, mailboxes.inbox);
    let cursor = readCursor(options.cursor);
    return {
      async *pull() {
        try {
          for await (const batch of pullAll({ ...options, client, whole, vanished, mailboxes, cursor })) {
            cursor = batch.mailCursor;
            yield { ...batch.batch, cursor: writeCursor(cursor) };
          }
        } catch (error) {
          throw translate(error);
        }
      },
      watch: (stop) =>
        watch(stop).catch((error: unknown) => {
          throw translate(error);
        }),
      close: () => hangUp(client),
    };
  } catch (error) {
    client.close();
    throw translate(error);
  }
}

interface PullAll extends Omit<ReceiverOptions, 'cursor'> {
  readonly client: ImapFlow;
  readonly whole: WholeMessages;
  readonly vanished: Vanished;
  readonly mailboxes: Mailboxes;
  readonly cursor: MailCursor;
}

/** The newest of all first, where a mailbox is new to us. INBOX last, so that it stays selected for watching. */
async function* pullAll(options: PullAll) {
  const { inbox, sent } = options.mailboxes;
  const ownAddresses = options.account.identities.map((identity) => identity.address.toLowerCase());
  const places: Pick<PullMailbox, 'path' | 'place'>[] = [{ path: inbox, place: 'received' }];
  if (sent !== null) places.unshift({ path: sent, place: 'sent' });
  let mailCursor = options.cursor;
  const fresh = places
    .filter(({ path }) => !mailCursor.has(path))
    .map((place) => ({ ...place, newestOnly: true }));
  for (const { path, place, newestOnly } of [
    ...fresh,
    ...places.map((each) => ({ ...each, newestOnly: false })),
  ]) {
    const { client, whole, vanished, parsePool } = options;
    const cursor = mailCursor.get(path) ?? null;
    for await (const step of pullMailbox({
      client,
      whole,
      vanished,
      parsePool,
      path,
      place,
      newestOnly,
      ownAddresses,
      cursor,
    })) {
      mailCursor = new Map(mailCursor).set(path, step.cursor);
      const { messages, removed, done, total } = step;
      const batch: Omit<Batch, 'cursor'> = { messages, removed, progress: { done, total } };
      yield { batch, mailCursor };
    }
  }
}

/** Says goodbye, but does not wait for a server that does not answer. */
async function hangUp(client: ImapFlow): Promise<void> {
  const patience = setTimeout(() => client.close(), 2_000);
  await client.logout().catch(() => undefined);
  clearTimeout(patience);
  client.close();
}
