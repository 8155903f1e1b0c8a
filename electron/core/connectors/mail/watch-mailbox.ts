import type { ImapFlow } from 'imapflow';
import { LiaisonError } from '../../../shared/errors.ts';
import { mailLimits } from './limits.ts';

/**
 * Idles in the inbox (RFC 2177) until something comes there, at most as long as `mailLimits.watch`: the round that
 * follows finds what is new elsewhere, and whether the line still holds. Where there is no IDLE, or the server refuses
 * it, the round comes after `mailLimits.poll`. Resolves as well when `signal` aborts.
 *
 * @throws LiaisonError `connection-lost`, and what imapflow throws
 */
export function createWatch(client: ImapFlow, inbox: string): (signal: AbortSignal) => Promise<void> {
  let idles = client.capabilities.has('IDLE');
  return async (signal) => {
    if (signal.aborted) return;
    if (!client.mailbox || client.mailbox.path !== inbox) await client.mailboxOpen(inbox, { readOnly: true });
    const news = newsOf(client, signal);
    try {
      if (idles) {
        const answer = await Promise.race([client.idle(), news.within(mailLimits.watch)]);
        idles = answer !== false;
      }
      if (!idles && client.usable) await news.within(mailLimits.poll);
    } finally {
      news.ignore();
    }
    if (client.usable || signal.aborted) return;
    throw new LiaisonError('connection-lost', { retry: 'later', detail: { server: 'imap' } });
  };
}

/** The first sign that a round is worth while. */
function newsOf(client: ImapFlow, signal: AbortSignal) {
  let tell: () => void = () => undefined;
  const come = new Promise<true>((resolve) => {
    tell = () => resolve(true);
  });
  client.once('exists', tell);
  client.once('close', tell);
  signal.addEventListener('abort', tell, { once: true });
  let limit: NodeJS.Timeout | undefined;
  return {
    /** Resolves at the sign, or after so many milliseconds without one. */
    within(milliseconds: number): Promise<true> {
      clearTimeout(limit);
      limit = setTimeout(tell, milliseconds);
      return come;
    },
    ignore() {
      clearTimeout(limit);
      client.off('exists', tell);
      client.off('close', tell);
      signal.removeEventListener('abort', tell);
    },
  };
}
