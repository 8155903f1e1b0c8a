import type { Page } from 'playwright/test';
import { expect, test } from '../desk.ts';

const replyText = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true });
const panel = (page: Page) => page.getByRole('region', { name: 'Reply, written by a colleague' });

/** A second window of the same core, in front of which a colleague sits down. */
async function colleague(page: Page, name: string): Promise<Page> {
  const address = page.url();
  const [second] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => void window.open(location.href)),
  ]);
  await second.getByRole('button', { name: 'Robin Vale sits here' }).click();
  await second.getByRole('menuitem', { name }).click();
  await expect(second.getByRole('button', { name: `${name} sits here` })).toBeVisible();
  await second.goto(address);
  return second;
}

test('of two people only one writes: the other reads along, and takes over on purpose', async ({
  demo: desk,
}) => {
  const { page } = desk;
  await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().click();
  await expect(page.getByRole('article', { name: 'Conversation of Casa Retama' })).toBeVisible();
  const second = await colleague(page, 'Lucía Ferrer');
  await page.getByRole('button', { name: /^Reply as / }).click();
  await replyText(page).fill('Buenos días');
  await expect(second.getByText('Robin Vale has it since')).toBeVisible();
  // In the list too, before anybody opens it; one's own window marks nothing.
  await expect(second.getByTitle('Robin Vale is writing')).toHaveCount(1);
  await expect(page.getByTitle('Robin Vale is writing')).toHaveCount(0);

  await second.getByRole('button', { name: /^Reply as / }).click();
  await expect(panel(second).getByRole('status')).toContainText('Robin Vale has it since');
  await expect(panel(second)).toContainText('Buenos días');
  await expect(replyText(second)).toBeHidden();
  await panel(second).getByRole('button', { name: 'Take over' }).click();
  await expect(replyText(second)).toHaveValue('Buenos días');
  await expect(panel(page).getByRole('status')).toContainText('Lucía Ferrer has it since');
  await expect(replyText(page)).toBeHidden();
  await expect(page.getByText(/Lucía Ferrer.* took over the reply from .*Robin Vale/)).toBeVisible();

  await second.close();
  await expect(panel(page).getByRole('status')).toContainText('Nobody is writing here any more');
  await panel(page).getByRole('button', { name: 'Write the reply' }).click();
  await expect(replyText(page)).toHaveValue('Buenos días');
});

test('words that are being written go along with what a colleague merges away', async ({ demo: desk }) => {
  const { page } = desk;
  const heading = (window: Page) => window.getByRole('article').getByRole('heading', { level: 1 });
  await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().click();
  await expect(page.getByRole('article', { name: 'Conversation of Casa Retama' })).toBeVisible();
  const second = await colleague(page, 'Lucía Ferrer');
  await page.getByRole('button', { name: /^Reply as / }).click();
  await replyText(page).fill('Buenos días');
  await second.getByRole('button', { name: 'More for this conversation' }).click();
  await second.getByRole('menuitem', { name: 'Merge into…' }).click();
  const dialog = second.getByRole('dialog', { name: 'Merge into another conversation' });
  const target = await dialog.getByRole('option').first().locator('strong').innerText();
  await replyText(page).fill('Buenos días, hoy mismo sale');
  await second.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(target.trim());
  await expect(page.getByText('This conversation became part of another one')).toBeVisible();
  await expect(replyText(page)).toHaveValue('Buenos días, hoy mismo sale');
});
