import { app, Menu, nativeTheme, session, type BrowserWindow } from 'electron';
import { languageOfLocale } from '../hosts/words.ts';
import { toPageChannels } from '../shared/desktop-channels.ts';
import type { DesktopCommand } from '../shared/desktop.ts';
import type { Language } from '../shared/workspace.ts';
import { startCoreProcess } from './core-process.ts';
import { offerContextMenus } from './context-menu.ts';
import { createConversationWindows } from './conversation-windows.ts';
import { claimScheme, createDeepLinks, linkAmong } from './deep-links.ts';
import { tellKeysOfFrames } from './frame-keys.ts';
import { guardAllContents, guardSession } from './guards.ts';
import { openSettings } from './kept-settings.ts';
import { buildMenu } from './menu.ts';
import { createNotifier } from './notifications.ts';
import { readOptions, type DesktopOptions } from './options.ts';
import { listenToPage } from './page-bridge.ts';
import { places } from './places.ts';
import { createPrinter } from './print-pdf.ts';
import { guardQuitting } from './quitting.ts';
import { registerScheme, serveApp } from './protocol.ts';
import { createSpelling } from './spelling.ts';
import { failToStart } from './start-failure.ts';
import { createTray } from './tray.ts';
import { keepUpdated } from './updates.ts';
import { bringForward, openWindow } from './window.ts';

/** The desktop: one window, conversations in windows of their own, one core. It holds no data; what dies is started again. */
async function main(options: DesktopOptions): Promise<void> {
  registerScheme();
  app.enableSandbox();
  // Windows shows notifications only of programs that it knows by this name (`appId` of electron-builder.yml)
  if (process.platform === 'win32') app.setAppUserModelId('app.liaison.desk');
  app.commandLine.appendSwitch('dns-prefetch-disable');

  let window: BrowserWindow | null = null;
  let language: Language = 'en';
  const toPage = (channel: string, value?: unknown) => window?.webContents.send(channel, value);
  const show = () => window && bringForward(window);
  const links = createDeepLinks((link) => toPage(toPageChannels.deepLink, link));
  const followAndShow = (address: string) => {
    links.follow(address);
    show();
  };
  guardAllContents(followAndShow);
  offerContextMenus(() => language);
  tellKeysOfFrames();
  app.on('second-instance', (_event, parameters) => followAndShow(linkAmong(parameters) ?? ''));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    followAndShow(address);
  });
  followAndShow(linkAmong(process.argv) ?? '');

  await app.whenReady();
  claimScheme();
  await guardSession(session.defaultSession);
  const spell = createSpelling(session.defaultSession);
  const settings = openSettings();
  const windows = createConversationWindows();
  language = settings.get('language') ?? languageOfLocale(app.getLocale());
  nativeTheme.themeSource = settings.get('theme') ?? 'system';

  const printer = createPrinter();
  const core = startCoreProcess({
    entry: places.core,
    parameters: coreParameters(options),
    printPdf: printer.print,
    onLost() {
      toPage(toPageChannels.coreLost);
      windows.tellAll(toPageChannels.coreLost);
    },
    onFailed: (error) => failToStart(error, language),
    onArrived: () => window?.isFocused() || window?.flashFrame(true),
  });
  serveApp({ redeem: core.redeem, printPage: printer.page });

  const command = (name: DesktopCommand) => {
    show();
    toPage(toPageChannels.command, name);
  };
  Menu.setApplicationMenu(buildMenu(language, command));
  const tray = createTray({ language, show });
  const notify = createNotifier((link) => {
    show();
    if (link) links.open(link);
  });
  listenToPage({
    requestPort: core.connect,
    readyForLinks: links.pageReady,
    badge: tray.setBadge,
    stale: tray.setStale,
    openWindow: windows.open,
    spelling: spell,
    notify,
    preferences(wanted) {
      language = wanted.language;
      settings.set(wanted);
      Menu.setApplicationMenu(buildMenu(language, command));
      tray.setLanguage(language);
    },
  });

  const isQuitting = guardQuitting({
    leaving: core.leaving,
    language: () => language,
    stay: () => (window ? show() : open({ minimised: false })),
  });
  const open = ({ minimised }: { minimised: boolean }) => {
    const opened = openWindow({ settings, minimised });
    window = opened;
    opened.on('close', (event) => {
      if (isQuitting() || !settings.get('closeToTray')) return;
      event.preventDefault();
      opened.hide();
    });
    opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) links.pageGone();
    });
    opened.on('closed', () => {
      window = null;
      // Without the desk nobody tells of new mail: what was opened from it goes with it.
      if (process.platform !== 'darwin') windows.closeAll();
    });
  };
  open({ minimised: options.minimised || settings.get('startMinimised') === true });
  app.on('activate', () => (window ? show() : open({ minimised: false })));
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());

  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void core.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  void keepUpdated({ language: () => language, notify });
}

function coreParameters({ data, passphraseFile }: DesktopOptions): readonly string[] {
  return ['--data', data, ...(passphraseFile === null ? [] : ['--passphrase-file', passphraseFile])];
}

const options = readOptions();
if (app.requestSingleInstanceLock()) {
  // not awaited: Electron becomes ready only when this module has been read to its end
  main(options).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  });
} else {
  app.exit(0);
}
