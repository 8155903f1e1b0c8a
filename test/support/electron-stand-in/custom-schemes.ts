import type { Protocol } from 'electron';

/** Answers one request for an address of a scheme of the application's own. */
export type SchemeHandler = Parameters<Protocol['handle']>[1];

const handlers = new Map<string, SchemeHandler>();
const suffix = 'stand-in.invalid';

export const protocol = {
  /** Chromium is told nothing: our addresses are carried over a secure scheme that it knows. */
  registerSchemesAsPrivileged() {},
  handle(scheme: string, handler: SchemeHandler) {
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string) {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;

/** `app://mail/x` as the address that Chromium loads instead, `https://mail.app.stand-in.invalid/x`. */
export function carried(address: string): string {
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? [];
  return handlers.has(scheme) ? `https://${host}.${scheme}.${suffix}${rest || '/'}` : address;
}

/** The application's address behind one that Chromium loads. */
export function uncarried(address: string): string {
  const match = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/.exec(address);
  return match ? `${match[2]}://${match[1]}${match[3]}` : address;
}

/** Addresses of ours inside a header, such as a policy's sources. */
export const carriedHeader = (value: string): string =>
  value.replace(/\bapp:\/\/[\w-]+/g, (found) => carried(found).replace(/\/$/, ''));

/** The handler for an address that Chromium loads; undefined for the rest of the world. */
export function handlerFor(address: string): SchemeHandler | undefined {
  const original = uncarried(address);
  return original === address ? undefined : handlers.get(original.slice(0, original.indexOf(':')));
}
