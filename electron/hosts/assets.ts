import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The text of an HTML page, which is made new for every load; null for everything else. */
  readonly page: string | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  /** Dictionaries. */
  '.aff': 'text/plain; charset=utf-8',
  '.dic': 'text/plain; charset=utf-8',
  '.gz': 'application/gzip',
};

/**
 * The built page as a fixed map from path to bytes, read once: a request can name nothing that is not in it, whatever
 * it does with dots and slashes. Source maps stay out.
 */
export function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const page = extname(entry.name) === '.html' ? bytes.toString('utf8') : null;
    assets.set(`/${relative(folder, path).split(sep).join('/')}`, { type, bytes, page });
  }
  const index = assets.get('/index.html');
  if (index) assets.set('/', index);
  return assets;
}
