import { expect, test } from '../desk.ts';

const notes = 70;

test('a long conversation is all there a moment after what one sees first, which stays where it is', async ({
  demo: { page },
}) => {
  await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().click();
  const cards = page.locator('article section[data-kind]');
  const begun = page.locator('article section[data-kind=outbound]').last();
  await expect(begun).toBeInViewport();
  const before = await cards.count();
  const address = page.url();
  await page.evaluate(async (count) => {
    const [conversationId, clientId] = location.hash.split('/').toReversed();
    for (let n = 1; n <= count; n += 1)
      await fetch('/api/rpc', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${sessionStorage.getItem('liaison.token')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          id: n,
          method: 'mutation',
          params: {
            path: 'conversations.note',
            input: { clientId, conversationId, text: `Word ${n} of many` },
          },
        }),
      });
  }, notes);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(begun).toBeInViewport();
  await expect(cards).toHaveCount(before + notes);
  await expect(begun).toBeInViewport();
  await expect(page.getByText(`Word ${notes} of many`)).toBeAttached();
});
