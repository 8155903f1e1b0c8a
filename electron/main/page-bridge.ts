import {
  app,
  ipcMain,
  nativeTheme,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type WebContents,
} from 'electron';
import { z } from 'zod';
import { ClientId, ConversationId } from '../shared/ids.ts';
import { Language, Theme } from '../shared/workspace.ts';
import type { DesktopNotification } from '../shared/desktop.ts';
import { toMainChannels } from '../shared/desktop-channels.ts';
import { openExternal } from './external-links.ts';
import { isOurPage } from './places.ts';

const Notification = z.strictObject({
  title: z.string().max(200),
  body: z.string().max(1000),
  open: z.strictObject({ clientId: ClientId, conversationId: ConversationId }).nullable(),
});
const Preferences = z.strictObject({
  language: Language,
  theme: Theme,
  startMinimised: z.boolean().default(false),
  closeToTray: z.boolean().default(false),
});
const Conversation = z.strictObject({ clientId: ClientId, conversationId: ConversationId });
const Names = z.array(z.string().max(120)).max(500);
/** A language tag (RFC 5646) as far as dictionaries know any. */
const LanguageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,2}$/)
  .nullable();
const Badge = z.int().min(0).max(1_000_000);
/** As the core's tickets are: 32 random bytes. */
const FilePath = z.string().regex(/^\/file\/[\w-]{43}$/);

export interface PageWishes {
  requestPort(contents: WebContents): void;
  notify(notification: DesktopNotification): void;
  badge(count: number): void;
  stale(names: readonly string[]): void;
  openWindow(conversation: z.infer<typeof Conversation>): void;
  spelling(language: string | null): void;
  preferences(preferences: z.infer<typeof Preferences>): void;
  /** The page listens to deep links from now on. */
  readyForLinks(): void;
}

/** What the page may ask of main. Anything from another frame or page, or of another shape, is dropped. */
export function listenToPage(wishes: PageWishes): void {
  on(toMainChannels.requestPort, z.undefined(), (_value, contents) => wishes.requestPort(contents));
  on(toMainChannels.notify, Notification, (value) => wishes.notify(value));
  on(toMainChannels.setBadge, Badge, (count) => {
    app.setBadgeCount(count);
    wishes.badge(count);
  });
  on(toMainChannels.setStale, Names, (names) => wishes.stale(names));
  on(toMainChannels.openWindow, Conversation, (conversation) => wishes.openWindow(conversation));
  on(toMainChannels.setSpelling, LanguageTag, (language) => wishes.spelling(language));
  on(toMainChannels.setPreferences, Preferences, (preferences) => {
    nativeTheme.themeSource = preferences.theme;
    wishes.preferences(preferences);
  });
  on(toMainChannels.saveFile, FilePath, (path, contents) => contents.downloadURL(`app:/${path}`));
  on(toMainChannels.readyForLinks, z.undefined(), () => wishes.readyForLinks());
  ipcMain.handle(toMainChannels.openExternal, (event, value: unknown) => {
    const address = z.string().safeParse(value);
    return isFromPage(event) && address.success ? openExternal(address.data) : false;
  });
}

function on<Value>(
  channel: string,
  shape: z.ZodType<Value>,
  act: (value: Value, contents: WebContents) => void,
): void {
  ipcMain.on(channel, (event, value: unknown) => {
    const read = shape.safeParse(value);
    if (isFromPage(event) && read.success) act(read.data, event.sender);
  });
}

/** The main frame of our own page: not a frame inside it, not a page that replaced it. */
function isFromPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url);
}
