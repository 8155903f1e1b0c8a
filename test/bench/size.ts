import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench } from './support/bench.ts';

const renderer = join(import.meta.dirname, '../../out/renderer');
const kilobyte = 1000;

/** A script's own static imports, as the bundler writes them: `import{a}from"./x.js"`, `import"./x.js"`. */
const staticImport = /(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g;
const scriptInPage = /(?:src|href)="\.\/assets\/([\w.-]+\.js)"/g;

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => (name ? [name] : []));

/** Bytes of a file of the built page after gzip, as a web server would send it. */
export const gzippedBytes = (name: string): number =>
  gzipSync(readFileSync(join(renderer, 'assets', name))).length;

/** Every script without which the first one does not run. */
function closureOf(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...namesIn(readFileSync(join(renderer, 'assets', name), 'utf8'), staticImport));
  }
  return found;
}

/** What stands in the page itself; what the first screen fetches besides is counted by the page bench, in a browser. */
export const sizeBench: Bench = {
  name: 'size',
  run() {
    const page = join(renderer, 'index.html');
    if (!existsSync(page)) throw new Error('nothing is built: npm run build');
    const scripts = closureOf(namesIn(readFileSync(page, 'utf8'), scriptInPage));
    const bytes = [...scripts].reduce((sum, name) => sum + gzippedBytes(name), 0);
    return Promise.resolve([
      {
        name: 'JavaScript of the page, gzipped',
        value: bytes / kilobyte,
        unit: 'kB',
        target: { of: 'value', most: 250 },
        note: `${scripts.size} scripts`,
      },
    ]);
  },
};
