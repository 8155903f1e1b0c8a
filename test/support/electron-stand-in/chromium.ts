import { spawn, type ChildProcess } from 'node:child_process';
import { DevTools } from './devtools.ts';

export interface Chromium {
  readonly devTools: DevTools;
  /** Where Playwright connects as well. */
  readonly address: string;
  readonly pid: number | undefined;
  /** Ends the browser and everything it started. */
  end(): Promise<void>;
}

const gracefulMilliseconds = 1000;

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--password-store=basic',
  '--no-startup-window',
  '--remote-debugging-port=0',
  // beside the port, a pipe that nobody speaks on: its end is the browser's, however main ended
  '--remote-debugging-pipe',
  // one process and one protocol session for a window with all its frames
  '--disable-features=IsolateSandboxedIframes',
  '--disable-site-isolation-trials',
  // our addresses are answered before any look-up; nothing else is meant to be found
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts a browser of its own, in a process group of its own, and connects to it. */
export async function startChromium(options: { profile: string; language: string }): Promise<Chromium> {
  const visible = process.env['DISPLAY'] ? [] : ['--headless=new'];
  const program = process.env['STAND_IN_CHROMIUM'] ?? '/usr/bin/chromium';
  const parameters = [`--user-data-dir=${options.profile}`, `--lang=${options.language}`, ...visible];
  const browser = spawn(program, [...switches, ...parameters], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const killGroup = () => endGroup(browser);
  process.once('exit', killGroup);
  const address = await announced(browser);
  const devTools = await DevTools.connect(address);
  return {
    devTools,
    address,
    pid: browser.pid,
    async end() {
      await devTools.send('Browser.close').catch(() => undefined);
      await ended(browser);
      killGroup();
    },
  };
}

function announced(browser: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  browser.stderr?.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-4096);
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address) resolve(address);
  });
  browser.once('error', reject);
  browser.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
  return promise;
}

function ended(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, gracefulMilliseconds);
  browser.once('exit', () => {
    clearTimeout(timer);
    resolve();
  });
  return promise;
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
