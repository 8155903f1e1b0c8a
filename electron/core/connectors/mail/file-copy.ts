import { LiaisonError } from '../../../shared/errors.ts';
import type { Connector } from '../contract.ts';
import { asMailError } from './errors.ts';
import { openImap } from './imap-connection.ts';
import { closeImap, holdsMessage, mailboxesOfSentMail } from './sent-copies.ts';

/** Made where a server has no mailbox for sent mail, under the name that all of them know. */
const newMailbox = 'Sent';

/**
 * Files the sent bytes in Sent, as read. It looks first, so that neither a server that has kept a copy by itself nor an
 * earlier attempt whose answer was lost makes a second one.
 */
export const fileCopy: Connector['fileCopy'] = async (account, outgoing, signal) => {
  const client = await openImap(account, signal);
  try {
    const { sent, all } = await mailboxesOfSentMail(client);
    if (sent !== null && (await holdsMessage(client, sent, outgoing.internetMessageId))) return 'found';
    if (sent === null && all !== null && (await holdsMessage(client, all, outgoing.internetMessageId)))
      return 'found';
    const mailbox = sent ?? (await client.mailboxCreate(newMailbox)).path;
    const appended = await client.append(mailbox, Buffer.from(outgoing.bytes), ['\\Seen']);
    if (appended === false)
      throw new LiaisonError('server-refused', { retry: 'later', detail: { server: 'imap' } });
    return 'filed';
  } catch (error) {
    throw asMailError(error, 'imap');
  } finally {
    await closeImap(client);
  }
};
