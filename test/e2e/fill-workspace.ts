import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, openInBrowser } from './browser-host.ts';
import { filledWorkspace, openDemo } from './desk.ts';

/** Tells the demo's eight weeks once for all tests, each of which copies them; gives what takes them away again. */
export default async function fillWorkspace(): Promise<() => void> {
  const data = mkdtempSync(join(tmpdir(), 'liaison-filled-'));
  const browser = await launchChromium();
  const desk = await openInBrowser(data, browser);
  await openDemo(desk);
  await desk.close();
  await browser.close();
  process.env[filledWorkspace] = data;
  return () => rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
