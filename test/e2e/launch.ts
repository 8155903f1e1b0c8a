import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';

const root = join(import.meta.dirname, '../..');
const standIn = join(root, 'test/support/electron-stand-in/electron');

/** The real binary where `install-electron` has fetched it; null means that the stand-in runs instead. */
export function realElectron(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const binary = join(folder, 'dist', readFileSync(name, 'utf8'));
  return existsSync(binary) ? binary : null;
}

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The workspace's folder. */
  readonly data: string;
  /** Everything that main and the core said on their outputs so far. */
  output(): string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** A folder of its own, removed afterwards, unless one is given. */
  readonly data?: string;
  /** More of the command line, for example a deep link. */
  readonly parameters?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The command that a person's system would run. */
export function desktopCommand(options: { data: string; parameters?: readonly string[] }): {
  command: string;
  parameters: string[];
} {
  const parameters = [root, '--data', options.data, ...(options.parameters ?? [])];
  return { command: realElectron() ?? standIn, parameters };
}

/** Opens the built desktop application on a workspace of its own and waits for its window. */
export async function launchDesktop(options: LaunchOptions = {}): Promise<Desktop> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'liaison-e2e-'));
  const { command, parameters } = desktopCommand({ ...options, data });
  const app = await _electron.launch({
    executablePath: command,
    args: parameters,
    cwd: root,
    env: { ...inherited(), ...options.env },
    timeout: 30_000,
  });
  let said = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'liaisonDesktop' in window && document.readyState === 'complete');
  return {
    app,
    page,
    data,
    output: () => said,
    async close() {
      // Nobody is there to answer what the program asks of who quits over a reply.
      await app.evaluate(({ dialog }) => {
        Object.assign(dialog, { showMessageBox: async () => ({ response: 0, checkboxChecked: false }) });
      });
      await app.close();
      if (options.data === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
