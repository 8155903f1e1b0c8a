import { EventEmitter } from 'node:events';
import type { ProxyConfig, Session, WebRequest } from 'electron';
import { browser } from './browser.ts';
import { carried } from './custom-schemes.ts';
import { note } from './journal.ts';

type RequestGuard = Parameters<WebRequest['onBeforeRequest']>[0];
type PermissionAnswer = Parameters<Session['setPermissionRequestHandler']>[0];
type PermissionCheck = Parameters<Session['setPermissionCheckHandler']>[0];

/** Chromium's name of a permission, and Electron's. */
const permissionNames = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['audioCapture', 'media'],
  ['videoCapture', 'media'],
  ['midi', 'midi'],
  ['clipboardReadWrite', 'clipboard-read'],
  ['clipboardSanitizedWrite', 'clipboard-sanitized-write'],
  ['displayCapture', 'display-capture'],
] as const;

class StandInSession
  extends EventEmitter
  implements
    Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>
{
  #guard: RequestGuard = null;
  #answer: PermissionAnswer = null;

  readonly webRequest = {
    onBeforeRequest: (guard: unknown) => {
      this.#guard = guard as RequestGuard;
    },
  };

  setPermissionRequestHandler(answer: PermissionAnswer): void {
    this.#answer = answer;
  }

  /** Chromium is given the answers beforehand; the request handler says the same. */
  setPermissionCheckHandler(_check: PermissionCheck): void {}
  setDevicePermissionHandler(): void {}

  readonly availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'es', 'es-MX'];
  setSpellCheckerLanguages(languages: string[]): void {
    note('spelling', ...languages);
  }
  setSpellCheckerDictionaryDownloadURL(address: string): void {
    note('dictionaries', address);
  }
  async addWordToSpellCheckerDictionary(word: string): Promise<boolean> {
    note('learned', word);
    return true;
  }

  /** This browser takes a proxy only when it starts; a test reads what the application wanted. */
  async setProxy(config: ProxyConfig): Promise<void> {
    note('proxy', config);
  }

  /** What the application's `onBeforeRequest` says of an address. */
  mayRequest(address: string): Promise<boolean> {
    const guard = this.#guard;
    if (!guard) return Promise.resolve(true);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    guard({ url: address } as Parameters<typeof guard>[0], ({ cancel }) => resolve(cancel !== true));
    return promise;
  }

  /** Sets each permission of a page in the browser to what the application answers for it. */
  async settlePermissions(address: string): Promise<void> {
    const { devTools } = browser.get();
    const { origin } = new URL(carried(address));
    for (const [name, asked] of permissionNames) {
      const setting = this.#grants(asked, address) ? 'granted' : 'denied';
      await devTools
        .send('Browser.setPermission', { permission: { name }, setting, origin })
        .catch(() => undefined);
    }
  }

  /** Without a handler Electron grants everything. */
  #grants(permission: (typeof permissionNames)[number][1], address: string): boolean {
    let granted = this.#answer === null;
    const details = { isMainFrame: true, requestingUrl: address };
    type Handler = NonNullable<PermissionAnswer>;
    this.#answer?.(
      null as unknown as Parameters<Handler>[0],
      permission,
      (answer) => (granted = answer),
      details,
    );
    return granted;
  }
}

export const session = { defaultSession: new StandInSession() };
