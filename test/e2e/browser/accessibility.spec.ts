import type { Locator, Page } from 'playwright/test';
import { violations } from '../axe.ts';
import { expect, test } from '../desk.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const rows = (page: Page) => page.getByRole('listbox', { name: 'Conversations' }).getByRole('option');
const article = (page: Page) => page.getByRole('article', { name: /^Conversation of / });

/** That axe finds nothing wrong with what stands there, in both themes; the mail in its frame is not ours to judge. */
async function look(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours that are on their way from one theme to the other are nobody's.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
    );
    const found = await violations(page, { tags: rules, exceptMail: true });
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}

/** A state, how one comes there, and how one leaves it. */
interface State {
  readonly name: string;
  come(page: Page): Promise<void>;
  /** What has come then; left, it is gone before the next one. */
  readonly shown: (page: Page) => Locator;
  leave?(page: Page): Promise<void>;
}
const escape = (page: Page) => page.keyboard.press('Escape');
const goTo = (place: string) => (page: Page) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);
const dialog = (page: Page) => page.getByRole('dialog').first();
const menu = (page: Page) => page.getByRole('menu').first();
const asked = (page: Page) => page.getByRole('textbox', { name: 'What do you want to do?' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Search results' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const tag = (page: Page) => page.getByRole('textbox', { name: 'Tag' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true });

/** Opens what an action of the palette opens. */
const byPalette = (words: string) => async (page: Page) => {
  await page.keyboard.press('Control+k');
  await expect(asked(page)).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(asked(page)).toBeHidden();
};

const inConversation: readonly State[] = [
  { name: 'a conversation', come: (page) => article(page).waitFor(), shown: article },
  { name: 'the palette', come: (page) => page.keyboard.press('Control+k'), shown: asked, leave: escape },
  { name: 'the keys', come: (page) => page.keyboard.press('?'), shown: dialog, leave: escape },
  { name: 'the statuses', come: (page) => page.keyboard.press('s'), shown: menu, leave: escape },
  { name: 'the people to assign to', come: (page) => page.keyboard.press('a'), shown: menu, leave: escape },
  {
    name: 'tags',
    come: (page) => page.keyboard.press('t'),
    shown: tag,
    async leave(page) {
      await escape(page);
      // A key that is pressed before the keyboard is back is still the field's.
      await expect(page.getByRole('button', { name: 'Add a tag' })).toBeFocused();
    },
  },
  { name: 'snoozing', come: (page) => page.keyboard.press('b'), shown: dialog, leave: escape },
  { name: 'a new message', come: (page) => page.keyboard.press('c'), shown: dialog, leave: escape },
  { name: 'the customer edited', come: byPalette('Edit the customer'), shown: dialog, leave: escape },
  { name: 'a merge', come: byPalette('Merge with another'), shown: dialog, leave: escape },
  {
    name: 'the views',
    come: (page) => page.getByRole('button', { name: 'Unanswered', exact: true }).click(),
    shown: menu,
    leave: escape,
  },
  {
    name: 'ticked conversations',
    come: async (page) => {
      for (const at of [1, 2])
        await rows(page)
          .nth(at)
          .click({ modifiers: ['ControlOrMeta'] });
    },
    shown: (page) => page.getByRole('region', { name: 'Ticked conversations' }),
    leave: (page) => page.getByRole('button', { name: 'Untick all' }).click(),
  },
  {
    name: 'what can be searched for',
    come: async (page) => {
      await page.keyboard.press('/');
      await suggestions(page).waitFor();
      await page.keyboard.press('ArrowDown');
    },
    shown: suggestions,
    leave: escape,
  },
  {
    name: 'search results',
    come: (page) => page.getByRole('combobox', { name: 'Search all messages' }).fill('has:attachment'),
    shown: (page) => results(page).getByRole('option').first(),
  },
  {
    name: 'a conversation with a file',
    come: async (page) => {
      await results(page).getByRole('option').first().click();
      await page.getByRole('button', { name: 'Clear the search' }).click();
    },
    shown: (page) => page.getByRole('list', { name: 'Attachments' }).first(),
  },
  {
    name: 'a note',
    come: async (page) => {
      await article(page)
        .focus()
        .catch(() => undefined);
      await page.getByRole('button', { name: 'Add a note' }).click();
    },
    shown: note,
    leave: escape,
  },
  {
    name: 'a reply',
    come: async (page) => {
      await page.getByRole('button', { name: /^(Reply|Continue) as / }).click();
      await reply(page).fill('Thank you for your patience.');
    },
    shown: reply,
  },
];

const places: readonly (readonly [name: string, place: string])[] = [
  ['the outbox', '/outbox'],
  ['quality', '/quality'],
  ['reports', '/reports'],
  ['clients', '/clients'],
  ['a new client', '/clients/new'],
  ['settings', '/settings'],
];

test.describe.configure({ timeout: 300_000 });

test('every state of the inbox passes axe at WCAG 2.2 AA, in both themes', async ({ demo: { page } }) => {
  await expect(rows(page).first()).toBeVisible();
  await look(page, 'the queue');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('complementary', { name: 'Customer' }).getByRole('heading').first(),
  ).toBeVisible();
  for (const { name, come, shown, leave } of inConversation) {
    await come(page);
    await expect(shown(page)).toBeVisible();
    await look(page, name);
    await leave?.(page);
    if (leave) await expect(shown(page)).toBeHidden();
  }
});

test('every other screen passes axe at WCAG 2.2 AA, in both themes', async ({ demo: { page } }) => {
  await expect(rows(page).first()).toBeVisible();
  for (const [name, place] of places) {
    await goTo(place)(page);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await look(page, name);
  }
  await page.getByRole('button', { name: 'Change the key of Reply', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
  await look(page, 'a key recorded');
  await escape(page);
  // A client's own places: its page, its mailbox, its voice.
  await goTo('/clients')(page);
  await page
    .getByRole('link', { name: /Casa Retama/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { name: 'Fields of customers' })).toBeVisible();
  await look(page, 'a client');
  await page.getByRole('navigation').getByRole('link', { name: 'Voice' }).click();
  await expect(page.getByRole('heading').first()).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await look(page, `voice, ${await tab.textContent()}`);
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Routines' }).click();
  for (const [tab, add] of [
    ['Fields', 'Add a field'],
    ['Macros', 'New macro'],
    ['Rules', 'New rule'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('button', { name: add }).click();
    await look(page, `routines, ${tab}`);
    if (tab === 'Macros') await escape(page);
  }
});

test('with more contrast, in forced colours, in Arabic and at twice the size nothing is lost', async ({
  demo: { page },
}) => {
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await article(page).waitFor();
  await page.emulateMedia({ contrast: 'more' });
  await look(page, 'more contrast');
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  await look(page, 'forced colours');
  await page.emulateMedia({ forcedColors: null });
  await goTo('/settings')(page);
  await page.getByText('العربية', { exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  await look(page, 'Arabic');
  await page.getByText('English', { exact: true }).click();
  // 200 % of 1280 × 900 (WCAG 1.4.4, 1.4.10).
  await page.setViewportSize({ width: 640, height: 450 });
  for (const [name, place] of [...places, ['the queue', '/inbox/all/all'] as const]) {
    await goTo(place)(page);
    await expect(page.getByRole('heading').first()).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([name, over]).toEqual([name, 0]);
    await look(page, `${name} at 200 %`);
  }
});

test('in a narrow window what slides over takes the keyboard, and gives it back', async ({
  demo: { page },
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'Conversations' });
  const show = page.getByRole('button', { name: 'Show the queue' });
  await tabTo(page, show);
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
  await look(page, 'the queue over a conversation');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(show).toBeFocused();

  await page.keyboard.press('i');
  const pane = page.getByRole('complementary', { name: 'Customer' });
  await expect(page.getByRole('button', { name: 'Close this pane' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(asked(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asked(page)).toBeHidden();
  await expect(pane).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(show).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  // The button that brought it is gone with its conversation.
  const focused = page.locator(':focus');
  await expect(focused.filter({ has: article(page) })).toBeVisible();
});

/** Goes there as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('no way there by Tab');
}

test('the main job, by keyboard alone: find, answer, take back, merge, undo, and put keys elsewhere', async ({
  demo: { page },
}) => {
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(article(page)).toBeVisible();
  const first = page.url();

  await page.keyboard.press('r');
  await expect(reply(page)).toBeFocused();
  await page.keyboard.type('Thank you for telling us.');
  await page.keyboard.press('Control+k');
  const offered = page.getByRole('dialog').getByRole('button');
  await expect(offered.first()).toHaveText(/^Send as /);
  await page.keyboard.press('Escape');
  await expect(reply(page)).toBeFocused();
  await page.keyboard.type(' We look at it today.');
  for (const box of await page
    .getByRole('region', { name: /^Reply as / })
    .getByRole('checkbox')
    .all()) {
    await tabTo(page, box);
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.keyboard.press('z');
  await expect(reply(page)).toHaveValue('Thank you for telling us. We look at it today.');
  expect(page.url()).toBe(first);

  await page.keyboard.press('Escape');
  await byPalette('Merge with another')(page);
  await expect(page.getByRole('textbox', { name: 'Name or address' })).toBeFocused();
  await page.keyboard.type('a');
  const candidate = page.getByRole('dialog').getByRole('list').getByRole('button').first();
  await expect(candidate).toBeVisible();
  await tabTo(page, candidate);
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary', { name: 'Customer' });
  const apart = pane.getByRole('button', { name: /^Take apart: / });
  await expect(apart).toBeVisible();
  await tabTo(page, apart);
  await page.keyboard.press('Enter');
  await expect(apart).toBeHidden();

  await page.keyboard.press('/');
  await page.keyboard.type('sta');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('res');
  await expect(page.getByRole('option', { name: /status:resolved/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search all messages' })).toHaveValue('status:resolved ');
  await expect(
    page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await byPalette('Choose a view')(page);
  await page.getByRole('menuitem', { name: 'New view…' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Late parcels');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Late parcels' })).toBeVisible();
  const view = page.url();
  await byPalette('View: Mine')(page);
  await expect(page).toHaveURL(/\/mine$/);
  await byPalette('Late parcels')(page);
  await expect(page).toHaveURL(view);

  await tabTo(page, page.getByRole('listbox', { name: 'Conversations' }));
  await page.keyboard.press('Control+,');
  const set = page.getByRole('radiogroup', { name: 'Set of keys' });
  await expect(set).toBeVisible();
  await tabTo(page, set.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('listitem').filter({ hasText: 'Add a tag' })).toContainText('L');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect.poll(() => page.url()).toContain('/inbox/all/');
});
