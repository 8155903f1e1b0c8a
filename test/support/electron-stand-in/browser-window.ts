import { EventEmitter } from 'node:events';
import type { BrowserWindow as RealWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { application } from './application-events.ts';
import { browser } from './browser.ts';
import { note } from './journal.ts';
import { preventable } from './preventable.ts';
import { StandInContents } from './web-contents.ts';

type Offered =
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'getBounds'
  | 'getNormalBounds'
  | 'flashFrame'
  | 'isDestroyed'
  | 'close'
  | 'destroy';

const windows = new Set<BrowserWindow>();
let count = 0;

/** A native window as its state; what it shows is a real page. */
export class BrowserWindow extends EventEmitter implements Pick<RealWindow, Offered> {
  readonly id = ++count;
  readonly webContents: StandInContents;
  #bounds: Rectangle;
  #visible: boolean;
  #minimized = false;
  #maximized = false;

  constructor({
    x = 0,
    y = 0,
    width = 800,
    height = 600,
    show = true,
    webPreferences = {},
  }: BrowserWindowConstructorOptions = {}) {
    super();
    this.#bounds = { x, y, width, height };
    this.#visible = show;
    this.webContents = new StandInContents({
      preferences: webPreferences,
      width,
      height,
      close: () => this.close(),
    });
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', {}));
    windows.add(this);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }
  show(): void {
    this.#visible = true;
    this.emit('show', {});
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide', {});
  }
  focus(): void {
    note('focus', this.id);
    this.emit('focus', {});
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isFocused(): boolean {
    return this.#visible && !this.#minimized;
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  minimize(): void {
    this.#minimized = true;
  }
  restore(): void {
    this.#minimized = false;
  }
  maximize(): void {
    this.#maximized = true;
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return this.getBounds();
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }
  flashFrame(on: boolean): void {
    note('flash', on);
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  close(): void {
    if (this.isDestroyed()) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    const { targetId } = this.webContents;
    this.gone();
    if (targetId !== '')
      void browser
        .get()
        .devTools.send('Target.closeTarget', { targetId })
        .catch(() => undefined);
  }

  /** The page is closed, by us or by the browser. */
  gone(): void {
    if (!windows.delete(this)) return;
    this.webContents.gone();
    this.emit('closed', {});
    if (windows.size === 0) application.emit('last-window-closed');
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].at(-1) ?? null;
  }
  static fromWebContents(contents: StandInContents | null | undefined): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null;
  }
}

/** Playwright finds a window by the page it attached to. */
export const webContents = {
  getAllWebContents: () => [...windows].map((window) => window.webContents),
  fromDevToolsTargetId: (targetId: string) =>
    [...windows].map((window) => window.webContents).find((contents) => contents.targetId === targetId),
};
