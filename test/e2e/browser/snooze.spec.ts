import { expect, test } from '../desk.ts';

test('a conversation is laid aside in plain words, found again, and woken', async ({ demo: desk }) => {
  const { page } = desk;
  const queue = page.getByRole('listbox', { name: 'Conversations' });
  const first = queue.getByRole('option').first();
  const subject = (await first.locator('[class*=subject]').innerText()).trim();
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: 'Lay aside until' });
  await dialog.getByRole('textbox', { name: 'Until' }).fill('when pigs fly');
  await expect(dialog.getByText('That is not a time to come', { exact: false })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Snooze' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Until' }).fill('tomorrow 9');
  await expect(dialog.getByRole('status')).toContainText('09:00');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(queue.getByRole('option').first()).not.toContainText(subject);

  await page.getByRole('button', { name: 'Unanswered' }).click();
  await page.getByRole('menuitem', { name: 'Snoozed' }).click();
  await expect(queue.getByRole('option')).toHaveCount(1);
  await queue.getByRole('option').first().click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await page.getByRole('button', { name: 'Status: Snoozed' }).click();
  await page.getByRole('menuitem', { name: 'Open' }).click();
  await expect(queue.getByRole('option')).toHaveCount(0);

  // Who goes on at once has not to wait until the words are understood.
  await page.keyboard.press('b');
  await dialog.getByRole('textbox', { name: 'Until' }).fill('in 3 hours');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(queue.getByRole('option')).toHaveCount(1);

  // The link that was chosen keeps the focus, but Enter belongs to the row.
  await page.getByRole('link', { name: /^Casa Retama/ }).click();
  await expect(queue.getByRole('option').nth(1)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Conversation of Casa Retama' })).toBeVisible();
});
