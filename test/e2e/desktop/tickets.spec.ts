import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, type Page } from 'playwright/test';
import { ticketAddress } from '../../../electron/shared/desktop.ts';
import type { Client } from '../../../electron/shared/clients.ts';
import { aClient } from '../../support/a-client.ts';
import { openDemo } from '../desk.ts';
import { realElectron } from '../launch.ts';
import { test } from './fixture.ts';
import { askCore } from './page-port.ts';

/** The first run, on a machine without a keychain. */
async function addClient(page: Page): Promise<Client> {
  const ask = (path: string, input: unknown) => askCore<never>(page, { type: 'mutation', path, input });
  await ask('workspace.begin', { name: 'Ada', language: 'en' });
  await ask('vault.choosePassphrase', { passphrase: 'a long enough passphrase' });
  return ask('clients.add', aClient());
}

/** Shows an address in a frame as the page shows mail; gives the words that are in it. */
async function showFrame(page: Page, address: string): Promise<string> {
  const name = `frame-${Math.random()}`;
  await page.evaluate(
    ({ source, title }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.name = title;
        frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
        frame.addEventListener('load', resolve);
        frame.src = source;
        document.body.append(frame);
      }),
    { source: address, title: name },
  );
  const content = page.frameLocator(`iframe[name="${name}"]`);
  return (
    (await content
      .locator('body')
      .textContent({ timeout: 3000 })
      .catch(() => '')) ?? ''
  );
}

test('a shortcut pressed in a frame without scripts reaches the page, and what copies there does not', async ({
  desktop: { app, page },
}) => {
  await openDemo({ page });
  const heard = await page.evaluateHandle(() => {
    const strokes: string[] = [];
    window.addEventListener('keydown', ({ key, ctrlKey }) => strokes.push(`${ctrlKey} ${key}`));
    return strokes;
  });
  const shell = await app.browserWindow(page);
  const press = (key: string, inFrame: boolean) =>
    shell.evaluate(
      ({ webContents }, [pressed, parent]) => {
        Object.defineProperty(webContents, 'focusedFrame', { configurable: true, value: { parent } });
        webContents.emit(
          'before-input-event',
          {},
          { type: 'keyDown', key: pressed, code: '', control: true },
        );
      },
      [key, inFrame ? {} : null] as const,
    );
  await press('j', false);
  await press('c', true);
  await press('k', true);
  await expect.poll(() => heard.jsonValue()).toEqual(['true k']);
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
});

test('a mail is shown once, runs nothing, loads nothing, and its links leave through the gate', async ({
  desktop,
}) => {
  const { app, page } = desktop;
  const canary = createServer((socket) => socket.destroy());
  let connections = 0;
  canary.on('connection', () => (connections += 1));
  canary.listen(0, '127.0.0.1');
  await once(canary, 'listening');
  const tracker = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, { openExternal: async (address: string) => opened.push(address) });
  });

  const client = await addClient(page);
  const html = `<body><p>Dear desk</p><a href="https://example.com/in-mail" target="_blank" rel="noopener">a link</a>
    <script>document.body.append('breached')</script><img src="${tracker}/pixel">
    <style>@import '${tracker}/import'; body { background: url(${tracker}/style) } @font-face { font-family: x; src: url(${tracker}/font) }</style></body>`;
  const { path } = await askCore<{ path: string }>(page, {
    type: 'mutation',
    path: 'conversations.frame',
    input: { clientId: client.id, html },
  });
  const address = ticketAddress(path, true);
  const words = await showFrame(page, address);
  expect(words).toContain('Dear desk');
  expect(await page.frameLocator('iframe').last().locator('body').innerText()).not.toContain('breached');

  await page.frameLocator('iframe').last().getByRole('link').click();
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual(['https://example.com/in-mail']);
  expect(await showFrame(page, address)).not.toContain('Dear desk');
  await expect.poll(() => app.windows().length).toBe(1);
  canary.close();
  expect(connections).toBe(0);
});

test('a report is printed by a window that nobody sees, and saved', async ({ desktop: { app, page } }) => {
  test.skip(realElectron() !== null, 'the real application asks a person where to save');
  const client = await addClient(page);
  const input = { clientId: client.id, from: '2026-01-01', to: '2026-01-31', format: 'pdf', language: 'en' };
  const { path } = await askCore<{ path: string }>(page, { type: 'mutation', path: 'reports.export', input });
  await page.evaluate((ticket) => window.liaisonDesktop?.saveFile(ticket), path);
  const saved = () =>
    app.evaluate((electron) => {
      const { journal } = (electron as unknown as { standIn: { journal: unknown[][] } }).standIn;
      return journal.find(([kind]) => kind === 'download')?.map((part) => String(part).slice(0, 200));
    });
  await expect
    .poll(saved)
    .toEqual([
      'download',
      '200',
      expect.stringContaining('attachment; filename='),
      expect.stringMatching(/^%PDF-/),
    ]);
});
