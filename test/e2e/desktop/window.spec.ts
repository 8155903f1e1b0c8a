import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchDesktop, realElectron } from '../launch.ts';

const ids = {
  clientId: '019a0000-0000-7000-8000-000000000001',
  conversationId: '019a0000-0000-7000-8000-000000000002',
} as const;

interface StandIn {
  readonly standIn: { readonly journal: readonly (readonly unknown[])[] };
}

test('the window starts out of the way, closes to the tray where that was chosen, and lets nobody out over a reply', async () => {
  test.skip(realElectron() !== null, 'only the stand-in tells what main did');
  const data = mkdtempSync(join(tmpdir(), 'liaison-e2e-'));
  const { app, page, close } = await launchDesktop({ data, parameters: ['--minimised'] });
  try {
    const journal = () => app.evaluate((electron) => (electron as unknown as StandIn).standIn.journal);
    const shell = await app.browserWindow(page);
    await expect.poll(() => shell.evaluate((window) => window.isMinimized())).toBe(true);
    await page.getByRole('textbox').first().waitFor();

    for (const _ of ['opens it', 'brings it forward'])
      await page.evaluate((ref) => window.liaisonDesktop?.openWindow(ref as never), ids);
    const walls = () =>
      Promise.all(
        app.windows().map(async (each) => {
          const made = await app.browserWindow(each);
          return made.evaluate((window) => window?.webContents.getLastWebPreferences() ?? null);
        }),
      );
    await expect.poll(async () => (await walls()).filter(Boolean).length).toBe(2);
    const [desk, own] = await walls();
    expect(own).toEqual(desk);
    expect(own).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    // Each page tells main what its person has chosen when it opens; after that the test speaks for both.
    for (const each of app.windows()) await each.getByRole('textbox').first().waitFor();

    // A conversation that became part of another one: its window is the other one's now.
    const into = { ...ids, conversationId: ids.conversationId.replace(/2$/, '3') };
    const ownPage = app.windows().find((each) => each !== page);
    const ownShell = await app.browserWindow(ownPage ?? page);
    await ownPage?.evaluate((place) => {
      location.hash = place;
    }, `/window/${into.clientId}/${into.conversationId}`);
    await expect
      .poll(() => ownShell.evaluate((window) => window.webContents.getURL()))
      .toContain(into.conversationId);
    const forward = async () => (await journal()).filter(([what]) => what === 'focus').length;
    const before = await forward();
    await page.evaluate((ref) => window.liaisonDesktop?.openWindow(ref as never), into);
    await expect.poll(forward).toBe(before + 1);
    expect(app.windows()).toHaveLength(2);

    const choose = () =>
      page.evaluate(() =>
        window.liaisonDesktop?.setPreferences({
          language: 'en',
          theme: 'light',
          startMinimised: true,
          closeToTray: true,
        }),
      );
    await page.evaluate(() => {
      window.liaisonDesktop?.setStale(['Northwind']);
      window.liaisonDesktop?.setSpelling('es-AR');
      window.liaisonDesktop?.setSpelling('nothing; of the kind');
    });
    await expect.poll(journal).toContainEqual(['tray', 'Liaison\nNot up to date: Northwind']);
    await expect.poll(journal).toContainEqual(['spelling', 'es']);
    expect(await journal()).toContainEqual(['dictionaries', 'http://127.0.0.1:9/']);
    const kept = join(data, 'window', 'window.json');
    // A page that has just come to another conversation may still be telling what its person chose.
    await expect
      .poll(async () => {
        await choose();
        return existsSync(kept) ? readFileSync(kept, 'utf8') : '';
      })
      .toContain('"startMinimised": true');

    await shell.evaluate((window) => {
      window.show();
      window.close();
    });
    expect(await shell.evaluate((window) => [window.isDestroyed(), window.isVisible()])).toEqual([
      false,
      false,
    ]);
  } finally {
    await close();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
});
