import type { Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';

const queue = (page: Page) => page.getByRole('listbox', { name: 'Conversations' });
const rows = (page: Page) => queue(page).getByRole('option');
const conversation = (page: Page) => page.getByRole('article', { name: /^Conversation of / });
const composer = (page: Page) => page.getByRole('region', { name: /^Reply as / });
const replyText = (page: Page) => page.getByRole('textbox', { name: 'Reply' });

/** The page must never meet its own content security policy. */
function watchPolicy(page: Page): () => readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) said.push(message.text());
  });
  return () => said;
}

async function openFirst(page: Page): Promise<void> {
  await rows(page).first().click();
  await expect(conversation(page)).toBeVisible();
}

// Opening the demo takes a while: each test walks a whole stretch of an agent's morning.

test('an agent finds, opens and settles conversations by keyboard', async ({ demo: desk }) => {
  test.slow();
  const { page } = desk;
  const policyReports = watchPolicy(page);

  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(conversation(page)).toBeVisible();

  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Assigned to: Robin Vale' })).toBeVisible();
  await page.keyboard.press('t');
  await page.getByRole('textbox', { name: 'Tag' }).fill('call back');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(conversation(page).getByText('call back', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Called, nobody there.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeHidden();
  await expect(page.getByText('Called, nobody there.')).toBeVisible();
  const before = page.url();
  await page.keyboard.press('e');
  await expect.poll(() => page.url()).not.toBe(before);

  await page.keyboard.press('/');
  await page.keyboard.type('order');
  // What is offered is asked first; without it the arrows are the results'.
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Search results' }).locator('mark').first()).toBeVisible();
  const unsearched = page.url();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).not.toBe(unsearched);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'What do you want to do?' })).toBeVisible();
  await page.keyboard.type('keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keys that work here' })).toBeVisible();
  expect(policyReports()).toEqual([]);
});

test('a reply is one client’s, waits for the checklist, leaves, and can be taken back', async ({
  demo: desk,
}) => {
  test.slow();
  const { page } = desk;
  await openFirst(page);
  const first = page.url();
  const client = ((await conversation(page).getAttribute('aria-label')) ?? '').replace(
    'Conversation of ',
    '',
  );
  await expect(page).toHaveTitle(new RegExp(client));

  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: `Send as ${client}`, exact: true })).toBeVisible();
  await replyText(page).fill('Thank you for telling us. We look at it today.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('checklist');
  await expect(composer(page).getByText('Draft saved')).toBeVisible();

  await page.reload();
  await expect(replyText(page)).toHaveValue('Thank you for telling us. We look at it today.');
  for (const box of await composer(page).getByRole('checkbox').all()) await box.check();
  await replyText(page).press('Control+Enter');
  await expect(page.getByText(`Sending as ${client}`)).toBeVisible();
  await expect.poll(() => page.url()).not.toBe(first);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(replyText(page)).toHaveValue('Thank you for telling us. We look at it today.');
});

test('mail in HTML stands in a frame of its own, and every state passes axe in both themes', async ({
  demo: desk,
}) => {
  test.slow();
  const { page } = desk;
  const policyReports = watchPolicy(page);
  await page.getByRole('button', { name: 'Unanswered' }).click();
  await page.getByRole('menuitem', { name: 'Everything' }).click();
  const frame = page.getByTitle('The mail as it was sent').first();
  await expect(rows(page).first()).toBeVisible();
  await expect(async () => {
    await queue(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(frame).toBeVisible({ timeout: 700 });
  }).toPass({ timeout: 90_000 });
  expect(await frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
  await expect(frame.contentFrame().locator('body')).not.toBeEmpty();

  await page.keyboard.press('r');
  await expect(composer(page)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, { exceptMail: true })).toEqual([]);
  }
  expect(policyReports()).toEqual([]);
});
