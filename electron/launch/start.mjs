// `npm start`: installs what is missing, builds, and opens Liaison. Runs on any Node that npm runs on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { run } from './run.mjs';
import { at, pinnedNode, root } from './tree.mjs';
import { say } from './words.mjs';

/** A slow line fetches Electron's 110 MB in this time; a dead one has failed long before. */
const fetchTimeoutMilliseconds = 10 * 60_000;

const parameters = process.argv.slice(2);

/** The Electron binary, fetched where it is missing and can be; otherwise null. */
function electronBinary() {
  const fetch = spawnSync(pinnedNode(), [at('node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: fetchTimeoutMilliseconds,
  });
  const name = at('node_modules', 'electron', 'path.txt');
  if (fetch.status !== 0 || !existsSync(name)) return null;
  const binary = at('node_modules', 'electron', 'dist', readFileSync(name, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** A desktop window needs a screen; on Linux that is a display server. */
const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

installPackages();
build();

const wantsWindow = !parameters.includes('--headless') && !parameters.includes('--browser');
const electron = wantsWindow && hasScreen() ? electronBinary() : null;
if (electron) {
  run(electron, [root, ...parameters]);
} else {
  if (wantsWindow) {
    process.stdout.write(`${say(hasScreen() ? 'noRuntime' : 'noScreen')}\n`);
  }
  run(pinnedNode(), ['--enable-source-maps', at('out', 'main', 'loopback.js'), ...parameters]);
}
