import { chownSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailOwner, password, type Dovecot } from '../support/dovecot.ts';
import { mailText } from '../support/mail-text.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import type { KilledTask } from './killed-task.ts';

/** A user's mailbox on a real IMAP server, and a real SMTP server that keeps all that it takes. */
export interface MailServers {
  readonly mail: KilledTask['mail'];
  /** Brings so many new mails of customers, each of another one; gives their number. */
  drop(count: number): number;
  /** Message-IDs of what was submitted, once for each time. */
  delivered(): readonly string[];
  /** Message-IDs in a mailbox, once for each time. */
  holds(mailbox: 'INBOX' | 'Sent'): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Milliseconds before each answer of the SMTP server: a dialogue lasts long enough to die in it. */
const answerDelay = 15;

export async function openMailServers(dovecot: Dovecot, user: string): Promise<MailServers> {
  const inbox = dovecot.maildir(user);
  let dropped = 0;
  const sink = await startSmtpSink(password, {
    delay: answerDelay,
    // Every second message is kept in Sent by the server itself, as many do.
    onMail({ bytes }) {
      const id = idOf(bytes);
      if (Number.parseInt(id.charAt(35), 16) % 2 === 0) deliverInto(join(inbox, '.Sent'), id, bytes);
    },
  });
  return {
    mail: { imapPort: dovecot.port, smtpPort: sink.port, user, secret: password },
    drop(count) {
      for (let n = 0; n < count; n += 1) {
        dropped += 1;
        const from = `Customer ${dropped} <customer-${dropped}@customer.example>`;
        const mail = mailText({ id: `${user}-${dropped}`, from, subject: `Case ${dropped}` });
        deliverInto(inbox, `${user}-${dropped}`, Buffer.from(mail));
      }
      return count;
    },
    delivered: () => sink.mails.map(({ bytes }) => idOf(bytes)),
    async holds(mailbox) {
      const found = await dovecot.doveadm(user, 'fetch', 'hdr.message-id', 'mailbox', mailbox);
      return [...found.matchAll(/<([^>]+)>/g)].map(([, id]) => id ?? '');
    },
    close: () => sink.stop(),
  };
}

const idOf = (bytes: Buffer): string =>
  /^Message-ID:\s*<([^>]+)>/im.exec(bytes.subarray(0, 8_192).toString('latin1'))?.[1] ?? '';

/** As a delivery agent does it: written aside, then moved to where it is new. */
function deliverInto(maildir: string, name: string, bytes: Buffer): void {
  const { uid, gid } = mailOwner();
  for (const folder of ['', 'cur', 'new', 'tmp']) {
    const path = join(maildir, folder);
    if (existsSync(path)) continue;
    mkdirSync(path, { recursive: true });
    chownSync(path, uid, gid);
  }
  const aside = join(maildir, 'tmp', name);
  writeFileSync(aside, bytes);
  chownSync(aside, uid, gid);
  renameSync(aside, join(maildir, 'new', `${Date.now()}.${name}.proof`));
}
