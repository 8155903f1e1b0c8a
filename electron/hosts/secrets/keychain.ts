import type { SecretSafe } from '../../core/ports.ts';
import { LiaisonError } from '../../shared/errors.ts';
import { keychainError } from './keychain-errors.ts';

/** A person at an unlock prompt takes longer, but a page must not wait for them: they are told, and try again. */
const deadlineMilliseconds = 5000;

/** The account that `check` writes, reads and removes again. */
const probe = 'liaison-check';

/** The part of keytar that we use. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainOptions {
  readonly service: string;
  /** Replaced in a test that needs a keychain which never answers. */
  readonly load?: () => Promise<Keytar>;
  readonly deadline?: number;
}

/**
 * The operating system's keychain. Every call ends within five seconds, with `keychain-absent`, `-locked`, `-denied` or
 * `-timeout` when it can't serve.
 */
export function createKeychain(options: KeychainOptions): SecretSafe {
  const { service, load = loadKeytar, deadline = deadlineMilliseconds } = options;
  let last: Promise<unknown> = Promise.resolve();

  /**
   * One call at a time: keytar blocks a thread of Node's pool for as long as the keychain doesn't answer, and four
   * blocked threads would stop every file of the process. The deadline counts the waiting too.
   */
  function call<Result>(work: (keytar: Keytar) => Promise<Result>): Promise<Result> {
    const before = last.catch(() => undefined);
    const abandoned = new AbortController();
    const result = before.then(async () => {
      if (abandoned.signal.aborted) throw new LiaisonError('keychain-timeout');
      return work(await load());
    });
    last = result;
    return withDeadline(result, { deadline, onTimeout: () => abandoned.abort() });
  }

  const safe: SecretSafe = {
    async check() {
      await call(async (keytar) => {
        await keytar.setPassword(service, probe, probe);
        const kept = await keytar.getPassword(service, probe);
        await keytar.deletePassword(service, probe);
        if (kept !== probe) throw new LiaisonError('keychain-denied');
      });
    },
    async read(name) {
      const value = await call((keytar) => keytar.getPassword(service, name));
      if (value === null) await safe.check(); // a locked collection also answers "nothing here"
      return value;
    },
    write: (name, value) => call((keytar) => keytar.setPassword(service, name, value)),
    async remove(name) {
      const removed = await call((keytar) => keytar.deletePassword(service, name));
      if (!removed) await safe.check();
    },
  };
  return safe;
}

/** Loaded on first use: the library needs libsecret and throws where there is none. */
async function loadKeytar(): Promise<Keytar> {
  return (await import('keytar')).default;
}

async function withDeadline<Result>(
  work: Promise<Result>,
  { deadline, onTimeout }: { deadline: number; onTimeout: () => void },
): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    onTimeout();
    reject(new LiaisonError('keychain-timeout', { retry: 'later' }));
  }, deadline);
  try {
    return await Promise.race([work, promise]);
  } catch (error) {
    throw keychainError(error);
  } finally {
    clearTimeout(timer);
  }
}
