import type { Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';
import { beginReplyAs } from '../replying.ts';

const marks = (page: Page, severity: string) =>
  page.getByRole('region', { name: /^Reply as / }).locator(`span[data-severity=${severity}]`);

test('the guide at work in a reply: marks, reasons, mending, setting aside, and what it holds back', async ({
  demo: desk,
}) => {
  test.slow();
  const { page } = desk;
  const reply = await beginReplyAs(page, 'Casa Retama');

  // What is quoted is not its writer's words where somebody said it, and is where nobody did, as is any signature but ours.
  const said = '\n\n> Genial, muchas gracias.';
  await reply.fill(`Sí.${said}\n> un item sin falta\n\n    El item\n\n-- \nOutfit Robin`);
  await expect(page.getByRole('button', { name: '4 voice findings' })).toBeVisible();
  await expect(marks(page, 'warning')).toHaveText(['item', 'item', 'Outfit']);
  await expect(marks(page, 'error')).toHaveText(['sin falta']);

  // A subject that comes back is the customer's; what is written into it is checked, listed and mended like the rest.
  const region = page.getByRole('region', { name: /^Reply as / });
  await region.getByRole('button', { name: /^From / }).click();
  const subject = region.getByRole('textbox', { name: 'Subject' });
  const about = await subject.inputValue();
  await subject.press('End');
  await subject.pressSequentially(': el stock');
  await page.getByRole('button', { name: '5 voice findings' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '“stock”: show in the subject' }).click();
  await expect(subject).not.toBeFocused();
  const inSubject = page.getByRole('dialog', { name: 'What the voice guide says' });
  await inSubject.getByRole('button', { name: 'existencias', exact: true }).click();
  await expect(subject).toHaveValue(`${about}: el existencias`);
  await subject.press('Enter');
  await subject.fill(about);
  await region.getByRole('button', { name: /^From / }).click();

  await reply.fill(`El item llega mañana mismo y el stock es un stock.${said}`);
  await expect(page.getByRole('button', { name: '4 voice findings' })).toBeVisible();
  await expect(marks(page, 'error')).toHaveText(['mañana mismo']);
  await expect(marks(page, 'warning')).toHaveText(['item', 'stock', 'stock']);
  const [error, warning] = await Promise.all(
    (['error', 'warning'] as const).map((severity) =>
      marks(page, severity)
        .first()
        .evaluate((mark) => getComputedStyle(mark).textDecorationColor),
    ),
  );
  expect(error).not.toBe(warning);

  // The list says why, in the guide's own words, and mends with a click.
  await page.getByRole('button', { name: '4 voice findings' }).click();
  const list = page.getByRole('dialog', { name: '4 voice findings' });
  await expect(list.getByText("Mejor 'prenda' que 'item'.")).toBeVisible();
  await expect(list.getByText("No podemos prometer 'mañana mismo'.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await list.getByRole('button', { name: 'prenda', exact: true }).click();
  await expect(reply).toHaveValue(`El prenda llega mañana mismo y el stock es un stock.${said}`);
  await page.keyboard.press('Escape');

  // By keyboard, from the caret on; of two alike the one that is meant is set aside.
  await reply.press('Control+Home');
  await reply.press('Control+Shift+Period');
  await expect(reply).toHaveValue(`El prenda llega mañana mismo y el existencias es un stock.${said}`);
  await reply.press('Control+z');
  await expect(page.getByRole('button', { name: '3 voice findings' })).toBeVisible();
  await reply.evaluate((area: HTMLTextAreaElement) => {
    const place = area.value.lastIndexOf('stock');
    area.setSelectionRange(place, place);
  });
  await reply.press('Control+.');
  const card = page.getByRole('dialog', { name: 'What the voice guide says' });
  await card.getByRole('button', { name: 'Ignore once…' }).click();
  await card.getByRole('textbox').fill('Así se llama el almacén');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '2 voice findings' })).toBeVisible();
  await expect(marks(page, 'warning')).toHaveCount(1);

  // An error keeps it back; who may send all the same does.
  for (const box of await region.getByRole('checkbox').all()) await box.check();
  await reply.press('Control+Enter');
  await expect(region.getByRole('alert')).toContainText('Casa Retama');
  await region.getByRole('button', { name: 'Send all the same' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
});
