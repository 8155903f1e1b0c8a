import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright/test';
import { findChromium } from '../../electron/hosts/chromium.ts';

const root = join(import.meta.dirname, '../..');
/** A busy machine builds nothing here; it only starts. */
const startMilliseconds = 30_000;

export interface RunningHost {
  /** With the token in its fragment. */
  readonly address: string;
  output(): string;
  stop(): Promise<void>;
}

/** The built loopback host on a workspace, as `npm start -- --headless` runs it. */
export async function startHost(
  data: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningHost> {
  const entry = join(root, 'out/main/loopback.js');
  const child = spawn(process.execPath, [entry, '--headless', '--data', data], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = await waitForAddress(child, () => said);
  return {
    address,
    output: () => said,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function waitForAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`the host did not start: ${said()}`));
    const timer = setTimeout(fail, startMilliseconds);
    child.on('exit', fail);
    child.stdout?.on('data', () => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(said())?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

/** The system's Chromium without a window and without looking for the network. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('the end-to-end tests need Chromium');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** Liaison on the built loopback host, in a context of its own of the browser, which stays open afterwards. */
export async function openInBrowser(
  data: string,
  browser: Browser,
): Promise<{ page: Page; close(): Promise<void> }> {
  const host = await startHost(data);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(host.address);
  return {
    page,
    async close() {
      await context.close();
      await host.stop();
    },
  };
}
