import type { Logger } from 'pino';

/** Milliseconds since the Unix epoch, UTC. */
export interface Clock {
  now(): number;
}

/**
 * A safe for small secrets, lent by the host. Every call ends within the host's own deadline and throws a LiaisonError
 * of the `keychain-*` or `passphrase-*` codes when it can't serve.
 */
export interface SecretSafe {
  /** Resolves where secrets can be read and written now; otherwise throws why not. */
  check(): Promise<void>;
  read(name: string): Promise<string | null>;
  write(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The safe for a machine without a keychain: a file in the workspace, sealed under a passphrase. */
export interface PassphraseSafe extends SecretSafe {
  exists(): boolean;
  /** @throws LiaisonError `conflict` when there is one: a new vault never replaces an old one. */
  create(passphrase: string): Promise<void>;
  /** @throws LiaisonError `passphrase-wrong` */
  unlock(passphrase: string): Promise<void>;
}

export interface SecretSafes {
  readonly keychain: SecretSafe;
  readonly passphrase: PassphraseSafe;
}

export interface Paths {
  /** The workspace's folder: everything Liaison keeps stands below it. */
  readonly data: string;
  /** `locales/`: the only home of sentences. */
  readonly locales: string;
  /** Liaison's own read-only files: demo texts and the like. */
  readonly resources: string;
}

/** Entry files of the worker threads, which stand elsewhere in the built program than in the source tree. */
export interface WorkerEntries {
  readonly parseMail: URL;
  readonly renderTemplate: URL;
  readonly checkPages: URL;
  readonly spell: URL;
  readonly readFile: URL;
}

/** Prints a self-contained HTML page. Rejects with `pdf-unavailable` where the host has no browser engine. */
export type PrintPdf = (html: string) => Promise<Uint8Array>;

/** What a host lends the core. A test lends fakes of these and of nothing else. */
export interface Ports {
  readonly clock: Clock;
  readonly secrets: SecretSafes;
  readonly paths: Paths;
  readonly workers: WorkerEntries;
  readonly log: Logger;
  readonly printPdf: PrintPdf;
}
