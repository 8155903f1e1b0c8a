import type { Page } from 'playwright/test';
import { expect, test } from '../desk.ts';

const rows = (page: Page) => page.getByRole('listbox', { name: 'Conversations' }).getByRole('option');
const conversation = (page: Page) => page.getByRole('article', { name: /^Conversation of / });
const composer = (page: Page) => page.getByRole('region', { name: /^Reply as / });
const replyText = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true });
const wide = { width: 1440, height: 900 };
const narrow = { width: 1000, height: 700 };

test.describe.configure({ timeout: 120_000 });

async function openFirst(page: Page): Promise<void> {
  await rows(page).first().click();
  await expect(conversation(page)).toBeVisible();
}

test('a composer survives every width, and a reply taken back has its ticks', async ({ demo: desk }) => {
  const { page } = desk;
  await page.setViewportSize(wide);
  await openFirst(page);
  await page.keyboard.press('r');
  await expect(replyText(page)).toBeFocused();
  await page.setViewportSize(narrow);
  await expect(page.getByRole('button', { name: 'Show the queue' })).toBeVisible();
  await expect(replyText(page)).toBeFocused();
  await page.setViewportSize(wide);
  await expect(rows(page).first()).toBeVisible();
  await expect(replyText(page)).toBeFocused();

  await replyText(page).fill('Thank you for telling us. We look at it today.');
  const boxes = composer(page).getByRole('checkbox');
  await boxes.first().check();
  for (const box of await boxes.all()) await box.check();
  await composer(page).getByRole('button', { name: /^From/ }).click();
  const copy = composer(page).getByLabel('Copy', { exact: true });
  await copy.fill('ana@');
  await replyText(page).press('Control+Enter');
  await expect(composer(page).getByRole('alert')).toContainText('“ana@” is not among the recipients');
  await expect(composer(page).getByText('“ana@” is not an address.')).toBeVisible();
  await copy.fill('');
  await replyText(page).press('Control+Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  const [toast, settings] = [
    await undo.boundingBox(),
    await page.getByRole('link', { name: 'Settings' }).boundingBox(),
  ];
  expect(toast?.x).toBeGreaterThan((settings?.x ?? 0) + (settings?.width ?? 0));
  await page.getByRole('link', { name: 'Settings' }).click({ trial: true });
  await undo.click();
  await expect(replyText(page)).toHaveValue('Thank you for telling us. We look at it today.');
  for (const box of await boxes.all()) await expect(box).toBeChecked();
});

test('a conversation tells what was done with it between its messages', async ({ demo: desk }) => {
  const { page } = desk;
  await openFirst(page);
  await page.keyboard.press('m');
  await expect(conversation(page).getByText(/Robin Vale.? took it/)).toBeVisible();
  await page.getByRole('button', { name: /^Status: / }).click();
  await page.getByRole('menuitem', { name: 'On hold' }).click();
  await expect(conversation(page).getByText(/Robin Vale.? put it on hold/)).toBeVisible();
});

test('a click into a mail leaves our keys at work, and what is selected there can be copied', async ({
  demo: desk,
}) => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Unanswered' }).click();
  await page.getByRole('menuitem', { name: 'Everything' }).click();
  const frame = page.getByTitle('The mail as it was sent').first();
  await expect(rows(page).first()).toBeVisible();
  await expect(async () => {
    await page.getByRole('listbox', { name: 'Conversations' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(frame).toBeVisible({ timeout: 700 });
  }).toPass({ timeout: 90_000 });
  const inFrame = frame.contentFrame().locator('body');
  const isOurs = () => page.evaluate(() => document.hasFocus() && document.activeElement === document.body);
  await inFrame.click();
  await expect.poll(isOurs).toBe(true);

  if (desk.host === 'browser') {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.keyboard.down('Control');
    await expect.poll(isOurs).toBe(false);
    await page.keyboard.press('a');
    await page.keyboard.press('c');
    await page.keyboard.up('Control');
    await expect.poll(isOurs).toBe(true);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim().split(/\s+/)[0]).toBe((await inFrame.innerText()).trim().split(/\s+/)[0]);
  }
  await inFrame.click();
  await expect.poll(isOurs).toBe(true);
  await page.keyboard.press('r');
  await expect(replyText(page)).toBeVisible();
});
