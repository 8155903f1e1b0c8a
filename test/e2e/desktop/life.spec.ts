import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication } from 'playwright/test';
import { lockWorkspace } from '../../../electron/core/store/workspace/workspace-lock.ts';
import type { ClientId, ConversationId } from '../../../electron/shared/ids.ts';
import { words } from '../../../electron/hosts/words.ts';
import { desktopCommand, launchDesktop, realElectron } from '../launch.ts';
import { test } from './fixture.ts';
import { countPorts, expectPorts } from './page-port.ts';

const ids = {
  clientId: '019a0000-0000-7000-8000-000000000001' as ClientId,
  conversationId: '019a0000-0000-7000-8000-000000000002' as ConversationId,
};
const conversation = `liaison://conversation/${ids.clientId}/${ids.conversationId}`;

/** The core's process id; the shell has no other utility process of ours. */
const corePids = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(({ app: application }) => {
    const utilities = application.getAppMetrics().filter((process) => process.type === 'Utility');
    return utilities
      .filter(({ name }) => name === undefined || name === 'Liaison core')
      .map(({ pid }) => pid);
  });

test('a core that dies is started again and the page is handed a new port', async ({
  desktop: { app, page },
}) => {
  await countPorts(page);
  await page.evaluate(() => {
    window.liaisonDesktop?.onCoreLost(() => (document.documentElement.dataset['lost'] = 'yes'));
    window.liaisonDesktop?.requestPort();
  });
  await expectPorts(page, 1);
  const [first] = await corePids(app);
  process.kill(first ?? 0, 'SIGKILL');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['lost'])).toBe('yes');
  await expect.poll(async () => (await corePids(app))[0] ?? first).not.toBe(first);
  const before = await page.evaluate(() => Number(document.documentElement.dataset['ports']));
  await page.evaluate(() => window.liaisonDesktop?.requestPort());
  await expectPorts(page, before + 1);
});

test('a second instance ends at once, and the first one follows its link', async ({
  desktop: { app, page, data },
}) => {
  await countPorts(page);
  await page.evaluate(() => {
    window.liaisonDesktop?.onDeepLink(
      (link) => (document.documentElement.dataset['link'] = JSON.stringify(link)),
    );
    window.liaisonDesktop?.requestPort();
  });
  await expectPorts(page, 1);
  const shell = await app.browserWindow(page);
  await shell.evaluate((shown) => shown.minimize());
  const { command, parameters } = desktopCommand({ data, parameters: [conversation] });
  const second = spawn(command, parameters, { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  const link = () => page.evaluate(() => document.documentElement.dataset['link'] ?? 'null');
  await expect
    .poll(async () => JSON.parse(await link()) as unknown)
    .toEqual({ kind: 'conversation', ...ids });
  expect(await shell.evaluate((shown) => shown.isMinimized())).toBe(false);
});

test('the menu speaks the language of the operator', async ({ desktop: { app, page } }) => {
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  // the page says its own wish once it knows the operator: ours must be the last word
  await expect(async () => {
    await page.evaluate(() => window.liaisonDesktop?.setPreferences({ language: 'ar', theme: 'dark' }));
    expect(await labels()).toEqual(expect.arrayContaining(['تحرير', 'عرض', 'نافذة', 'مساعدة']));
  }).toPass();
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});

test('what is chosen in the menu reaches the page', async ({ desktop: { app, page } }) => {
  await page.evaluate(() => {
    window.liaisonDesktop?.onCommand((command) => (document.documentElement.dataset['command'] = command));
  });
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('shortcuts')?.click());
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['command'])).toBe('shortcuts');
});

test('the window comes back where it was, and the workspace was let go', async () => {
  const data = mkdtempSync(join(tmpdir(), 'liaison-e2e-'));
  try {
    const first = await launchDesktop({ data });
    const shown = await first.app.browserWindow(first.page);
    await shown.evaluate((window) => window.setBounds({ x: 40, y: 50, width: 1000, height: 700 }));
    // Kept without being closed: what is killed closes nothing.
    const kept = join(data, 'window', 'window.json');
    await expect.poll(() => (existsSync(kept) ? readFileSync(kept, 'utf8') : '')).toContain('1000');
    await first.close();

    const second = await launchDesktop({ data });
    await countPorts(second.page);
    await second.page.evaluate(() => window.liaisonDesktop?.requestPort());
    await expectPorts(second.page, 1);
    const again = await second.app.browserWindow(second.page);
    expect(await again.evaluate((window) => window.getBounds())).toMatchObject({ width: 1000, height: 700 });
    await second.close();
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a workspace that another host holds is refused in words, not opened twice', async () => {
  test.skip(realElectron() !== null, 'the real dialog waits for a person');
  const data = mkdtempSync(join(tmpdir(), 'liaison-e2e-'));
  const letGo = lockWorkspace(data);
  try {
    const { command, parameters } = desktopCommand({ data });
    const desktop = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    desktop.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(desktop, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(said).toContain('Liaison could not start');
    expect(said).toContain(words.of('en', 'errors')('workspace-in-use', { folder: data }));
  } finally {
    letGo();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** What only the stand-in has. */
interface StandIn {
  readonly standIn: { readonly journal: readonly (readonly unknown[])[] };
  readonly Notification: { readonly last: { emit(name: string): void } | null };
}

test('a notification brings its conversation, a badge reaches the tray', async ({
  desktop: { app, page },
}) => {
  test.skip(realElectron() !== null, 'nobody can click a native notification here');
  await page.evaluate(
    ([clientId, conversationId]) => {
      window.liaisonDesktop?.onDeepLink(
        (link) => (document.documentElement.dataset['link'] = JSON.stringify(link)),
      );
      window.liaisonDesktop?.setBadge(3);
      window.liaisonDesktop?.notify({
        title: 'Northwind',
        body: 'One new mail',
        open: { clientId, conversationId },
      });
    },
    [ids.clientId, ids.conversationId] as const,
  );
  const journal = () => app.evaluate((electron) => (electron as unknown as StandIn).standIn.journal);
  await expect.poll(journal).toContainEqual(['notification', 'Northwind', 'One new mail']);
  expect(await journal()).toContainEqual(['badge', 3]);
  expect(await journal()).toContainEqual(['tray', 'Liaison: 3 conversations wait']);
  await app.evaluate((electron) => (electron as unknown as StandIn).Notification.last?.emit('click'));
  const link = () => page.evaluate(() => document.documentElement.dataset['link'] ?? 'null');
  await expect
    .poll(async () => JSON.parse(await link()) as unknown)
    .toEqual({ kind: 'conversation', ...ids });
});
