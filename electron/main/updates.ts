import { app } from 'electron';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const daily = 24 * 60 * 60 * 1000;

/**
 * Looks for a newer version once a day, where one was configured: electron-builder writes `app-update.yml` beside the
 * application when `publish` names a generic provider, and without that file nothing asks any server. The download is
 * checked against the feed's SHA-512 and, on macOS and Windows, the signature of this version; never an older one.
 */
export async function keepUpdated(): Promise<void> {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return;
  const { autoUpdater } = (await import('electron-updater')).default;
  autoUpdater.allowDowngrade = false;
  autoUpdater.autoInstallOnAppQuit = true;
  // a server that is away is no event: the next look is tomorrow
  const look = () => void autoUpdater.checkForUpdatesAndNotify().catch(() => null);
  look();
  setInterval(look, daily).unref();
}
