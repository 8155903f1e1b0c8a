import type { ImapFlow, ListResponse } from 'imapflow';
import { LiaisonError } from '../../../shared/errors.ts';

/** The mailboxes that Liaison reads. */
export interface Mailboxes {
  readonly inbox: string;
  /** Null where the server has none that can be told from its flags or its name. */
  readonly sent: string | null;
}

/**
 * INBOX in whatever case the server lists it (RFC 9051, 5.1), and the mailbox of sent mail: by its special use (RFC
 * 6154), else by the usual names, which imapflow knows in many languages.
 *
 * @throws LiaisonError `mailbox-missing`
 */
export async function findMailboxes(client: ImapFlow): Promise<Mailboxes> {
  const listed = (await client.list()).filter(isSelectable);
  const inbox = listed.find((one) => one.path.toUpperCase() === 'INBOX');
  if (!inbox) throw new LiaisonError('mailbox-missing', { retry: 'later', detail: { mailbox: 'INBOX' } });
  const sent = listed.filter((one) => one.specialUse === '\\Sent');
  const flagged = sent.find((one) => one.specialUseSource === 'extension');
  return { inbox: inbox.path, sent: (flagged ?? sent[0])?.path ?? null };
}

const isSelectable = (one: ListResponse): boolean =>
  !one.flags.has('\\Noselect') && !one.flags.has('\\NonExistent');
