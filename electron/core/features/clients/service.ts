import type { Client, ClientDetails } from '../../../shared/clients.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Vault } from '../vault/service.ts';
import {
  deleteClient,
  detailsOf,
  findClient,
  insertClient,
  listClients,
  markRemoving,
  updateClient,
  type ClientRow,
} from './queries.ts';

export interface Clients {
  /** Finishes interrupted removals, then opens every store it can. */
  openAll(): Promise<void>;
  list(): Client[];
  /** By id or by exact name, without regard to case; for the command line. */
  find(idOrName: string): Client | null;
  add(details: ClientDetails, options?: { demo: boolean }): Promise<Client>;
  update(id: ClientId, details: ClientDetails): void;
  /** Removes the key, the folder and the row, in that order: an interrupted removal is finished at the next start. */
  remove(id: ClientId): Promise<void>;
}

export function createClients(options: {
  workspace: WorkspaceStore;
  stores: ClientStores;
  vault: Vault;
  calendars: Calendars;
  clock: Clock;
  changes: Changes;
}): Clients {
  const { workspace, stores, vault, calendars, clock, changes } = options;

  const present = (row: ClientRow): Client => ({
    ...detailsOf(row),
    id: row.id,
    demo: row.demo === 1,
    state: stores.stateOf(row.id),
  });
  const list = () =>
    listClients(workspace)
      .filter((row) => row.removing === 0)
      .map(present);
  const keptKeyOf = (row: ClientRow) => ({
    clientId: row.id,
    backend: row.key_backend,
    check: row.key_check,
  });
  const open = (row: ClientRow) =>
    stores.open(row.id, () => vault.readKey(keptKeyOf(row), stores.folderOf(row.id)));

  async function finishRemoval(row: ClientRow): Promise<void> {
    await vault.removeKey(keptKeyOf(row));
    stores.erase(row.id);
    deleteClient(workspace, row.id);
    // The log still holds the row until it is folded in.
    workspace.checkpoint();
  }

  return {
    list,
    async openAll() {
      const rows = listClients(workspace);
      for (const row of rows) if (row.removing === 1) await finishRemoval(row).catch(() => undefined);
      // All at once: a keychain that does not answer is waited for once, and not for each client.
      await Promise.all(rows.filter((row) => row.removing === 0).map(open));
      changes.announce('clients');
    },
    find(idOrName) {
      const wanted = idOrName.trim().toLocaleLowerCase();
      return list().find((c) => c.id === wanted || c.name.toLocaleLowerCase() === wanted) ?? null;
    },
    async add(details, { demo } = { demo: false }) {
      mustBeTimeZone(details.timeZone);
      mustBeNew(details.name, list());
      const id = newId<ClientId>(clock.now());
      const made = demo ? vault.makeDemoKey(stores.folderOf(id)) : await vault.makeKey(id);
      insertClient(workspace, {
        ...details,
        id,
        demo,
        backend: made.backend,
        check: made.check,
        now: clock.now(),
      });
      await stores.open(id, () => Promise.resolve(made.key));
      calendars.define(stores.of(id), { timeZone: details.timeZone, weeklyHours: details.workingHours });
      changes.announce('clients', { clientId: id });
      return present(rowOf(workspace, id));
    },
    update(id, details) {
      mustBeTimeZone(details.timeZone);
      const others = list().filter((client) => client.id !== id);
      mustBeNew(details.name, others);
      if (updateClient(workspace, id, details) === 0)
        throw new LiaisonError('not-found', { detail: { what: 'client' } });
      calendars.define(stores.of(id), { timeZone: details.timeZone, weeklyHours: details.workingHours });
      changes.announce('clients', { clientId: id });
    },
    async remove(id) {
      const row = rowOf(workspace, id);
      markRemoving(workspace, id);
      changes.announce('clients', { clientId: id });
      await finishRemoval(row);
      changes.announce('clients', { clientId: id });
    },
  };
}

function rowOf(workspace: WorkspaceStore, id: ClientId): ClientRow {
  const row = findClient(workspace, id);
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'client' } });
  return row;
}

function mustBeTimeZone(timeZone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw new LiaisonError('invalid-input', { detail: { path: 'timeZone', value: timeZone }, cause });
  }
}

function mustBeNew(name: string, clients: readonly Client[]): void {
  const taken = clients.some((client) => client.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  if (taken) throw new LiaisonError('conflict', { detail: { what: 'client', name } });
}
