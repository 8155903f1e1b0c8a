import { app, BrowserWindow, type WebPreferences } from 'electron';
import { join } from 'node:path';
import type { SettingsStore } from './kept-settings.ts';
import { pageAddress, places } from './places.ts';
import { keepWindowState, smallestSize, windowBounds } from './window-state.ts';

/** The page is a browser page and nothing more. */
export const webPreferences = {
  preload: places.preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // `spelling.ts` sees to it that no dictionary is fetched for it.
  spellcheck: true,
  devTools: !app.isPackaged,
} as const satisfies WebPreferences;

interface OpeningOptions {
  readonly settings: SettingsStore;
  /** Out of the way at first: beside the clock where closing puts it there, else in the task bar. */
  readonly minimised: boolean;
}

/** Opens the one window, shown when it has something to show. */
export function openWindow({ settings, minimised }: OpeningOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...windowBounds(settings),
    ...smallestSize,
    show: false,
    title: app.getName(),
    icon: join(places.icons, 'icon.png'),
    webPreferences,
  });
  keepWindowState(window, settings);
  window.once('ready-to-show', () => {
    if (!minimised) window.show();
    else if (!settings.get('closeToTray')) window.minimize();
  });
  void window.loadURL(pageAddress);
  return window;
}

/** Brings the window before the person, however they hid it. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
