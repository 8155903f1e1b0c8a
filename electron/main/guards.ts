import { app, type Session, type WebContents } from 'electron';
import { mailOrigin } from '../hosts/responses.ts';
import { openExternal } from './external-links.ts';
import { isOurPage, originOf, pageAddress } from './places.ts';

/** The only permissions that our page may have; everybody else has none. */
const permissions: ReadonlySet<string> = new Set(['notifications', 'clipboard-sanitized-write']);

/** Schemes that load without leaving the machine. */
const localSchemes: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/** Every window, frame and view that will ever be made: no navigation, no new window; links go through the gate. */
export function guardAllContents(onMailto: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, onMailto));
}

function guardContents(contents: WebContents, onMailto: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (url.startsWith('mailto:')) onMailto(url);
    else void openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (!isReload(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && originOf(event.url) !== mailOrigin) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * A proxy that nobody serves (9 is the discard port): what a policy can't stop, such as connecting ahead for a frame
 * that it then blocks, ends there without a look-up or a packet to the world. The core has its own sockets, and updates
 * a session of their own.
 */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: '127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/** No permission but our page's two, no device, and no request that leaves the machine. */
export async function guardSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((...[, permission, answer, details]) => {
    answer(permissions.has(permission) && isOurPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (...[, permission, origin]) => permissions.has(permission) && isOurPage(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  if (!pageAddress.startsWith('http')) await session.setProxy(nowhere);
}

/** Our page again, wherever its own routes (behind the `#`) stand. */
const isReload = (address: string): boolean => address.split('#', 1)[0] === pageAddress;

const mayLoad = (address: string): boolean =>
  URL.canParse(address) && (localSchemes.has(new URL(address).protocol) || isDevServer(address));

/** The dev server's modules and its socket; in the built application the page is `app:` and this is never true. */
const isDevServer = (address: string): boolean =>
  pageAddress.startsWith('http') && isOurPage(address.replace(/^ws/, 'http'));
