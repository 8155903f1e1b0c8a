import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {...string} parts */
export const at = (...parts) => join(root, ...parts);

const onWindows = process.platform === 'win32';

/** The pinned Node that npm installs with the project; it runs everything, whatever the system has. */
export const pinnedNode = () => at('node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** npm as a JavaScript file, so that it starts the same way on every system; null outside `npm run`. */
export const npmEntry = () => {
  const path = process.env.npm_execpath;
  return path && existsSync(path) ? path : null;
};
