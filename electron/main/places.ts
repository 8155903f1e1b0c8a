import { app } from 'electron';
import { join } from 'node:path';
import { applicationRoot } from '../hosts/application-root.ts';
import { appOrigin } from '../hosts/responses.ts';

/** Where the built parts stand, in the checkout or in the asar. */
export const places = {
  core: join(applicationRoot, 'out', 'main', 'core.js'),
  preload: join(applicationRoot, 'out', 'preload', 'index.cjs'),
  renderer: join(applicationRoot, 'out', 'renderer'),
  icons: join(applicationRoot, 'resources', 'icons'),
} as const;

/** `electron-vite dev` names its server; nothing else may put another page into our window. */
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

export const pageAddress = devServer ?? `${appOrigin}/`;

/** Scheme and host: `URL.origin` is `null` for schemes of our own. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** Whether an address belongs to our own page. */
export const isOurPage = (address: string): boolean => originOf(address) === originOf(pageAddress);
