import type { Page } from 'playwright/test';
import type { ArrivingHost } from './host.ts';

/** What was done so far, to be counted again in the stores. */
export interface Done {
  rounds: number;
  searches: number;
  /** New mails that were let arrive. */
  messages: number;
  /** Sent from the composer; they wait in the outbox, for the server is not there. */
  replies: number;
  /** Conversations that were resolved in bulk. */
  resolved: number;
  failures: number;
  reasons: string[];
}

const views = ['unanswered', 'all', 'unassigned', 'resolved', 'waiting', 'mine'] as const;
const words = ['refund', 'parcel', 'late delivery', 'dvořák', 'the', 'warranty'] as const;
const tickedAtOnce = 3;
/** Milliseconds that a person looks at a list before anything is done with it. */
const glance = 700;
const mailsAtOnce = 20;

/** One round is what a person does in some seconds; every few rounds something comes on top. */
export function createRound(page: Page, host: ArrivingHost) {
  const done: Done = {
    rounds: 0,
    searches: 0,
    messages: 0,
    replies: 0,
    resolved: 0,
    failures: 0,
    reasons: [],
  };
  let scopes: readonly string[] = ['all'];

  /** One that is not open yet: to open that one changes nothing. An empty list has none. */
  async function openAnother(n: number): Promise<void> {
    const shut = await page.evaluate(() =>
      [...document.querySelectorAll('[role=listbox] [role=option]')].flatMap((row, index) =>
        row.getAttribute('aria-selected') === 'true' ? [] : [index],
      ),
    );
    const index = shut[n % shut.length];
    if (index === undefined) return;
    await within(
      page.evaluate((row) => window.bench.openRow(row), index),
      'open',
    );
  }

  async function switchTo(n: number): Promise<void> {
    const scope = scopes[n % scopes.length] ?? 'all';
    const field = page.getByRole('combobox', { name: /search/i }).first();
    await field.fill('');
    // What it suggests is a list with rows of its own.
    await field.blur();
    const place = `#/inbox/${scope}/${views[n % views.length]}`;
    await page.evaluate((hash) => void (location.hash = hash), place);
    // Two lists may begin with the same row, and some are empty: nothing that comes says that this one is there.
    await page.waitForTimeout(glance);
  }

  async function reply(n: number): Promise<void> {
    await switchTo(0);
    await openAnother(n * 5);
    const composer = page.locator('article textarea').last();
    if (!(await composer.isVisible())) await page.getByRole('button', { name: /^Reply as / }).click();
    await composer.click();
    await page.keyboard.type(`Thank you for writing to us, we look into it (${n}).`, { delay: 20 });
    await page.getByRole('button', { name: /^Send as / }).click();
    await page.getByRole('button', { name: 'Undo' }).first().waitFor();
    done.replies += 1;
    await page.keyboard.press('Escape');
  }

  async function search(n: number): Promise<void> {
    const field = page.getByRole('combobox', { name: /search/i }).first();
    await field.click();
    await page.keyboard.type(words[n % words.length] ?? 'refund', { delay: 30 });
    await page.locator('[role=listbox] [role=option] mark').first().waitFor();
    await field.fill('');
    await page.keyboard.press('Escape');
    done.searches += 1;
  }

  async function bulk(): Promise<void> {
    await switchTo(0);
    await page.getByRole('listbox').first().focus();
    const rows = page.locator('[role=listbox] [role=option]');
    for (let row = 0; row < tickedAtOnce; row += 1)
      await rows.nth(row + 4).click({ modifiers: ['ControlOrMeta'] });
    const bar = page.getByRole('region', { name: 'Ticked conversations' });
    const [ticked = 0] = ((await bar.getByRole('status').textContent()) ?? '').match(/\d+/) ?? [];
    await bar.getByRole('button', { name: 'Resolve' }).click();
    done.resolved += Number(ticked);
  }

  async function attempt(name: string, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      done.failures += 1;
      done.reasons.push(`${name}: ${String(error).split('\n')[0]}`);
      await page.keyboard.press('Escape');
    }
  }

  return {
    done,
    async work(): Promise<void> {
      const n = done.rounds;
      if (n === 0) {
        const clients = (await host.query('clients.list', null)) as { id: string }[];
        scopes = ['all', ...clients.map(({ id }) => id)];
      }
      await attempt('switch', () => switchTo(n));
      await attempt('open', () => openAnother(n));
      await page.waitForTimeout(400);
      if (n % 3 === 1) await attempt('search', () => search(n));
      if (n % 4 === 2) await attempt('reply', () => reply(n));
      if (n % 9 === 5) await attempt('bulk', bulk);
      if (n % 6 === 4) done.messages += await host.arrive({ client: n, mails: mailsAtOnce });
      done.rounds += 1;
    },
  };
}

const patienceMilliseconds = 8_000;

/** What the page waits for may never come; the script goes on. */
async function within<Result>(work: Promise<Result>, what: string): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${what}: nothing came`)), patienceMilliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
