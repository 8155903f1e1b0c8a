import { spawnSync } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { at, pinnedNode, root } from '../../electron/launch/tree.mjs';

/** Tools of the project before those of the system, and the pinned Node before both. */
const path = [dirname(pinnedNode()), at('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);

/** The tests start hundreds of programs: what one of them has read, Node need not read again for the next. */
const compiled = at('node_modules', '.cache', 'compiled');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} parameters
 */

/**
 * Runs a step with its output in view; gives whether it succeeded and how long it took.
 *
 * @param {Step} step
 */
export function runStep({ name, command, parameters }) {
  process.stdout.write(`\n== ${name}\n`);
  const started = Date.now();
  const result = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiled, FORCE_COLOR: '0' },
    shell: process.platform === 'win32',
  });
  return { name, ok: result.status === 0, seconds: Math.round((Date.now() - started) / 1000) };
}
