import type { Page } from 'playwright/test';
import { openDovecot, password } from '../../support/dovecot.ts';
import { reportText } from '../../support/a-report.ts';
import { mailText } from '../../support/mail-text.ts';
import { startSmtpSink } from '../../support/smtp-sink.ts';
import { expect, test } from '../desk.ts';

/** The wait for the undo window and for real servers, on a busy machine. */
test.describe.configure({ timeout: 180_000 });

async function fillServer(page: Page, label: string, server: { port: number }): Promise<void> {
  const group = page.getByRole('group', { name: label });
  await group.getByLabel(label).fill('127.0.0.1');
  await group.getByLabel('Port').fill(String(server.port));
  await group.getByRole('combobox', { name: 'Encryption' }).click();
  await page.getByRole('option', { name: 'None (this computer)' }).click();
}

test('a client, its real mailbox, a mail answered once in its name, and the copy filed', async ({ desk }) => {
  const { page } = desk;
  const dovecot = await openDovecot();
  const smtp = await startSmtpSink(password);
  try {
    await dovecot.deliver(
      'help',
      mailText({ id: 'first', text: 'My lantern has arrived without its glass.' }),
    );

    await page.getByRole('textbox', { name: 'Your name' }).fill('Robin Vale');
    await page.getByRole('button', { name: 'Add a client' }).click();
    const passphrase = page.getByLabel('Passphrase', { exact: true });
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await expect(passphrase.or(name).first()).toBeVisible();
    if (await passphrase.isVisible()) {
      await passphrase.fill('correct horse battery staple');
      await page.getByLabel('Passphrase once more').fill('correct horse battery staple');
      await page.getByRole('button', { name: 'Protect with this passphrase' }).click();
    }
    await name.fill('Northwind');
    await page.getByLabel('Mark').fill('NW');
    await page.getByRole('button', { name: 'Add and connect a mailbox' }).click();

    await page.getByLabel('Mail address').fill('help@northwind.example');
    await page.getByLabel('User name').fill('help');
    await page.locator('input[type=password]').fill('not the password');
    await fillServer(page, 'IMAP server (receives)', dovecot);
    await fillServer(page, 'SMTP server (sends)', smtp);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('Not everything works yet.')).toBeVisible();
    await page.locator('input[type=password]').fill(password);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('Everything works.')).toBeVisible();
    await page.getByRole('button', { name: 'Save and connect' }).click();
    await expect(page.getByText('Up to date')).toBeVisible();

    await page.getByRole('link', { name: /All clients/ }).click();
    const row = page.getByRole('option', { name: /Carla Customer/ });
    await row.click();
    await expect(
      page.getByRole('article').getByText('My lantern has arrived without its glass.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Reply as Northwind' }).click();
    const text = page.getByRole('textbox', { name: 'Reply' });
    await text.fill('We are sending you a new glass today.');
    await page.getByRole('button', { name: 'Send as Northwind', exact: true }).click();
    await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBe(1);

    const [mail] = smtp.mails;
    const source = mail?.bytes.toString('utf8') ?? '';
    expect(mail).toMatchObject({ from: 'help@northwind.example', to: ['carla@customer.example'] });
    expect(source).toMatch(/^In-Reply-To: <first@customer\.example>/m);
    expect(source).toMatch(/^References: <first@customer\.example>/m);
    expect(source).toMatch(/^Subject: Re: Where is my parcel\?/m);
    expect(source).toContain('We are sending you a new glass today.');

    const messageId = /^Message-ID: (<[^>]+>)/im.exec(source)?.[1] ?? '';
    await expect
      .poll(() => dovecot.doveadm('help', 'fetch hdr.message-id mailbox Sent all'), { timeout: 30_000 })
      .toContain(messageId);

    // It comes back: the conversation waits for an answer again, and the message says why.
    await expect(row).toBeHidden();
    await dovecot.deliver('help', reportText(messageId.slice(1, -1), { at: Date.now() }));
    await row.click();
    const article = page.getByRole('article');
    await expect(article.getByText('Bounced', { exact: true })).toBeVisible();
    await expect(article.getByText('This message did not reach carla@customer.example.')).toBeVisible();

    await dovecot.deliver(
      'help',
      mailText({ id: 'second', subject: 'Another matter', text: 'Do you sell wicks?' }),
    );
    await expect(page.getByRole('option', { name: /Another matter/ })).toBeVisible();
    expect(smtp.mails).toHaveLength(1);
  } finally {
    await smtp.stop();
    await dovecot.remove();
  }
});
