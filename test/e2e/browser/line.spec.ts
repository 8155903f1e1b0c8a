import type { Page, WebSocketRoute } from 'playwright/test';
import { expect, test } from '../desk.ts';

const replyText = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true });

test('a line that breaks again and again takes nothing from whoever is writing', async ({ demo: desk }) => {
  test.slow();
  const { page } = desk;
  const lines: WebSocketRoute[] = [];
  await page.routeWebSocket(/^ws:/, (route) => {
    lines.push(route);
    route.connectToServer();
  });
  await page.reload();
  await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().click();
  await expect(page.getByRole('article', { name: /^Conversation of / })).toBeVisible();
  await page.getByRole('button', { name: /^Reply as / }).click();
  await replyText(page).fill('Thank you');
  for (const word of [' for', ' telling', ' us']) {
    await lines.at(-1)?.close();
    await replyText(page).pressSequentially(word);
  }
  await expect(replyText(page)).toHaveValue('Thank you for telling us');
  await expect(replyText(page)).toBeFocused();
  expect(lines.length).toBeGreaterThan(1);
  const composer = page.getByRole('region', { name: /^Reply as / });
  await expect(composer.getByText('Draft saved')).toBeVisible({ timeout: 30_000 });
});
