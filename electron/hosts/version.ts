import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationRoot } from './application-root.ts';

/** Liaison's own version, from `package.json`. */
export const { version } = JSON.parse(readFileSync(join(applicationRoot, 'package.json'), 'utf8')) as {
  version: string;
};
