import type { Connector } from '../contract.ts';
import { asMailError } from './errors.ts';
import { openImap } from './imap-connection.ts';
import { closeImap, holdsMessage, mailboxesOfSentMail } from './sent-copies.ts';

/** Looks for our Message-ID in Sent and in All Mail: servers that keep a copy themselves prove so that it left. */
export const findSent: Connector['findSent'] = async (account, internetMessageId, signal) => {
  const client = await openImap(account, signal);
  try {
    const { sent, all } = await mailboxesOfSentMail(client);
    for (const mailbox of [sent, all]) {
      if (mailbox !== null && (await holdsMessage(client, mailbox, internetMessageId))) return true;
    }
    return false;
  } catch (error) {
    throw asMailError(error, 'imap');
  } finally {
    await closeImap(client);
  }
};
