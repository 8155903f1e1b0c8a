import type { Page } from 'playwright/test';
import { expect, test, type Desk } from '../desk.ts';

/** Opens the first conversation of a client's queue and its composer. */
async function answer({ page }: Desk, client: string): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: client }).click();
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('article', { name: new RegExp(client) }).waitFor();
  await page.keyboard.press('r');
  await composerOf(page, client).getByRole('textbox', { name: 'Reply' }).waitFor();
}

const composerOf = (page: Page, client: string) => page.getByRole('region', { name: `Reply as ${client}` });
const noticeIn = (page: Page, client: string) => composerOf(page, client).getByRole('alert');

test('a reply that speaks of another client is kept back until somebody says why', async ({ demo: desk }) => {
  test.slow();
  const { page } = desk;
  await answer(desk, 'Casa Retama');
  expect(await page.title()).toContain('CR Casa Retama');
  const composer = composerOf(page, 'Casa Retama');
  await composer.getByRole('textbox', { name: 'Reply' }).fill('Kestrel Fork will send it to you.');
  const notice = noticeIn(page, 'Casa Retama');
  await expect(notice).toContainText('This looks like the name of Kestrel Fork Outdoor.');
  for (const box of await composer.getByRole('checkbox').all()) await box.check();
  await composer.getByRole('button', { name: 'Send as Casa Retama' }).click();
  await expect(notice).toBeVisible();
  await expect(page.getByText('Sending as Casa Retama')).toHaveCount(0);
  await notice.getByRole('textbox').fill('They asked which shop it was');
  await notice.getByRole('button', { name: 'Send all the same' }).click();
  await expect(page.getByText('Sending as Casa Retama')).toBeVisible();
});

test("what was copied in one client's conversation is asked about in another's, and stripped", async ({
  demo: desk,
}) => {
  test.slow();
  const { page } = desk;
  await answer(desk, 'Kestrel Fork Outdoor');
  const first = composerOf(page, 'Kestrel Fork Outdoor').getByRole('textbox', { name: 'Reply' });
  await first.fill('Write to help@kestrelfork.example, says Kestrel Fork.');
  await first.press('ControlOrMeta+a');
  await first.press('ControlOrMeta+c');
  await first.press('ControlOrMeta+v');
  await expect(first).toHaveValue('Write to help@kestrelfork.example, says Kestrel Fork.');
  await answer(desk, 'Casa Retama');
  const second = composerOf(page, 'Casa Retama').getByRole('textbox', { name: 'Reply' });
  await second.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'This was copied from another client' });
  await dialog.getByRole('button', { name: "Don't paste" }).last().click();
  await expect(second).toHaveValue('');
  await second.press('ControlOrMeta+v');
  await dialog.getByRole('button', { name: 'Paste without names and links' }).click();
  await expect(second).toHaveValue('Write to, says.');
  // A note is kept with this client too.
  await page.getByRole('listbox').getByRole('option').nth(1).click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  const note = page.getByRole('form', { name: 'Note' }).getByRole('textbox');
  await note.press('ControlOrMeta+v');
  await dialog.getByRole('button', { name: 'Paste without names and links' }).click();
  await expect(note).toHaveValue('Write to, says.');
});

test('a note for today stands on the briefing, and one client at a time is held together', async ({
  demo: desk,
}) => {
  test.slow();
  const { page } = desk;
  await page.getByRole('navigation').first().getByRole('link', { name: 'Voice' }).click();
  await page
    .getByRole('textbox', { name: 'What is going on today' })
    .fill('The loom is broken until Friday.');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText(/Robin Vale, .* until /)).toBeVisible();
  const noted = (await page.getByRole('heading', { level: 1 }).last().textContent()) ?? '';
  await page.getByRole('navigation').first().getByRole('link', { name: 'Settings' }).click();
  await page.getByText('Only when the queue is empty').click();
  const client =
    ['Casa Retama', 'Zumurrud Books', 'Kestrel Fork Outdoor'].find((name) => noted.includes(name)) ?? '';
  await page.getByRole('navigation').first().getByRole('link', { name: client }).click();
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(page.getByText('The loom is broken until Friday.')).toBeVisible();
  const other = client === 'Casa Retama' ? 'Kestrel Fork Outdoor' : 'Casa Retama';
  await page.getByRole('navigation').first().getByRole('link', { name: other }).click();
  await page.getByRole('listbox').getByRole('option').first().click();
  const gate = page.getByRole('region', { name: `First ${client}` });
  await expect(gate).toContainText(`of ${client} wait`);
  await gate.getByRole('button', { name: `Back to ${client}` }).click();
  await expect(gate).toHaveCount(0);
});
