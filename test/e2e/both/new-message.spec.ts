import type { Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';

const rows = (page: Page) => page.getByRole('listbox', { name: 'Conversations' }).getByRole('option');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'New message' });
const composer = (page: Page) => page.getByRole('region', { name: /^Write as / });
const messageText = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });

const client = 'Kestrel Fork Outdoor';

async function chooseClient(page: Page): Promise<void> {
  await dialog(page).getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: client, exact: true }).click();
}

test('an agent writes to somebody new: as one client, sent, and kept with what is their own', async ({
  demo: desk,
}) => {
  test.slow();
  const { page } = desk;
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('c');
  await expect(dialog(page)).toBeVisible();

  await dialog(page).getByRole('button', { name: 'Write', exact: true }).click();
  await expect(dialog(page).getByText('As which client?').last()).toBeVisible();
  await chooseClient(page);
  await dialog(page).getByLabel('To', { exact: true }).fill('Dana Ferro <dana@elsewhere.example>');
  await dialog(page).getByLabel('Subject').fill('Your order has come back to us');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, { exceptMail: true })).toEqual([]);
  }
  await dialog(page)
    .getByRole('button', { name: `Write as ${client}` })
    .click();

  await expect(composer(page)).toBeVisible();
  await expect(page.getByRole('article', { name: `Conversation of ${client}` })).toBeVisible();
  const row = rows(page).filter({ hasText: 'Dana Ferro' });
  await expect(row.getByText('Not sent yet')).toBeVisible();
  await expect(messageText(page)).toBeFocused();
  await messageText(page).fill('Shall we send it again?');
  for (const box of await composer(page).getByRole('checkbox').all()) await box.check();
  await messageText(page).press('Control+Enter');
  await expect(page.getByText(`Sending as ${client}`)).toBeVisible();
  await expect(row.getByText('Not sent yet')).toBeHidden({ timeout: 30_000 });
  await expect(row).toContainText('Shall we send it again?');
  await page.getByRole('button', { name: 'Mine' }).click();
  await page.getByRole('menuitem', { name: 'Waiting for customer' }).click();
  await expect(rows(page).filter({ hasText: 'Your order has come back to us' })).toBeVisible();
});

test('a message that is discarded before it was sent leaves no row', async ({ demo: desk }) => {
  test.slow();
  const { page } = desk;
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'New message' }).click();
  await chooseClient(page);
  const write = dialog(page).getByRole('button', { name: `Write as ${client}` });
  const to = dialog(page).getByLabel('To', { exact: true });
  await to.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'dana@elsewhere.example, ben@');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await write.click();
  await expect(dialog(page).getByText('“ben@” is not an address.')).toBeVisible();
  await to.fill('');
  await write.click();
  await expect(rows(page).filter({ hasText: 'dana@elsewhere.example' })).toBeVisible();
  await composer(page).getByRole('button', { name: 'Discard' }).click();
  await expect(composer(page)).toBeHidden();
  await expect(rows(page).filter({ hasText: 'dana@elsewhere.example' })).toBeHidden();
  await expect(page.getByRole('alert')).toBeHidden();
});
