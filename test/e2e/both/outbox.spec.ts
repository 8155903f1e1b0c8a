import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';

const words = 'Thank you, we shall see to it.';

test('what was sent waits in the outbox, is taken back from there, and is written in one window at a time', async ({
  demo: desk,
}) => {
  test.slow();
  const { page } = desk;
  const reply = page.getByRole('textbox', { name: 'Reply', exact: true });
  await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().click();
  await page.getByRole('button', { name: /^Reply as / }).click();
  await reply.fill(words);
  for (const item of await page.getByRole('checkbox').all()) await item.check();
  const sent = await page.evaluate(() => location.hash);
  await page.getByRole('button', { name: /^Send as / }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(sent);

  await page.getByRole('link', { name: /^Outbox/ }).click();
  const waiting = page.getByRole('region', { name: /^Waiting to leave/ });
  await expect(waiting.getByRole('listitem').getByRole('status')).toContainText(/^Leaves /);
  await expect(page.getByRole('region', { name: 'Channels' }).getByRole('row')).toHaveCount(4);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(reply).toHaveValue(words);

  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open in a window of its own' }).click();
  const own = await opening;
  await expect(own.getByText('This reply is being written in another window.')).toBeVisible();
  await expect(own.getByRole('navigation')).toHaveCount(0);
  await own.getByRole('button', { name: 'Write here instead' }).click();
  await expect(own.getByRole('textbox', { name: 'Reply', exact: true })).toHaveValue(words);
  await expect(reply).toBeHidden();
  await page.getByRole('button', { name: /^Reply as |^Continue / }).click();
  await expect(page.getByText('This reply is being written in another window.')).toBeVisible();
  await own.close();
  await expect(reply).toHaveValue(words);
});
