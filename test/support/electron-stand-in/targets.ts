import { BrowserWindow } from './browser-window.ts';
import type { Chromium } from './chromium.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly openerId?: string;
}

/** Follows the browser's pages: a closed one closes its window; one that a page opened becomes a question to main. */
export async function followTargets({ devTools }: Chromium): Promise<void> {
  const asked = new Set<string>();

  function look({ targetInfo }: { targetInfo: TargetInfo }): void {
    const { targetId, type, url, openerId } = targetInfo;
    if (
      type !== 'page' ||
      openerId === undefined ||
      url === '' ||
      url === 'about:blank' ||
      asked.has(targetId)
    )
      return;
    asked.add(targetId);
    void devTools.send('Target.closeTarget', { targetId }).catch(() => undefined);
    windowOf(openerId)?.webContents.openedWindow(url);
  }

  devTools.on(':Target.targetCreated', look);
  devTools.on(':Target.targetInfoChanged', look);
  devTools.on(':Target.targetDestroyed', ({ targetId }: { targetId: string }) => windowOf(targetId)?.gone());
  await devTools.send('Target.setDiscoverTargets', { discover: true });
}

const windowOf = (targetId: string): BrowserWindow | undefined =>
  BrowserWindow.getAllWindows().find((window) => window.webContents.targetId === targetId);
