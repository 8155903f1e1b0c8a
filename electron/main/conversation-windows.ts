import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { ClientId, ConversationId } from '../shared/ids.ts';
import { pageAddress, places } from './places.ts';
import { bringForward, webPreferences } from './window.ts';

interface ConversationRef {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
}

/** Nobody reads more at once; a page that asks for more is in a loop. */
const mostWindows = 20;
const size = { width: 920, height: 760, minWidth: 480, minHeight: 400 };

export interface ConversationWindows {
  /** Opens one, or brings the one forward that the conversation has. */
  open(conversation: ConversationRef): void;
  tellAll(channel: string): void;
  closeAll(): void;
}

const placeOf = ({ clientId, conversationId }: ConversationRef): string =>
  `#/window/${clientId}/${conversationId}`;

/** Conversations in windows of their own: the same page under the same walls, at another address. */
export function createConversationWindows(): ConversationWindows {
  /** Where each stands: it follows its conversation into the one that this became part of. */
  const windows = new Map<BrowserWindow, string>();

  function make(place: string): void {
    const window = new BrowserWindow({
      ...size,
      show: false,
      title: app.getName(),
      icon: join(places.icons, 'icon.png'),
      webPreferences,
    });
    window.once('ready-to-show', () => window.show());
    windows.set(window, place);
    window.webContents.on('did-navigate-in-page', (_event, address, isMainFrame) => {
      if (isMainFrame) windows.set(window, new URL(address).hash);
    });
    window.on('closed', () => windows.delete(window));
    void window.loadURL(`${pageAddress}${place}`);
  }

  return {
    open(conversation) {
      const place = placeOf(conversation);
      const known = [...windows].find(([, at]) => at === place);
      if (known) return bringForward(known[0]);
      if (windows.size < mostWindows) make(place);
    },
    tellAll(channel) {
      for (const window of windows.keys()) window.webContents.send(channel);
    },
    closeAll() {
      for (const window of [...windows.keys()]) window.close();
    },
  };
}
