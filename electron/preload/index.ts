import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { corePortMessage, type LiaisonDesktop, type Unsubscribe } from '../shared/desktop.ts';
import { toMainChannels, toPageChannels } from '../shared/desktop-channels.ts';

/** The one thing of the page that a preload touches; the rest of this program's half knows no browser. */
declare const window: {
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

/** Only what the listener is meant to see crosses: never the event, which carries `ipcRenderer`. */
function listen<Value>(channel: string, listener: (value: Value) => void): Unsubscribe {
  const forward = (_event: IpcRendererEvent, value: Value) => listener(value);
  ipcRenderer.on(channel, forward);
  return () => ipcRenderer.removeListener(channel, forward);
}

// A port can't cross the context bridge; the page's own window can carry it.
ipcRenderer.on(toPageChannels.corePort, (event) =>
  window.postMessage(corePortMessage, '*', [...event.ports]),
);

const desktop: LiaisonDesktop = {
  platform: process.platform,
  requestPort: () => ipcRenderer.send(toMainChannels.requestPort),
  onCoreLost: (listener) => listen(toPageChannels.coreLost, () => listener()),
  notify: (notification) => ipcRenderer.send(toMainChannels.notify, notification),
  setBadge: (count) => ipcRenderer.send(toMainChannels.setBadge, count),
  setStale: (names) => ipcRenderer.send(toMainChannels.setStale, names),
  openWindow: (conversation) => ipcRenderer.send(toMainChannels.openWindow, conversation),
  setSpelling: (language) => ipcRenderer.send(toMainChannels.setSpelling, language),
  openExternal: (address) => ipcRenderer.invoke(toMainChannels.openExternal, address) as Promise<boolean>,
  saveFile: (path) => ipcRenderer.send(toMainChannels.saveFile, path),
  setPreferences: (preferences) => ipcRenderer.send(toMainChannels.setPreferences, preferences),
  onDeepLink(listener) {
    const stop = listen(toPageChannels.deepLink, listener);
    ipcRenderer.send(toMainChannels.readyForLinks);
    return stop;
  },
  onCommand: (listener) => listen(toPageChannels.command, listener),
  onFrameKey: (listener) => listen(toPageChannels.frameKey, listener),
};

contextBridge.exposeInMainWorld('liaisonDesktop', desktop);
