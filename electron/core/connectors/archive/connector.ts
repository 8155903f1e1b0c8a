import { LiaisonError } from '../../../shared/errors.ts';
import { manifests } from '../../../shared/manifests.ts';
import type { Connector } from '../contract.ts';

const refuse = () =>
  Promise.reject(new LiaisonError('address-not-supported', { detail: { what: 'archive' } }));

/** Mail that was imported, or belonged to a channel since removed: it can be read, and there is nobody to talk to. */
export function createArchiveConnector(): Connector {
  return {
    manifest: manifests.archive,
    test: () => Promise.resolve({ ok: true, steps: [] }),
    receive: () =>
      Promise.resolve({
        async *pull() {},
        watch: (signal: AbortSignal) =>
          new Promise<void>((resolve) => {
            if (signal.aborted) resolve();
            else signal.addEventListener('abort', () => resolve(), { once: true });
          }),
        close: () => Promise.resolve(),
      }),
    introduce: refuse,
    deliver: refuse,
    findSent: () => Promise.resolve(false),
    fileCopy: refuse,
  };
}
