import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { application } from './application-events.ts';
import { applicationFolder, mainModule } from './application-folder.ts';
import { pathNamed, setPath } from './application-paths.ts';
import { BrowserWindow } from './browser-window.ts';
import { browser } from './browser.ts';
import { note } from './journal.ts';
import { preventable } from './preventable.ts';
import { takeInstanceLock } from './single-instance.ts';
import { followTargets } from './targets.ts';
import { endUtilityProcesses, utilityMetrics } from './utility-process.ts';

const patienceMilliseconds = 2000;

type Offered =
  | 'isPackaged'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getPath'
  | 'setPath'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setBadgeCount'
  | 'setAsDefaultProtocolClient'
  | 'focus';

const packageFile = (): { name: string; productName?: string; version: string } =>
  JSON.parse(readFileSync(join(applicationFolder.get(), 'package.json'), 'utf8')) as ReturnType<
    typeof packageFile
  >;

let ending = false;

const getName = (): string => packageFile().productName ?? packageFile().name;
const getPath: App['getPath'] = (name) => pathNamed(name, getName());

const offered = {
  isPackaged: false,
  getName,
  getVersion: () => packageFile().version,
  getAppPath: () => applicationFolder.get(),
  getLocale: () => process.env['STAND_IN_LOCALE'] ?? 'en-US',
  getPath,
  setPath,
  isReady: () => application.isReady,
  whenReady: () => application.ready,
  enableSandbox() {},
  setBadgeCount: (badge) => (note('badge', badge), true),
  setAsDefaultProtocolClient: (scheme) => (note('scheme', scheme), true),
  focus() {},
  requestSingleInstanceLock: () =>
    takeInstanceLock(getPath('userData'), (parameters) => {
      application.emit('second-instance', {}, parameters, process.cwd(), null);
    }),
  quit() {
    if (!allowed('before-quit')) return;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    if (BrowserWindow.getAllWindows().length > 0) return;
    setImmediate(() => {
      if (!ending && allowed('will-quit')) void end(0);
    });
  },
  exit: (code = 0) => void end(code),
} satisfies Pick<App, Offered>;

/** Of Electron's figures only what tells a process from another. */
const getAppMetrics = utilityMetrics;

const commandLine = { appendSwitch: (name: string, value?: string) => note('switch', name, value) };

export const app = Object.assign(application, offered, { commandLine, getAppMetrics });

function allowed(name: 'before-quit' | 'will-quit'): boolean {
  const event = preventable({});
  application.emit(name, event);
  return !event.defaultPrevented;
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await browser.end();
  await endUtilityProcesses(patienceMilliseconds);
  process.exit(code);
}

application.on('last-window-closed', () => {
  if (ending) return;
  if (application.listenerCount('window-all-closed') > 0) application.emit('window-all-closed');
  else app.quit();
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());

async function begin(): Promise<void> {
  await mainModule.whenLoaded;
  if (ending) return;
  const profile = join(app.getPath('userData'), 'chromium');
  mkdirSync(profile, { recursive: true });
  const chromium = await browser.start({ profile, language: app.getLocale() });
  chromium.devTools.on('closed', () => app.quit());
  await followTargets(chromium);
  process.stderr.write(`\nDevTools listening on ${chromium.address}\n`); // what Playwright waits for
  application.becomeReady();
}

begin().catch((error: unknown) => application.failToBecomeReady(error));
