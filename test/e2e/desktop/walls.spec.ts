import { expect } from 'playwright/test';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../../support/corpus.ts';
import { realElectron } from '../launch.ts';
import { test } from './fixture.ts';

test('the page is sandboxed and has no Node', async ({ desktop: { app, page } }) => {
  const shell = await app.browserWindow(page);
  const preferences = await shell.evaluate(({ webContents }) => {
    // undocumented, and the only place that says what the window was really made with
    const contents = webContents;
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const reachable = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  );
  expect(reachable).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.liaisonDesktop ?? {}).toSorted())).toEqual([
    'notify',
    'onCommand',
    'onCoreLost',
    'onDeepLink',
    'onFrameKey',
    'openExternal',
    'openWindow',
    'platform',
    'requestPort',
    'saveFile',
    'setBadge',
    'setPreferences',
    'setSpelling',
    'setStale',
  ]);
});

test('links leave through one gate, and only for the web', async ({ desktop: { app, page } }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, { openExternal: async (address: string) => opened.push(address) });
  });
  const answers = await page.evaluate(async () => {
    const addresses = [
      'https://example.com/a',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
    ];
    for (const address of addresses) window.open(address);
    const ask = (address: string) => window.liaisonDesktop?.openExternal(address);
    return Promise.all(
      ['http://example.com/b', 'ms-settings:', 'https://bank.example@evil.example/'].map(ask),
    );
  });
  expect(answers).toEqual([true, false, false]);
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toHaveLength(2);
  expect(new Set(await opened())).toEqual(new Set(['https://example.com/a', 'http://example.com/b']));
  expect(app.windows()).toHaveLength(1);
});

test('the window goes nowhere', async ({ desktop: { app, page } }) => {
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    location.href = new URL('/elsewhere', location.href).href;
  });
  const shell = await app.browserWindow(page);
  await expect
    .poll(() => shell.evaluate(({ webContents }) => webContents.getURL()))
    .toMatch(/^app:\/\/liaison\//);
  expect(page.url().split('#')[0]).toBe(before.split('#')[0]);
  expect(await page.evaluate(() => typeof window.liaisonDesktop)).toBe('object');
});

test('no permission is given, and nothing is fetched from outside', async ({ desktop: { page } }) => {
  const state = (name: 'geolocation' | 'camera' | 'microphone' | 'notifications') =>
    page.evaluate((asked) => navigator.permissions.query({ name: asked }).then((s) => s.state), name);
  expect(await state('geolocation')).toBe('denied');
  expect(await state('camera')).toBe('denied');
  expect(await state('microphone')).toBe('denied');
  const fetched = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'fetched',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
});

test('a script that is not ours does not run, and text does not become markup', async ({
  desktop: { page },
}) => {
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script');
    const attempts = {
      inline: () => script.append('document.documentElement.dataset.breached = "inline"'),
      markup: () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="document.title=1">'),
    };
    const threw = Object.entries(attempts).map(([name, attempt]) => {
      try {
        attempt();
        return [name, false];
      } catch {
        return [name, true];
      }
    });
    document.body.append(script);
    return { ...Object.fromEntries(threw), breached: document.documentElement.dataset['breached'] ?? null };
  });
  expect(outcome).toMatchObject({ markup: true, breached: null });
  // later, in the page's own time: what a debugger runs may always evaluate
  const evaluated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return "ran"')());
          } catch {
            resolve('refused');
          }
        });
      }),
  );
  expect(evaluated).toBe('refused');
  const policy = await page.evaluate(() =>
    fetch('/').then((answer) => answer.headers.get('content-security-policy')),
  );
  expect(policy).toContain("default-src 'none'; script-src 'self'");
});

test('the page itself breaks none of these rules', async ({ desktop: { page } }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('textbox').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what the page says in another shape is dropped', async ({ desktop: { app, page } }) => {
  test.skip(realElectron() !== null, 'only the stand-in tells what main did');
  test.skip(!hasCorpus, corpusIsAbsent);
  const { items } = readCorpus<{ items: { payload: unknown }[] }>('ipc', 'payloads.json');
  const payloads = [
    ...items.map(({ payload }) => payload),
    '/file/../../etc/passwd',
    '/mail/x',
    -1,
    1.5,
    'a'.repeat(10_000),
  ];
  const journal = () =>
    app.evaluate(
      (electron) => (electron as unknown as { standIn: { journal: unknown[][] } }).standIn.journal,
    );
  await page.getByRole('textbox').first().waitFor();
  await page.evaluate(() => window.liaisonDesktop?.setBadge(7));
  await expect.poll(journal).toContainEqual(['badge', 7]);
  const before = (await journal()).length;

  const opened = await page.evaluate(async (sent) => {
    const desktop = window.liaisonDesktop;
    if (!desktop) return [];
    for (const payload of sent as never[]) {
      desktop.notify(payload);
      if (payload !== 0) desktop.setBadge(payload);
      desktop.saveFile(payload);
      desktop.setPreferences(payload);
    }
    return Promise.all((sent as never[]).map((payload) => desktop.openExternal(payload)));
  }, payloads);
  expect(opened).toEqual(payloads.map(() => false));
  await page.evaluate(() => window.liaisonDesktop?.setBadge(8));
  await expect.poll(journal).toContainEqual(['badge', 8]);
  expect((await journal()).slice(before).map(([kind]) => kind)).toEqual(['badge', 'tray', 'tray-menu']);
});
