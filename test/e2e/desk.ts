import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, test as base } from 'playwright/test';
import { launchChromium, openInBrowser } from './browser-host.ts';
import { launchDesktop } from './launch.ts';

/** Liaison open in front of somebody, whatever the host. */
export interface Desk {
  readonly page: Page;
  /** The workspace's folder. */
  readonly data: string;
  readonly host: 'browser' | 'desktop';
}

/** The variable of the environment that names the folder of the demo (`fill-workspace.ts`). */
export const filledWorkspace = 'LIAISON_FILLED_WORKSPACE';

const newFolder = () => mkdtempSync(join(tmpdir(), 'liaison-desk-'));
const removeFolder = (data: string) => rmSync(data, { recursive: true, force: true, maxRetries: 5 });

/** A browser that is there already, or is started now. */
type StartBrowser = () => Promise<Browser>;

interface Sitting {
  readonly project: string;
  readonly startBrowser: StartBrowser;
  use(desk: Desk): Promise<void>;
}

async function sitAt(data: string, { project, startBrowser, use }: Sitting): Promise<void> {
  const isDesktop = project === 'desktop';
  const opened = isDesktop ? await launchDesktop({ data }) : await openInBrowser(data, await startBrowser());
  await use({ page: opened.page, data, host: isDesktop ? 'desktop' : 'browser' });
  await opened.close();
  removeFolder(data);
}

/** Specs that use `desk` or `demo` run in both projects, on the browser host and on the desktop. */
export const test = base.extend<{ desk: Desk; demo: Desk }, { startBrowser: StartBrowser }>({
  /** Before the first run. */
  desk: async ({ startBrowser }, use, { project }) =>
    sitAt(newFolder(), { project: project.name, startBrowser, use }),
  /** Robin Vale before the demo: each test has a copy of its own. */
  demo: async ({ startBrowser }, use, { project }) => {
    const data = newFolder();
    cpSync(process.env[filledWorkspace] ?? '', data, { recursive: true });
    await sitAt(data, { project: project.name, startBrowser, use });
  },
  /** One browser serves a worker's tests, each in a context of its own; the desktop brings its own. */
  startBrowser: [
    async ({}, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => (browser ??= launchChromium()));
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from 'playwright/test';

/** First run: a name, then the demo. */
export async function openDemo({ page }: Pick<Desk, 'page'>): Promise<void> {
  await page.getByRole('textbox').first().fill('Robin Vale');
  await page.getByRole('button', { name: /open the demo/i }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
}
