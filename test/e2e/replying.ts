import type { Locator, Page } from 'playwright/test';
import { expect } from './desk.ts';

/** Begins a reply in the first conversation of a client, by keyboard; gives the field, which has the focus. */
export async function beginReplyAs(page: Page, client: string): Promise<Locator> {
  const link = page.getByRole('link', { name: new RegExp(`^${client}`) });
  await link.first().click();
  await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().click();
  await expect(page.getByRole('article', { name: /^Conversation of / })).toBeVisible();
  await page.keyboard.press('r');
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await expect(reply).toBeFocused();
  return reply;
}
