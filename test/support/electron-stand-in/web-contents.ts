import { EventEmitter } from 'node:events';
import type { PrintToPDFOptions, WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron';
import { application } from './application-events.ts';
import { carried, handlerFor, uncarried } from './custom-schemes.ts';
import { answerInvoke, announceToMain } from './ipc-main.ts';
import { note } from './journal.ts';
import { closeHandedOver, fromAnotherProcess, type MessagePortMain } from './message-ports.ts';
import { answerRequests } from './page-requests.ts';
import { openPage, type FromPage, type PageSession } from './page-session.ts';
import { preventable } from './preventable.ts';
import { session } from './session.ts';

type Offered =
  | 'loadURL'
  | 'getURL'
  | 'isDestroyed'
  | 'send'
  | 'printToPDF'
  | 'downloadURL'
  | 'executeJavaScript';
type OpenHandler = (details: { readonly url: string }) => Pick<WindowOpenHandlerResponse, 'action'>;

interface ContentsOptions {
  readonly preferences: WebPreferences;
  readonly width: number;
  readonly height: number;
  close(): void;
}

let count = 0;

/** What a window shows: one page of the browser, by the protocol's commands. */
export class StandInContents extends EventEmitter implements Pick<WebContents, Offered> {
  readonly id = ++count;
  readonly session = session.defaultSession;
  readonly #options: ContentsOptions;
  readonly #page: Promise<PageSession>;
  readonly #ports = new Set<number>();
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #address = '';
  #expected: string | null = null;
  #destroyed = false;
  targetId = '';

  constructor(options: ContentsOptions) {
    super();
    this.#options = options;
    this.#page = application.ready.then(() => this.#open());
    this.#page.catch((error: unknown) => process.stderr.write(`stand-in: no window: ${String(error)}\n`));
    setImmediate(() => application.emit('web-contents-created', {}, this));
  }

  async #open(): Promise<PageSession> {
    const { preferences, width, height } = this.#options;
    const page = await openPage({
      width,
      height,
      preload: preferences.preload,
      scripts: preferences.javascript !== false,
      hear: (message) => this.#hear(message),
    });
    this.targetId = page.targetId;
    answerRequests(page, (navigation) => this.#mayNavigate(navigation));
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    page.on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    page.on<{ frame: { url: string; parentId?: string } }>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#address = uncarried(frame.url);
    });
    page.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
      // The main frame has the name of its target.
      const isMainFrame = frameId === page.targetId;
      if (isMainFrame) this.#address = uncarried(url);
      this.emit('did-navigate-in-page', {}, uncarried(url), isMainFrame);
    });
    page.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    );
    return page;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    await session.defaultSession.settlePermissions(address);
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const url = new URL(carried(address)).href;
    this.#expected = uncarried(url);
    const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`);
    await loaded;
  }

  #mayNavigate({ address, isMainFrame }: { address: string; isMainFrame: boolean }): boolean {
    const asked = this.#expected === address;
    if (isMainFrame) this.#expected = null;
    const event = preventable({ url: address, isMainFrame, isSameDocument: false });
    if (!asked) {
      this.emit('will-frame-navigate', event);
      if (isMainFrame) this.emit('will-navigate', event, address);
      if (event.defaultPrevented) return false;
    }
    this.emit('did-start-navigation', event);
    if (isMainFrame) this.#forgetPorts();
    return true;
  }

  #hear(message: FromPage): void {
    switch (message.kind) {
      case 'send':
        announceToMain(message.channel, this.#event(), message.values);
        return;
      case 'invoke':
        void answerInvoke(message.channel, this.#event(), message.values).then(async (answer) => {
          (await this.#page).tell({ kind: 'reply', call: message.call, ...answer });
        });
        return;
      case 'window-open':
        this.openedWindow(message.address);
        return;
      default:
        fromAnotherProcess(message);
    }
  }

  readonly #event = () => ({ sender: this, senderFrame: { url: this.#address, parent: null } });

  /** A link or script of the page asked for a window; the application decides, and never gets one here. */
  openedWindow(address: string): void {
    const url = uncarried(address);
    note('window-open', url, this.#openHandler({ url }).action);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...values: unknown[]): void {
    void this.#page.then((page) => page.tell({ kind: 'event', channel, values, ports: [] }));
  }

  postMessage(channel: string, message: unknown, ports: readonly MessagePortMain[] = []): void {
    void this.#page.then((page) => {
      const ids = ports.map((port) => port.handOver((portMessage) => page.tell(portMessage)));
      for (const id of ids) this.#ports.add(id);
      page.tell({ kind: 'event', channel, values: [message], ports: ids });
    });
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const page = await this.#page;
    const { result } = await page.send<{ result: { value?: unknown } }>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { printBackground, preferCSSPageSize } = options;
    const page = await this.#page;
    const { data } = await page.send<{ data: string }>('Page.printToPDF', {
      printBackground,
      preferCSSPageSize,
    });
    return Buffer.from(data, 'base64');
  }

  /** Electron asks where to; here a test reads from the journal what would have been saved. */
  downloadURL(address: string): void {
    const handler = handlerFor(carried(address));
    void (async () => {
      const response = await handler?.(new Request(address));
      const body = await response?.text();
      note('download', response?.status, response?.headers.get('content-disposition'), body);
    })();
  }

  getURL(): string {
    return this.#address;
  }

  /** Electron has it too, undocumented: what the window was really made with. */
  getLastWebPreferences(): WebPreferences {
    return this.#options.preferences;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(): void {
    this.#options.close();
  }

  gone(): void {
    this.#destroyed = true;
    this.#forgetPorts();
    this.emit('destroyed');
  }

  #forgetPorts(): void {
    closeHandedOver(this.#ports);
    this.#ports.clear();
  }
}
