import type { Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { type Desk, expect, test } from '../desk.ts';
import { beginReplyAs } from '../replying.ts';

/** Voice, Templates of the first client of the demo. */
async function openTemplates(desk: Desk): Promise<Page> {
  const { page } = desk;
  await page.getByRole('link', { name: 'Voice' }).click();
  await page.getByRole('tab', { name: 'Templates' }).click();
  await expect(page.getByRole('group', { name: 'Templates' })).toBeVisible();
  return page;
}

async function write(page: Page, template: { name: string; shortcut: string; text: string }): Promise<void> {
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(template.name);
  await page.getByRole('textbox', { name: 'Shortcut' }).fill(template.shortcut);
  await page.getByRole('textbox', { name: 'Text' }).fill(template.text);
}

const selected = (page: Page) =>
  page.evaluate(() => {
    const area = document.activeElement;
    return area instanceof HTMLTextAreaElement
      ? area.value.slice(area.selectionStart, area.selectionEnd)
      : null;
  });

test('a slash finds a template at the caret, and its placeholders are filled by keyboard', async ({
  demo: desk,
}) => {
  test.slow();
  const page = await openTemplates(desk);
  const refusedByPolicy: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refusedByPolicy.push(message.text());
  });
  const text = 'order {{ order.number }} left on {{ order.date }}.';
  await write(page, { name: 'It has left', shortcut: 'has-left', text });
  await page.getByRole('button', { name: 'Save the template' }).click();
  await expect(page.getByText('Published · Version 1')).toBeVisible();

  const reply = await beginReplyAs(page, 'Casa Retama');
  const picker = page.getByRole('listbox', { name: 'Templates' });

  // Escape closes it and leaves what was typed; going on with the word does not open it again.
  await page.keyboard.type('Your /has');
  await expect(picker.getByRole('option', { name: /It has left/ })).toHaveAttribute('aria-selected', 'true');
  await expect(reply).toHaveAttribute('aria-activedescendant', /.+/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.type('-');
  await expect(picker).toBeHidden();
  await expect(reply).toHaveValue('Your /has-');
  await expect(reply).toBeFocused();

  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('/left');
  await expect(picker.getByRole('option').first()).toContainText('It has left');
  await page.keyboard.press('Enter');
  await expect(reply).toHaveValue('Your order [order.number] left on [order.date].');
  await expect.poll(() => selected(page)).toBe('[order.number]');

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'order.number' })).toBeVisible();
  await page.keyboard.type('A-1');
  await page.keyboard.press('Tab');
  await expect.poll(() => selected(page)).toBe('[order.date]');
  await page.keyboard.type('Monday');
  await expect(reply).toHaveValue('Your order A-1 left on Monday.');

  // A bare slash shows what fits best, and Tab takes it as Enter does.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('/');
  await expect(picker.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(picker.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(picker).toBeHidden();
  await expect(reply).not.toHaveValue('/');
  await expect(reply).toBeFocused();
  expect(refusedByPolicy).toEqual([]);
});

test('a draft is asked for, sent back, approved, and an earlier version restored', async ({ demo: desk }) => {
  test.slow();
  const page = await openTemplates(desk);
  await write(page, { name: 'Apology', shortcut: 'sorry', text: 'We are sorry , truly.' });
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page.getByText('Draft · Version 1')).toBeVisible();
  // The preflight reads it at once.
  await expect(page.getByRole('row', { name: /A gap.*sorry , truly/ })).toBeVisible();
  await page.getByRole('button', { name: 'Ask for approval' }).click();
  await page.getByRole('button', { name: 'Send back' }).click();
  await page.getByRole('textbox', { name: 'What should change' }).fill('No space there');
  await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
  await expect(page.getByText('Sent back: No space there')).toBeVisible();
  await page.getByRole('textbox', { name: 'Text' }).fill('We are sorry, truly.');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page.getByText('Draft · Version 2')).toBeVisible();
  await page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(page.getByText('Published · Version 2')).toBeVisible();
  await page.getByRole('tabpanel', { name: 'Templates' }).getByText('History').click();
  await page.getByRole('button', { name: 'Restore as a draft' }).first().click();
  await expect(page.getByText('Published, with changes in draft · Version 3')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('We are sorry , truly.');
});

test('canned replies are shown before they come in', async ({ demo: desk }) => {
  test.slow();
  const page = await openTemplates(desk);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('combobox', { name: 'From' }).selectOption('Chatwoot (canned_responses.json)');
  const replies = [
    { id: 1, short_code: 'hi', content: 'Hi {{ contact.first_name }}' },
    { id: 2, short_code: 'tier', content: 'You are {{ contact.tier }}' },
  ];
  const buffer = Buffer.from(JSON.stringify(replies));
  await page
    .getByRole('region', { name: 'Import canned replies' })
    .locator('input[type=file]')
    .setInputFiles({ name: 'canned.json', mimeType: 'application/json', buffer });
  await expect(page.getByRole('row', { name: /tier.*comes in.*as a draft/ })).toContainText('contact.tier');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Import 2 templates' }).click();
  await expect(page.getByText('2 templates have come in.')).toBeVisible();
  const list = page.getByRole('group', { name: 'Templates' });
  await expect(list.getByRole('button', { name: /^tier.*Draft/ })).toBeVisible();
  await list.getByRole('button', { name: 'Make “hi” a favourite' }).click();
  await page.getByRole('checkbox', { name: 'Favourites only' }).check();
  await expect(list.getByRole('listitem')).toHaveCount(1);
});
