import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const parts = ['addresses.ts', 'context-bridge.ts', 'ipc-renderer.ts', 'start.ts'];

/** The files of `page/` as one script: types away, and the words that only modules have. */
const runtime = parts
  .map((name) => stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'page', name), 'utf8')))
  .join('\n')
  .replace(/^import .*$/gm, '')
  .replace(/^export /gm, '');

/** What runs in the page before any script of its own: the renderer's half of Electron, then the preload. */
export function pageRuntime(preload: string): string {
  const facts = JSON.stringify({ platform: process.platform, versions: process.versions });
  return `(() => {
${runtime}
start(${facts}, function (require, module, exports, process) {
${preload}
});
})();`;
}
