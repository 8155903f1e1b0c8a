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

/** Conversations in windows of their own: the same page under the same walls, at another address. */
export function createConversationWindows(): ConversationWindows {
  const windows = new Map<ConversationId, BrowserWindow>();

  function make({ clientId, conversationId }: ConversationRef): BrowserWindow {
    const window = new BrowserWindow({
      ...size,
      show: false,
      title: app.getName(),
      icon: join(places.icons, 'icon.png'),
      webPreferences,
    });
    window.once('ready-to-show', () => window.show());
    window.on('closed', () => windows.delete(conversationId));
    void window.loadURL(`${pageAddress}#/window/${clientId}/${conversationId}`);
    return window;
  }

  return {
    open(conversation) {
      const known = windows.get(conversation.conversationId);
      if (known) return bringForward(known);
      if (windows.size < mostWindows) windows.set(conversation.conversationId, make(conversation));
    },
    tellAll(channel) {
      for (const window of windows.values()) window.webContents.send(channel);
    },
    closeAll() {
      for (const window of windows.values()) window.close();
    },
  };
}
