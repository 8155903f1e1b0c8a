import type { DeepLink } from './deep-links.ts';
import type { ClientId, ConversationId } from './ids.ts';
import type { Language, Theme } from './workspace.ts';

/**
 * `event.data` of the window message that brings the page its MessagePort to the core (`event.ports[0]`), after each
 * `requestPort()`. A port can't cross the context bridge, so the preload re-posts it; take only messages whose
 * `event.source === window`.
 */
export const corePortMessage = 'liaison:core-port';

/** Chosen in the application menu; the page does it as if its own key had been pressed. */
export const desktopCommands = ['search', 'settings', 'shortcuts'] as const;
export type DesktopCommand = (typeof desktopCommands)[number];

/** The page makes the words; a click on it focuses the window and follows `open` as a deep link. */
export interface DesktopNotification {
  readonly title: string;
  readonly body: string;
  readonly open: { readonly clientId: ClientId; readonly conversationId: ConversationId } | null;
}

/** What the window itself remembers of an operator's preferences. */
export interface DesktopPreferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly startMinimised?: boolean;
  readonly closeToTray?: boolean;
}

/** A shortcut pressed inside a frame that can't hear it, as a `KeyboardEvent` says it. */
export interface FrameKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type Unsubscribe = () => void;

/** What the desktop gives the page beyond a browser, as `window.liaisonDesktop`; undefined in the browser host. */
export interface LiaisonDesktop {
  readonly platform: string;
  /** Asks for a new port; the answer is a window message (see `corePortMessage`) once the core is up. */
  requestPort(): void;
  /** Tells that the core died and is being started again: the old port is dead, ask for a new one. */
  onCoreLost(listener: () => void): Unsubscribe;
  notify(notification: DesktopNotification): void;
  /** Number on the dock or task bar; 0 takes it away. */
  setBadge(count: number): void;
  /** Names of the clients whose mail is not up to date: the tray tells, in place of a fine-looking number. */
  setStale(names: readonly string[]): void;
  /** Opens a conversation in a window of its own, or brings the one forward that it has. */
  openWindow(conversation: { readonly clientId: ClientId; readonly conversationId: ConversationId }): void;
  /** The language of what is being written; null: the system's. */
  setSpelling(language: string | null): void;
  /** Opens http and https in the system's browser; resolves false for anything else. */
  openExternal(address: string): Promise<boolean>;
  /** Saves what a core ticket names (`/file/<ticket>`), asking where to. */
  saveFile(path: string): void;
  /** Menu, tray and native theme follow the operator's preferences. */
  setPreferences(preferences: DesktopPreferences): void;
  onDeepLink(listener: (link: DeepLink) => void): Unsubscribe;
  onCommand(listener: (command: DesktopCommand) => void): Unsubscribe;
  onFrameKey(listener: (key: FrameKey) => void): Unsubscribe;
}

/**
 * The address of a ticket path (`/mail/<ticket>`) for the frame's `src`: an origin of its own on the desktop
 * (`app://mail/<ticket>`), the same path in the browser host.
 */
export const ticketAddress = (path: string, desktop: boolean): string => (desktop ? `app:/${path}` : path);

declare global {
  interface Window {
    readonly liaisonDesktop?: LiaisonDesktop;
  }
}
