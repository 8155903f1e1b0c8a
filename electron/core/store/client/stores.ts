import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientState, LostOriginals } from '../../../shared/clients.ts';
import { asLiaisonError, LiaisonError } from '../../../shared/errors.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { PageCheck } from '../page-check.ts';
import { fileFolderOf } from '../file-folder.ts';
import { openClientStore, type ClientStore } from './client-store.ts';
import { hasMailFiles } from './message-sources.ts';

/** The open stores of all clients. One that can't be opened is remembered with its reason; the others work. */
export interface ClientStores {
  /** Opens (or makes) a store; never throws: look at `stateOf`. */
  open(clientId: ClientId, key: () => Promise<Uint8Array>): Promise<void>;
  /** @throws LiaisonError why this client's store is unavailable, or `not-found` */
  of(clientId: ClientId): ClientStore;
  stateOf(clientId: ClientId): ClientState;
  /** The stores that are open. */
  all(): ClientStore[];
  folderOf(clientId: ClientId): string;
  /** Closes a store that can't be trusted any more, and remembers why. */
  fail(clientId: ClientId, error: LiaisonError): void;
  /** Closes the store and removes every file of it. */
  erase(clientId: ClientId): void;
  close(): void;
}

/**
 * How long a commit may stand in the log alone. One damaged byte there silently drops every commit after it, while the
 * file itself notices any damage.
 */
const foldMilliseconds = 30_000;

interface ClientStoresOptions {
  readonly pageCheck: Pick<PageCheck, 'add'>;
  /** A store that was opened in good faith proved damaged; it is still open. */
  readonly onDamaged: (clientId: ClientId, error: LiaisonError) => void;
  /** The bytes of some mails beside an open store proved damaged: its state says so from now on. */
  readonly onOriginalsLost: (clientId: ClientId, lost: LostOriginals) => void;
}

export function createClientStores(dataFolder: string, options: ClientStoresOptions): ClientStores {
  const opened = new Map<ClientId, ClientStore>();
  const failed = new Map<ClientId, LiaisonError>();
  const lost = new WeakMap<ClientStore, LostOriginals>();
  const folderOf = (clientId: ClientId) => join(dataFolder, 'clients', clientId);

  function checkLater(store: ClientStore, key: Uint8Array): void {
    const { clientId, path, isChecked } = store;
    options.pageCheck.add({ clientId, path, key, isChecked }, (damage) => {
      if (opened.get(clientId) !== store) return;
      if (damage === 'pages')
        return options.onDamaged(clientId, new LiaisonError('store-damaged', { detail: { path } }));
      const found = { ...damage, folder: fileFolderOf(path) };
      lost.set(store, found);
      options.onOriginalsLost(clientId, found);
    });
  }

  const folding = setInterval(() => {
    for (const store of opened.values()) foldQuietly(store);
  }, foldMilliseconds).unref();

  return {
    folderOf,
    async open(clientId, key) {
      if (opened.has(clientId)) return;
      try {
        const secret = await key();
        // Somebody else may have asked for it meanwhile.
        if (opened.has(clientId)) return;
        const store = openClientStore({ clientId, folder: folderOf(clientId), key: secret });
        opened.set(clientId, store);
        failed.delete(clientId);
        if (!store.isChecked || hasMailFiles(store)) checkLater(store, secret);
      } catch (error) {
        failed.set(clientId, asLiaisonError(error));
      }
    },
    of(clientId) {
      const store = opened.get(clientId);
      if (store) return store;
      throw failed.get(clientId) ?? new LiaisonError('not-found', { detail: { what: 'client' } });
    },
    stateOf(clientId) {
      const store = opened.get(clientId);
      if (store) return readyWith(lost.get(store));
      const error = failed.get(clientId) ?? new LiaisonError('store-locked');
      return { kind: 'unavailable', error: error.shape };
    },
    all: () => [...opened.values()],
    fail(clientId, error) {
      opened.get(clientId)?.close();
      opened.delete(clientId);
      failed.set(clientId, error);
    },
    erase(clientId) {
      opened.get(clientId)?.close();
      opened.delete(clientId);
      failed.delete(clientId);
      rmSync(folderOf(clientId), { recursive: true, force: true, maxRetries: 3 });
    },
    close() {
      clearInterval(folding);
      for (const store of opened.values()) {
        foldQuietly(store);
        store.close();
      }
      opened.clear();
    },
  };
}

/** Where the disk is full or gone the log stays as it is, whole and readable; the next write says so. */
function foldQuietly(store: ClientStore): void {
  try {
    store.checkpoint();
  } catch {
    // Tried again at the next turn.
  }
}

const readyWith = (lostOriginals: LostOriginals | undefined): ClientState =>
  lostOriginals ? { kind: 'ready', lostOriginals } : { kind: 'ready' };
