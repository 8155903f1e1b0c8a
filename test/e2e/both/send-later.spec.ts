import { expect, test } from '../desk.ts';

test('a reply is planned for the hour the client opens, leaves the list, and can be taken back', async ({
  demo: desk,
}) => {
  const { page } = desk;
  const rows = page.getByRole('listbox', { name: 'Conversations' }).getByRole('option');
  await rows.first().click();
  await expect(page.getByRole('article', { name: /^Conversation of / })).toBeVisible();
  const planned = await page.evaluate(() => location.hash);
  await page.getByRole('button', { name: /^Reply as / }).click();
  await page.getByRole('textbox', { name: 'Reply', exact: true }).fill('Thank you, we shall see to it.');
  for (const item of await page.getByRole('checkbox').all()) await item.check();
  await page.getByRole('button', { name: 'More ways to send' }).click();
  await page.getByRole('menuitem', { name: 'Send later…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send later' });
  await dialog.getByRole('button', { name: /^When .* opens/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Planned as /)).toBeVisible();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(planned);

  await page.evaluate((hash) => void (location.hash = hash), planned);
  await expect(page.getByRole('button', { name: 'Status: Snoozed' })).toBeVisible();
  const card = page.getByRole('region', { name: 'Reply on its way' });
  await expect(card.getByRole('status')).toContainText(/^Leaves /);
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Reply', exact: true })).toHaveValue(
    'Thank you, we shall see to it.',
  );
  await expect(page.getByRole('button', { name: 'Status: Open' })).toBeVisible();
});
