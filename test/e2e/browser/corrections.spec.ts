import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';

test('a conversation is merged, found under its old address, and set apart again', async ({
  demo: { page },
}) => {
  const queue = page.getByRole('listbox', { name: 'Conversations' });
  const first = queue.getByRole('option').first();
  const subject = (await first.locator('[class*=subject]').innerText()).trim();
  await first.click();
  const heading = page.getByRole('article').getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(subject);
  const address = page.url();

  await page.getByRole('button', { name: 'More for this conversation' }).click();
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge into another conversation' });
  const target = dialog.getByRole('option').first();
  const other = (await target.locator('strong').innerText()).trim();
  expect(await violations(page, { within: '[role=dialog]' })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(other);
  await expect(page.getByText('merged another conversation into this one')).toBeVisible();

  await page.evaluate((old) => location.assign(old), address);
  await expect(page.getByText('This conversation became part of another one')).toBeVisible();
  await expect(heading).toHaveText(other);

  await page.getByRole('group', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  // One stays where one was; what was merged away waits in the list again.
  await expect(page.getByText('undid a merge')).toBeVisible();
  await expect(heading).toHaveText(other);
  await first.click();
  await expect(heading).toHaveText(subject);
});
