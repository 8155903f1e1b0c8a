import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';

test('a quality lead reviews a sampled conversation with the keyboard, and draws a new sample', async ({
  demo: desk,
}) => {
  const { page } = desk;
  await page.getByRole('link', { name: 'Quality' }).click();

  const items = page.getByRole('listbox', { name: 'Conversations in this sample' });
  const current = items.locator('[aria-selected=true]');
  await expect(items.getByRole('option')).toHaveCount(8);
  await expect(current).toContainText('Begun');
  await page.keyboard.press('j');
  await expect(current).toContainText('To review');
  const position = Number((await current.getAttribute('id'))?.slice('item-'.length));

  const review = page.getByRole('region', { name: 'Review', exact: true });
  await expect(review.getByRole('button', { name: '6 questions are open' })).toBeDisabled();
  for (const [index, key] of ['1', '5', '4', '1', '3', '1'].entries()) {
    await page.keyboard.press(key);
    await expect(review.getByRole('radio', { checked: true })).toHaveCount(index + 1);
  }
  await expect(review.getByText('100 of 100: Pass')).toBeVisible();
  await expect(
    review.getByText('Normalised weights: each section counts for its weight. 100 of 100.'),
  ).toBeVisible();
  await review.getByLabel('Comment').fill('Clear and warm.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(items.locator(`#item-${position}`)).toContainText('Pass, 100%');
  await expect(current).not.toHaveAttribute('id', `item-${position}`);

  await items.locator(`#item-${position}`).click();
  await expect(review.getByText('This review is complete and stays as it is.')).toBeVisible();
  await expect(review.getByRole('radio').first()).toBeDisabled();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'New sample' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/conversations were answered and resolved in this period/)).toBeVisible();
  await dialog.getByLabel('How many to review').fill('5');
  await dialog.getByLabel('Seed', { exact: true }).fill('314159');
  await dialog.getByRole('button', { name: 'Draw the sample' }).click();
  await expect(items.getByRole('option')).toHaveCount(5);
  await page.getByRole('button', { name: 'Draw again and compare' }).click();
  await expect(page.getByText('Drawn again from the seed: the same conversations.')).toBeVisible();
});

test('a scorecard that was used in reviews gets a new version when it is changed', async ({ demo: desk }) => {
  const { page } = desk;
  await page.getByRole('link', { name: 'Quality' }).click();
  await page.getByRole('link', { name: 'Scorecard' }).click();
  await expect(page.getByText('Saving makes version 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a question' }).first().click();
  await expect(page.getByRole('button', { name: 'Save the scorecard' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Question', exact: true }).nth(2).fill('Offers to help again');
  await page.getByRole('button', { name: 'Save the scorecard' }).click();

  const items = page.getByRole('listbox', { name: 'Conversations in this sample' });
  await items.getByRole('option').last().click();
  const review = page.getByRole('region', { name: 'Review', exact: true });
  await expect(review.getByText('Version 2')).toBeVisible();
  await expect(review.getByText('Offers to help again')).toBeVisible();
  await items.getByRole('option').first().click();
  await expect(review.getByText('Version 1')).toBeVisible();
});
