import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type {
  Dialog,
  NativeImage,
  NativeTheme,
  Notification as RealNotification,
  NotificationConstructorOptions,
  Screen,
  Shell,
} from 'electron';
import { note, standIn } from './journal.ts';

export class Notification extends EventEmitter implements Pick<RealNotification, 'show' | 'close'> {
  readonly #options: NotificationConstructorOptions;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.#options = options;
  }
  show(): void {
    note('notification', this.#options.title, this.#options.body);
    Notification.last = this;
    this.emit('show', {});
  }
  close(): void {
    this.emit('close', {});
  }

  /** The one on the screen, for a test to click. */
  static last: Notification | null = null;
  static isSupported(): boolean {
    return true;
  }
}

export const shell = {
  openExternal: async (address: string) => note('open-external', address),
  openPath: async (path: string) => (note('open-path', path), ''),
  showItemInFolder: (path: string) => note('show-item', path),
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;

const nextAnswer = async (): Promise<unknown> => standIn.dialogs.shift() ?? { canceled: true, response: 0 };

export const dialog = {
  /** Before there is a window Electron also says it on standard error. */
  showErrorBox(title: string, text: string) {
    note('error-box', title, text);
    process.stderr.write(`${title}\n${text}\n`);
  },
  showMessageBox: (options: { message: string }) => (note('question', options.message), nextAnswer()),
  showOpenDialog: nextAnswer,
  showSaveDialog: nextAnswer,
} satisfies Pick<Dialog, 'showErrorBox'> & Record<string, unknown>;

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system' as NativeTheme['themeSource'],
  shouldUseDarkColors: false,
}) satisfies Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;

const image = (path: string | null) =>
  ({ isEmpty: () => path === null, setTemplateImage() {} }) satisfies Pick<
    NativeImage,
    'isEmpty' | 'setTemplateImage'
  >;

export const nativeImage = {
  createEmpty: () => image(null),
  createFromPath(path: string) {
    if (!existsSync(path)) note('missing-icon', path);
    return image(existsSync(path) ? path : null);
  },
};

const workArea = { x: 0, y: 0, width: 1920, height: 1040 };

export const screen = {
  getAllDisplays: () => [{ workArea }],
  getPrimaryDisplay: () => ({ workArea }),
} satisfies Record<keyof Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>, unknown>;
