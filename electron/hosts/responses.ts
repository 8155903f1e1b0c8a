import { randomBytes } from 'node:crypto';
import { safeFileName } from '../shared/file-names.ts';

/** What a host answers to one request, in whatever words its server speaks. */
export interface HostResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export type Headers = Readonly<Record<string, string>>;

/** Stands in the built `index.html` (Vite's `html.cspNonce`) where the nonce of one page load belongs. */
export const styleNoncePlaceholder = 'LIAISON_STYLE_NONCE';

/** Where the desktop serves the page, and mail and files; the loopback host serves all three below its one address. */
export const appOrigin = 'app://liaison';
export const mailOrigin = 'app://mail';

const always: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
};

const once: Headers = { 'cache-control': 'no-store' };

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/**
 * Headers of everything that belongs to the page. `origin` is `app://liaison` or `http://127.0.0.1:<port>`. Inline
 * style elements, which Mantine makes at run time, need the nonce of this page load; script is our own files only.
 */
export function appHeaders(origin: string, styleNonce?: string): Headers {
  const desktop = origin === appOrigin;
  return {
    ...always,
    'content-security-policy': policy({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': styleNonce ? `'self' 'nonce-${styleNonce}'` : "'self'",
      // Mail is parsed, never shown, by the page's sanitiser, and Chromium would report each of its style attributes.
      'style-src-attr': "'unsafe-inline'",
      'img-src': "'self' blob: data:",
      'font-src': "'self'",
      'connect-src': desktop ? "'self'" : `'self' ${origin.replace(/^http/, 'ws')}`,
      'frame-src': desktop ? mailOrigin : "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'default dompurify liaison-voice ProseMirrorClipboard',
    }),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()',
  };
}

/** The page itself, with a nonce that nothing outside this answer can know. */
export function pageResponse(html: string, origin: string): HostResponse {
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: { ...appHeaders(origin, nonce), ...once, 'content-type': 'text/html; charset=utf-8' },
    body: html.replaceAll(styleNoncePlaceholder, nonce),
  };
}

/** A document that can ask nothing of anybody: no request, no connection, no form, no name look-up. */
export function frameResponse(
  body: string,
  may: { readonly scripts: string; readonly fonts: string; readonly sandbox: string },
): HostResponse {
  return {
    status: 200,
    headers: {
      ...always,
      ...once,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy({
        'default-src': "'none'",
        'script-src': may.scripts,
        'style-src': "'unsafe-inline'",
        'img-src': 'data: blob:',
        'font-src': may.fonts,
        'form-action': "'none'",
        'base-uri': "'none'",
        'frame-src': "'none'",
        'frame-ancestors': `'self' ${appOrigin}`,
        sandbox: may.sandbox,
      }),
    },
    body,
  };
}

/**
 * One mail for the frame, without scripts. The `sandbox` directive holds whatever the frame element says; links open
 * outside (`allow-popups`), where the host's gate or the browser takes them.
 */
export const mailFrameResponse = (content: { readonly html: string }): HostResponse =>
  frameResponse(content.html, {
    scripts: "'none'",
    fonts: "'none'",
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
  });

/** One of our own reports on its way to the printer: styles and pictures that it carries itself. */
export function printResponse(html: string): HostResponse {
  const carried = {
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'font-src': 'data:',
  };
  return {
    status: 200,
    headers: {
      ...always,
      ...once,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(carried),
    },
    body: html,
  };
}

/** A file to save, never to show: its type is hidden, so that no browser finds a use for it. */
export function fileResponse(content: { readonly name: string; readonly bytes: Uint8Array }): HostResponse {
  const name = safeFileName(content.name);
  const ascii = name.replace(/[^\x20-\x7e]|["%\\]/g, '_');
  return {
    status: 200,
    headers: {
      ...always,
      ...once,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeExtended(name)}`,
      'content-security-policy': policy({ 'default-src': "'none'", sandbox: '' }),
    },
    body: content.bytes,
  };
}

/** For a used, expired or unknown ticket, and for any path that isn't in the map. */
export function notFoundResponse(): HostResponse {
  return {
    status: 404,
    headers: {
      ...always,
      ...once,
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': policy({ 'default-src': "'none'", sandbox: '' }),
    },
    body: '',
  };
}

/** RFC 8187, 3.2.1: what `encodeURIComponent` leaves and the grammar doesn't. */
const encodeExtended = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
