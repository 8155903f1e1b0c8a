import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, pinnedNode, root } from './tree.mjs';
import { say } from './words.mjs';

const stamp = at('out', '.built-from');
const sources = ['src', 'electron', 'locales', 'package-lock.json', 'electron.vite.config.ts'];

/**
 * What the sources are now, by name, size and time of change: enough to know that nothing was touched.
 *
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function describe(hash, path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).toSorted()) describe(hash, join(path, name));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) describe(hash, at(source));
  return hash.digest('hex');
}

/** Builds main, preload and page into `out/` where the sources have changed. Speaks on standard error only. */
export function build() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stderr.write(`${say('building')}\n`);
  const result = spawnSync(
    pinnedNode(),
    [at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}\n`);
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, now);
}
