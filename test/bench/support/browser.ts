import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright/test';
import { findChromium } from '../../../electron/hosts/chromium.ts';
import { watchPage, type PageWatch } from './page-watch.ts';

declare global {
  interface Window {
    bench: PageWatch;
  }
}

export interface BenchBrowser {
  /** A page that tells of itself. */
  newPage(): Promise<Page>;
  /** Of the process that draws the page: what it holds alone and its part of what it shares (PSS), in MB; NaN elsewhere than on Linux. */
  memory(): number;
  close(): Promise<void>;
}

/** Chromium with a profile on the disk: it keeps what it fetched and compiled, as that of a person does. */
export async function openBenchBrowser(): Promise<BenchBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium');
  const profile = mkdtempSync(join(tmpdir(), 'liaison-bench-chromium-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1440, height: 900 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  await browser.addInitScript(watchPage);
  return {
    newPage: () => browser.newPage(),
    memory: () => largestRenderer(profile),
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function largestRenderer(profile: string): number {
  if (process.platform !== 'linux') return Number.NaN;
  const sizes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => pssOf(pid, profile));
  return Math.max(...sizes);
}

/** Zero for what is no renderer of this profile, or has ended meanwhile. */
function pssOf(pid: string, profile: string): number {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (!command.includes('--type=renderer') || !command.includes(profile)) return 0;
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
