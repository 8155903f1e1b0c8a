import { app, BrowserWindow, type WebPreferences } from 'electron';
import { join } from 'node:path';
import type { SettingsStore } from './kept-settings.ts';
import { pageAddress, places } from './places.ts';
import { keepWindowState, smallestSize, windowBounds } from './window-state.ts';

/** The page is a browser page and nothing more. Spelling dictionaries would be fetched from a server, save on macOS. */
const webPreferences = {
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
  spellcheck: process.platform === 'darwin',
  devTools: !app.isPackaged,
} as const satisfies WebPreferences;

/** Opens the one window, shown when it has something to show. */
export function openWindow(settings: SettingsStore): BrowserWindow {
  const window = new BrowserWindow({
    ...windowBounds(settings),
    ...smallestSize,
    show: false,
    title: app.getName(),
    icon: join(places.icons, 'icon.png'),
    webPreferences,
  });
  keepWindowState(window, settings);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}

/** Brings the window before the person, however they hid it. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
