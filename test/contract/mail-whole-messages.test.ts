import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImap } from '../../electron/core/connectors/mail/imap-connection.ts';
import { takeWholeMessages } from '../../electron/core/connectors/mail/whole-messages.ts';
import { dovecotIsAbsent, dovecotPath, openDovecot } from '../support/dovecot.ts';
import { mailText } from '../support/mail-text.ts';

describe.skipIf(dovecotPath === null)(`messages off the line (${dovecotPath ?? dovecotIsAbsent})`, () => {
  let server: Awaited<ReturnType<typeof openDovecot>>;
  beforeAll(async () => {
    server = await openDovecot();
  });
  afterAll(() => server.remove());

  test.each(['none', 'starttls', 'tls'] as const)(
    'they pass imapflow by, and what nobody takes does not (encryption: %s)',
    async (tls) => {
      const user = `whole-${tls}`;
      const mails = [1, 2, 3, 4].map((n) =>
        mailText({ id: `m${n}`, text: `Number ${n} é. `.repeat(n * 9_000) }),
      );
      for (const mail of mails) await server.deliver(user, mail);
      const client = await openImap(server.account(user, { tls }), new AbortController().signal);
      try {
        const whole = takeWholeMessages(client);
        await client.mailboxOpen('INBOX', { readOnly: true });
        const taken = new Map<number, string>();
        const left = new Map<number, string>();
        const taker = {
          wants: (uid: number) => uid !== 2 && !taken.has(uid),
          take: ({ uid, bytes }: { uid: number; bytes: Uint8Array }) =>
            void taken.set(uid, Buffer.from(bytes).toString()),
        };
        const query = { uid: true, internalDate: true, source: true };
        const fetchAll = async () => {
          for await (const { uid, source } of client.fetch('1:*', query, { uid: true }))
            left.set(uid, source?.toString() ?? '');
        };
        await whole.during(taker, fetchAll);
        expect([...taken]).toEqual([1, 3, 4].map((uid) => [uid, mails[uid - 1]]));
        expect([...left]).toEqual([[2, mails[1]]]);
        left.clear();
        await fetchAll();
        expect([...left]).toEqual(mails.map((mail, index) => [index + 1, mail]));
      } finally {
        await client.logout();
      }
    },
  );
});
