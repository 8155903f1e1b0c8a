import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../hosts/words.ts';
import type { DesktopNotification } from '../shared/desktop.ts';
import type { Language } from '../shared/workspace.ts';

const daily = 24 * 60 * 60 * 1000;

/** What comes is run, and on Linux nothing else says whose it is: a line that anybody may write into is not asked. */
const anybodysLine = /^url: *['"]?http:\/\/(?!127\.0\.0\.1[:/])/im;

interface UpdateOptions {
  readonly language: () => Language;
  readonly notify: (notification: DesktopNotification) => void;
}

/**
 * Looks for a newer version once a day, where one was configured: electron-builder writes `app-update.yml` beside the
 * application when `publish` names a generic provider, and without that file nothing asks any server. The download is
 * checked against the feed's SHA-512 and, on macOS and Windows, the signature of this version; never an older one. A
 * version that is ready to be installed is told once. A server that is away, or that says what can't be used, is no event
 * for whoever works: it stands in a line on standard error, and the next look is tomorrow.
 */
export async function keepUpdated({ language, notify }: UpdateOptions): Promise<void> {
  if (!app.isPackaged) return;
  const configuration = join(process.resourcesPath, 'app-update.yml');
  if (!existsSync(configuration)) return;
  if (anybodysLine.test(readFileSync(configuration, 'utf8'))) return complain('the feed is not at https');
  const { autoUpdater } = (await import('electron-updater')).default;
  autoUpdater.logger = null;
  autoUpdater.allowDowngrade = false;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.on('error', ({ message }) => complain(message.split('\n', 1).join()));
  let told = '';
  autoUpdater.on('update-downloaded', ({ version }) => {
    // What waits to be installed is found again at every look.
    if (told === version) return;
    told = version;
    const say = words.of(language(), 'desktop');
    notify({ title: say('update.title', { version }), body: say('update.text'), open: null });
  });
  async function look(): Promise<void> {
    const found = await autoUpdater.checkForUpdates();
    await found?.downloadPromise;
  }
  // It has been said by the event.
  const lookQuietly = () => void look().catch(() => null);
  lookQuietly();
  setInterval(lookQuietly, daily).unref();
}

/** For who set the feed up and looks why nothing comes; whoever works can do nothing about it. */
const complain = (text: string): void => void process.stderr.write(`update: ${text}\n`);
