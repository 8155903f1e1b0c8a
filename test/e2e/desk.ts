import { mkdtempSync, rmSync } from 'node:fs';
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

/** Specs that use `desk` run in both projects, on the browser host and on the desktop. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({}, use, { project }) => {
    const data = mkdtempSync(join(tmpdir(), 'liaison-desk-'));
    const isDesktop = project.name === 'desktop';
    const opened = isDesktop ? await launchDesktop({ data }) : await openInBrowser(data);
    await use({ page: opened.page, data, host: isDesktop ? 'desktop' : 'browser' });
    await opened.close();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect } from 'playwright/test';

/** First run: a name, then the demo. */
export async function openDemo({ page }: Desk): Promise<void> {
  await page.getByRole('textbox').first().fill('Robin Vale');
  await page.getByRole('button', { name: /open the demo/i }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
}
