import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as base } from 'playwright/test';
import { launchChromium, startHost } from './browser-host.ts';
import { launchDesktop } from './launch.ts';

/** Liaison open in front of somebody, whatever the host. */
export interface Desk {
  readonly page: Page;
  /** The workspace's folder. */
  readonly data: string;
  readonly host: 'browser' | 'desktop';
}

async function openInBrowser(data: string) {
  const host = await startHost(data);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(host.address);
  return {
    page,
    async close() {
      await browser.close();
      await host.stop();
    },
  };
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'liaison-desk-'));
const removeFolder = (data: string) => rmSync(data, { recursive: true, force: true, maxRetries: 5 });

interface Sitting {
  readonly project: string;
  use(desk: Desk): Promise<void>;
}

async function sitAt(data: string, { project, use }: Sitting): Promise<void> {
  const isDesktop = project === 'desktop';
  const opened = isDesktop ? await launchDesktop({ data }) : await openInBrowser(data);
  await use({ page: opened.page, data, host: isDesktop ? 'desktop' : 'browser' });
  await opened.close();
  removeFolder(data);
}

/** Specs that use `desk` or `demo` run in both projects, on the browser host and on the desktop. */
export const test = base.extend<{ desk: Desk; demo: Desk }, { filledWorkspace: string }>({
  /** Before the first run. */
  desk: async ({}, use, { project }) => sitAt(newFolder(), { project: project.name, use }),
  /** Robin Vale before the demo, whose eight weeks are told once: each test has a copy of its own. */
  demo: async ({ filledWorkspace }, use, { project }) => {
    const data = newFolder();
    cpSync(filledWorkspace, data, { recursive: true });
    await sitAt(data, { project: project.name, use });
  },
  filledWorkspace: [
    async ({}, use) => {
      const data = newFolder();
      const { page, close } = await openInBrowser(data);
      await openDemo({ page });
      await close();
      await use(data);
      removeFolder(data);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from 'playwright/test';

/** First run: a name, then the demo. */
export async function openDemo({ page }: Pick<Desk, 'page'>): Promise<void> {
  await page.getByRole('textbox').first().fill('Robin Vale');
  await page.getByRole('button', { name: /open the demo/i }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
}
