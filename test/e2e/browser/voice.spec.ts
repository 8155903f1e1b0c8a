import type { Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { type Desk, expect, test } from '../desk.ts';

async function openVoice(desk: Desk): Promise<Page> {
  const { page } = desk;
  await page.getByRole('link', { name: 'Voice' }).click();
  await page.getByRole('heading', { level: 1, name: /^How .* sounds$/ }).waitFor();
  return page;
}

/** A rule of our own, beside those of the demo: "utilize" gives way to "use". */
async function addRule(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'New rule: Style.Rule' }).fill('House.Words');
  await page.getByRole('button', { name: 'Add the rule' }).click();
  await expect(page.getByRole('textbox', { name: 'House.Words' })).toHaveValue(/utilize: use/);
}

test('a finding is mended by keyboard, and undo takes the mending back', async ({ demo: desk }) => {
  const page = await openVoice(desk);
  await addRule(page);
  const text = page.getByRole('textbox', { name: 'Try it out' });
  await text.fill('We utilize xylophones.');
  await expect(page.getByRole('button', { name: '1 voice finding' })).toBeVisible();
  await text.press('Control+Home');
  await text.press('Control+.');
  await expect(page.getByRole('button', { name: 'use', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue('We use xylophones.');
  await expect(text).toBeFocused();
  await expect(page.getByRole('button', { name: '0 voice findings' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue('We utilize xylophones.');
});

test('a click on a mark shows its card and leaves the caret; Escape closes it', async ({ demo: desk }) => {
  const page = await openVoice(desk);
  await addRule(page);
  const text = page.getByRole('textbox', { name: 'Try it out' });
  await text.fill('utilize');
  await expect(page.getByRole('button', { name: '1 voice finding' })).toBeVisible();
  await text.click({ position: { x: 30, y: 20 } });
  const fix = page.getByRole('button', { name: 'use', exact: true });
  await expect(fix).toBeVisible();
  await expect(text).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(fix).toBeHidden();
});

test('a mistake in a rule is named with its line and keeps the guide from being saved', async ({
  demo: desk,
}) => {
  const page = await openVoice(desk);
  await addRule(page);
  const yaml = page.getByRole('textbox', { name: 'House.Words' });
  const good = await yaml.inputValue();
  const save = page.getByRole('button', { name: 'Save the guide' });
  await yaml.fill(`${good}  "(bad": worse\n`);
  await expect(page.getByText(/^Line 9: The pattern is not right: \(bad/)).toBeVisible();
  await expect(save).toBeDisabled();
  await yaml.fill(`${good}  good: better\n`);
  await expect(save).toBeEnabled();
  await save.click();
  await expect(page.getByText(/^Version \d+ is in force\.$/)).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Words warning' }).first().click();
  await expect(page.getByRole('textbox', { name: 'House.Words' })).toHaveValue(/good: better/);
});

test('a template is tried on a made-up customer as it is written', async ({ demo: desk }) => {
  const page = await openVoice(desk);
  await page.getByRole('tab', { name: 'Templates' }).click();
  await page.getByRole('button', { name: 'New template' }).click();
  const preview = page.getByRole('region', { name: 'For Zoë García' });
  const source = page.getByRole('textbox', { name: 'Text' });
  await source.fill('Hello {{ customer.frist_name }}');
  await expect(preview.getByRole('alert')).toHaveText(
    'Line 1: There is no variable called “customer.frist_name”.',
  );
  await source.fill('Hello {{ customer.first_name }}, about {{ order.number }}');
  await expect(preview).toContainText('Hello Zoë, about [order.number]');
  await expect(preview).toContainText('The operator fills in: order.number');
  await page.getByRole('textbox', { name: 'Name' }).fill('About an order');
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('about-order');
  await page.getByRole('button', { name: 'Save the template' }).click();
  await expect(page.getByRole('button', { name: /^About an order/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the guide has no accessibility violation, in light and in dark', async ({ demo: desk }) => {
  const page = await openVoice(desk);
  await addRule(page);
  await page.getByRole('textbox', { name: 'Try it out' }).fill('We utilize xylophones.');
  await page.getByRole('button', { name: '1 voice finding' }).click();
  await expect(page.getByRole('button', { name: 'use', exact: true })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
});
