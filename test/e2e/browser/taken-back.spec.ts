import type { Page } from 'playwright/test';
import { expect, test } from '../desk.ts';

const text = 'Thank you, we shall see to it.';
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true });
/** Of the note that it is on its way; its card in the conversation has one too. */
const undo = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Sending as' }).getByRole('button', { name: 'Undo' });

/** Sends what stands there; the desk goes on to the next conversation. */
async function send(page: Page, hash: string): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await reply(page).press('Control+Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(hash);
}

/** Sends what stands there, and begins another reply in the same conversation. */
async function sendAndBeginAnew(page: Page, hash: string): Promise<void> {
  await send(page, hash);
  await page.evaluate((to) => void (location.hash = to), hash);
  await page.getByRole('button', { name: /^Reply as / }).click();
  await expect(reply(page)).toHaveValue('');
}

/** A conversation of a client whose undo window is as long as it can be: nobody hurries here. */
async function openUnhurried(page: Page): Promise<string> {
  await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().click();
  await page.getByRole('button', { name: /^Reply as / }).waitFor();
  const hash = await page.evaluate(() => location.hash);
  const answered = await page.evaluate(async () => {
    const [, clientId] = location.hash.split('/').toReversed();
    const rules = { undoSeconds: 120, quote: 'none' };
    const { ok } = await fetch('/api/rpc', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${sessionStorage.getItem('liaison.token')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        id: 1,
        method: 'mutation',
        params: { path: 'outbox.setSendingRules', input: { clientId, rules } },
      }),
    });
    return ok;
  });
  expect(answered).toBe(true);
  return hash;
}

test('words taken back come into the empty reply that stands open there, and over no other words', async ({
  demo: { page },
}) => {
  const hash = await openUnhurried(page);
  await page.getByRole('button', { name: /^Reply as / }).click();
  await reply(page).fill(text);
  await sendAndBeginAnew(page, hash);
  await undo(page).click();
  await expect(reply(page)).toHaveValue(text);
  await expect(reply(page)).toBeFocused();

  await sendAndBeginAnew(page, hash);
  await reply(page).fill('Another thought');
  await undo(page).click();
  const card = page.getByRole('region', { name: 'Reply on its way' });
  await expect(card).toContainText('these words are only here');
  await expect(card).toContainText(text);
  await expect(reply(page)).toHaveValue('Another thought');
});

test('they come into the empty reply that stands open in another window', async ({ demo: { page } }) => {
  const hash = await openUnhurried(page);
  await page.getByRole('button', { name: /^Reply as / }).click();
  await reply(page).fill(text);
  await send(page, hash);
  const [second] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate((to) => void window.open(`/${to}`), hash),
  ]);
  await second.getByRole('button', { name: /^Reply as / }).click();
  await expect(reply(second)).toHaveValue('');
  await undo(page).click();
  await expect(reply(second)).toHaveValue(text);
});
