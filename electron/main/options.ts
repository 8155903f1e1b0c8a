import { app } from 'electron';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DesktopOptions {
  /** The workspace's folder. */
  readonly data: string;
  readonly passphraseFile: string | null;
  readonly minimised: boolean;
}

/**
 * Reads the command line, among whatever switches Chromium takes. With `--data` the window's own profile stands in
 * that folder too, so that two workspaces are two applications and one workspace is one.
 */
export function readOptions(): DesktopOptions {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: {
      data: { type: 'string' },
      'passphrase-file': { type: 'string' },
      minimised: { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
  });
  const passphraseFile = values['passphrase-file'];
  const given = values.data;
  if (typeof given === 'string') app.setPath('userData', join(resolve(given), 'window'));
  return {
    data: typeof given === 'string' ? resolve(given) : join(app.getPath('userData'), 'workspace'),
    minimised: values.minimised === true,
    passphraseFile: typeof passphraseFile === 'string' ? resolve(passphraseFile) : null,
  };
}
