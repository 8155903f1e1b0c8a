import type { Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';

test.describe.configure({ timeout: 120_000 });

const go = (page: Page, place: string) => page.evaluate((to) => void (location.hash = to), `#${place}`);

test('holidays are kept, with hours of their own or none, and what is missing is said', async ({
  demo: desk,
}) => {
  const { page } = desk;
  await go(page, '/clients');
  await page.getByRole('navigation', { name: 'Clients' }).getByRole('link').first().click();
  const section = page.getByRole('region', { name: 'Holidays' });
  await section.getByRole('button', { name: 'Add a holiday' }).click();
  await section.getByRole('button', { name: 'Save holidays' }).click();
  await expect(section.getByRole('alert')).toHaveText('Choose the day.');
  await section.getByLabel('Day', { exact: true }).fill('2030-12-25');
  await section.getByLabel('What for').fill('Christmas Day');
  await section.getByRole('button', { name: 'Add a holiday' }).click();
  await section.getByLabel('Day', { exact: true }).last().fill('2030-12-24');
  await section.getByLabel('What for').last().fill('Christmas Eve');
  await section.getByRole('button', { name: 'Set hours' }).last().click();
  await section.getByLabel('Christmas Eve: closes at').fill('12:30');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page)).toEqual([]);
  }
  await section.getByRole('button', { name: 'Save holidays' }).click();
  await expect(section.getByRole('button', { name: 'Saved' })).toBeVisible();

  await page.reload();
  await expect(section.getByLabel('What for').first()).toHaveValue('Christmas Eve');
  await expect(section.getByLabel('What for').last()).toHaveValue('Christmas Day');
  await expect(section.getByLabel('Christmas Eve: closes at')).toHaveValue('12:30');
  await expect(section.getByText('Closed')).toHaveCount(1);
});

test('a new client gets a mark from its name, until somebody chooses one; a missing one is said in our words', async ({
  desk,
}) => {
  const { page } = desk;
  await page.getByRole('textbox', { name: 'Your name' }).fill('Robin Vale');
  await page.getByRole('button', { name: 'Add a client' }).click();
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  const mark = page.getByLabel('Mark');
  await expect(passphrase.or(name).first()).toBeVisible();
  if (await passphrase.isVisible()) {
    await passphrase.fill('correct horse battery staple');
    await page.getByLabel('Passphrase once more').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Protect with this passphrase' }).click();
  }
  await name.fill('Blue Kettle');
  await expect(mark).toHaveValue('BK');
  await mark.fill('T');
  await name.fill('Blue Kettle Tea');
  await expect(mark).toHaveValue('T');
  await page.getByRole('button', { name: 'Add and connect a mailbox' }).click();
  await expect(page.getByText('Exactly two letters or digits.')).toBeVisible();
  await mark.fill('BT');
  await page.getByRole('button', { name: 'Add and connect a mailbox' }).click();
  await expect(page.getByText('Connect a mailbox of Blue Kettle Tea')).toBeVisible();

  // The button stands below what is seen at first; the next page begins at its top all the same.
  await page.setViewportSize({ width: 1280, height: 400 });
  for (const server of ['IMAP server (receives)', 'SMTP server (sends)'])
    await page.getByRole('textbox', { name: server }).fill('127.0.0.1');
  await page.getByLabel('Password *').fill('sesame');
  await page.getByRole('textbox', { name: 'Mail address' }).fill('help@bluekettle.example');
  await page.getByRole('button', { name: 'Save and connect' }).click();
  await expect(page.getByRole('heading', { name: 'Blue Kettle Tea', exact: true })).toBeInViewport();
});
