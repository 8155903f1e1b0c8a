import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Ports, PrintPdf } from '../core/ports.ts';
import { applicationRoot } from './application-root.ts';
import { createKeychain } from './secrets/keychain.ts';
import { createPassphraseSafe } from './secrets/passphrase.ts';
import { openWithPassphraseFile } from './secrets/passphrase-file.ts';
import { keychainService } from './secrets/service-name.ts';
import { workerEntries } from './worker-entries.ts';

export interface HostPortsOptions {
  /** The workspace's folder. */
  readonly data: string;
  readonly printPdf: PrintPdf;
  readonly log: Logger;
  /** A file whose first line is the passphrase: makes the vault where there is none, else opens it. */
  readonly passphraseFile?: string;
}

/**
 * What every host lends the core: the real clock, the system's keychain, our own files.
 *
 * @throws LiaisonError `file-unreadable`, `passphrase-too-short`, `invalid-input` or `passphrase-wrong` for the passphrase file
 */
export async function createHostPorts(options: HostPortsOptions): Promise<Ports> {
  const { data, printPdf, log, passphraseFile } = options;
  const passphrase = createPassphraseSafe(data);
  if (passphraseFile !== undefined) await openWithPassphraseFile(passphrase, passphraseFile);
  return {
    clock: { now: Date.now },
    secrets: { keychain: createKeychain({ service: keychainService(data) }), passphrase },
    paths: { data, locales: join(applicationRoot, 'locales'), resources: join(applicationRoot, 'resources') },
    workers: workerEntries,
    log,
    printPdf,
  };
}
