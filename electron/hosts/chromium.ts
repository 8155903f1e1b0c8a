import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrintPdf } from '../core/ports.ts';
import { LiaisonError } from '../shared/errors.ts';

/** A report of a hundred pages prints in seconds; longer means that the browser hangs. */
const printTimeoutMilliseconds = 60_000;

const names: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** An installed browser of the Chromium family, or null. */
export function findChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names[process.platform] ?? []) {
    const candidates =
      name.includes('/') || name.includes('\\') ? [name] : folders.map((folder) => join(folder, name));
    const found = candidates.find((path) => existsSync(path));
    if (found) return found;
  }
  return null;
}

/** Prints with an installed Chromium, without network. Rejects with `pdf-unavailable` where there is none. */
export const printWithChromium: PrintPdf = async (html) => {
  const browser = findChromium();
  if (!browser) throw new LiaisonError('pdf-unavailable');
  const folder = await mkdtemp(join(tmpdir(), 'liaison-print-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    await writeFile(page, html, { mode: 0o600 });
    await runBrowser(browser, [
      ...quietFlags(),
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    return await readFile(pdf);
  } catch (cause) {
    throw new LiaisonError('pdf-unavailable', { cause });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** Chromium refuses its sandbox to root; the page printed is our own and has no scripts. */
function quietFlags(): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...asRoot,
    '--headless=new',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ];
}

function runBrowser(browser: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, parameters, { stdio: 'ignore', timeout: printTimeoutMilliseconds });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`browser ended with ${code}`))));
  });
}
