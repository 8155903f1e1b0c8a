import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outgoing } from '../../electron/core/connectors/contract.ts';
import { fileCopy } from '../../electron/core/connectors/mail/file-copy.ts';
import { findSent } from '../../electron/core/connectors/mail/find-sent.ts';
import { dovecotIsAbsent, dovecotPath, openDovecot } from '../support/dovecot.ts';

const never = new AbortController().signal;
const id = '01900000-0000-7000-8000-000000000001.0123456789abcdef0123456789abcdef@northwind.example';
const outgoing: Outgoing = {
  from: 'help@northwind.example',
  to: ['carla@customer.example'],
  bytes: Buffer.from(`Subject: Hello\r\nMessage-ID: <${id}>\r\n\r\nOn its way.\r\n`),
  internetMessageId: id,
};

describe.skipIf(dovecotPath === null)(
  `the copy in Sent${dovecotPath === null ? `: ${dovecotIsAbsent}` : ''}`,
  () => {
    let dovecot: Awaited<ReturnType<typeof openDovecot>>;
    beforeAll(async () => {
      dovecot = await openDovecot();
    });
    afterAll(() => dovecot.remove());
    const sentOf = async (user: string) =>
      (await dovecot.doveadm(user, 'fetch', 'flags', 'mailbox', 'Sent')).trim();

    test('is filed once, as read, and found afterwards', async () => {
      const account = dovecot.account('filing');
      expect(await findSent(account, id, never)).toBe(false);
      expect(await fileCopy(account, outgoing, never)).toBe('filed');
      expect(await findSent(account, id, never)).toBe(true);
      expect(await fileCopy(account, outgoing, never)).toBe('found');
      const flags = await sentOf('filing');
      expect(flags.match(/flags:/g)).toHaveLength(1);
      expect(flags).toContain('\\Seen');
      const text = await dovecot.doveadm('filing', 'fetch', 'text', 'mailbox', 'Sent');
      expect(text.replaceAll('\r\n', '\n')).toContain(
        Buffer.from(outgoing.bytes).toString().replaceAll('\r\n', '\n').trim(),
      );
    });

    test('is not filed where the server has saved it by itself', async () => {
      const account = dovecot.account('autosave');
      await dovecot.deliver('autosave', outgoing.bytes, 'Sent');
      expect(await fileCopy(account, outgoing, never)).toBe('found');
      expect((await sentOf('autosave')).match(/flags:/g)).toHaveLength(1);
    });

    test('of another message is no evidence', async () => {
      const account = dovecot.account('other');
      await dovecot.deliver('other', outgoing.bytes, 'Sent');
      expect(await findSent(account, id.replace('0001.', '0002.'), never)).toBe(false);
    });

    test('waits when the password is refused', async () => {
      const account = dovecot.account('refused', { secret: 'wrong' });
      await expect(fileCopy(account, outgoing, never)).rejects.toMatchObject({
        code: 'credentials-rejected',
      });
      await expect(findSent(account, id, never)).rejects.toMatchObject({ code: 'credentials-rejected' });
    });
  },
);
