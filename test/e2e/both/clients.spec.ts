import type { Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { expect, openDemo, test } from '../desk.ts';

test.describe.configure({ timeout: 120_000 });

const go = (page: Page, place: string) => page.evaluate((to) => void (location.hash = to), `#${place}`);

test('first run, clients, a mailbox and settings pass axe in light and dark, and in Arabic', async ({
  desk,
}) => {
  const { page } = desk;
  await expect(page.getByRole('button', { name: 'Open the demo' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await openDemo(desk);

  await go(page, '/clients');
  await page.getByRole('navigation', { name: 'Clients' }).getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  const client = page.url().split('#')[1] ?? '';
  expect(await violations(page)).toEqual([]);
  await go(page, `${client}/mailbox`);
  await expect(page.getByRole('button', { name: 'Save and connect' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await go(page, '/settings');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await violations(page)).toEqual([]);
  await go(page, client);
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await go(page, '/settings');
  await page.getByText('العربية', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { name: 'الإعدادات' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('people get roles, a client changes its hours, and the demo goes in one click', async ({
  demo: desk,
}) => {
  const { page } = desk;
  await go(page, '/settings');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sam Rivers');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const sam = page.getByRole('group', { name: 'Sam Rivers' });
  await expect(sam.getByText('No role yet: sees no client.')).toBeVisible();
  await sam.getByRole('button', { name: 'Add a role' }).click();
  await expect(sam.getByRole('combobox', { name: 'Role' })).toHaveValue('Agent');

  await go(page, '/clients');
  await page.getByRole('navigation', { name: 'Clients' }).getByRole('link').first().click();
  await page
    .getByLabel('Sunday: opens at')
    .or(page.getByRole('button', { name: 'Add hours on Sunday' }))
    .first()
    .click();
  await page.getByLabel('Sunday: opens at').fill('10:00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Saved' })).toBeVisible();

  await go(page, '/settings');
  await page.getByRole('button', { name: 'Delete the demo' }).click();
  await expect(page.getByRole('button', { name: 'Open the demo' })).toBeVisible();
  await expect(page.getByText('Sam Rivers')).toBeVisible();
});
