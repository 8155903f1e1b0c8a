import type { ImapFlow } from 'imapflow';
import { asMailError } from './errors.ts';
import { findMailboxes } from './mailboxes.ts';

/** Where a copy of what we sent can stand: the mailbox of sent mail, and the one that holds all mail. */
export async function mailboxesOfSentMail(
  client: ImapFlow,
): Promise<{ sent: string | null; all: string | null }> {
  const { sent } = await findMailboxes(client);
  const listed = await client.list({ listOnly: true });
  return { sent, all: listed.find((one) => one.specialUse === '\\All')?.path ?? null };
}

/** RFC 9051, 6.4.4: UID SEARCH HEADER Message-ID. The id comes without angle brackets. */
export async function holdsMessage(
  client: ImapFlow,
  mailbox: string,
  internetMessageId: string,
): Promise<boolean> {
  await client.mailboxOpen(mailbox, { readOnly: true });
  const found = await client.search({ header: { 'Message-ID': `<${internetMessageId}>` } }, { uid: true });
  return Array.isArray(found) && found.length > 0;
}

/** Ends the session politely; what breaks now changes nothing. */
export async function closeImap(client: ImapFlow): Promise<void> {
  await client.logout().catch((error: unknown) => asMailError(error, 'imap'));
  client.close();
}
