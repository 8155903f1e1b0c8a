import type * as Electron from 'electron';
import { app } from './application.ts';
import { BrowserWindow, webContents } from './browser-window.ts';
import { protocol } from './custom-schemes.ts';
import { dialog, nativeImage, nativeTheme, Notification, screen, shell } from './desktop.ts';
import { ipcMain } from './ipc-main.ts';
import { standIn } from './journal.ts';
import { Menu } from './menu.ts';
import { MessageChannelMain } from './message-ports.ts';
import { session } from './session.ts';
import { Tray } from './tray.ts';
import { utilityProcess } from './utility-process.ts';

/** The part of Electron's main module that Liaison uses; whoever needs more adds it here, typed after electron.d.ts. */
const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  Notification,
  protocol,
  screen,
  session,
  shell,
  standIn,
  Tray,
  utilityProcess,
  webContents,
} satisfies Partial<Record<keyof typeof Electron, unknown>> & { standIn: unknown };

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  Notification,
  protocol,
  screen,
  session,
  shell,
  standIn,
  Tray,
  utilityProcess,
  webContents,
};
export { electron as default };
