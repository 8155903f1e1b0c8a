import type { Client, ClientDetails } from '../../../shared/clients.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import type { WorkspaceTables } from '../../store/workspace/tables.ts';
import type { KeyBackend } from '../vault/queries.ts';

export type ClientRow = WorkspaceTables['clients'];
type Details = Omit<ClientDetails, 'workingHours'>;

export const listClients = (workspace: WorkspaceStore): ClientRow[] =>
  workspace.all(workspace.sql.selectFrom('clients').selectAll().orderBy('created_at').orderBy('id'));

export const findClient = (workspace: WorkspaceStore, id: ClientId): ClientRow | undefined =>
  workspace.first(workspace.sql.selectFrom('clients').selectAll().where('id', '=', id));

export function insertClient(
  workspace: WorkspaceStore,
  client: Details & { id: ClientId; demo: boolean; backend: KeyBackend; check: string; now: number },
): void {
  workspace.run(
    workspace.sql.insertInto('clients').values({
      ...columnsOf(client),
      id: client.id,
      demo: client.demo ? 1 : 0,
      created_at: client.now,
      key_backend: client.backend,
      key_check: client.check,
      removing: 0,
    }),
  );
}

export const updateClient = (workspace: WorkspaceStore, id: ClientId, details: Details): number =>
  workspace.run(workspace.sql.updateTable('clients').set(columnsOf(details)).where('id', '=', id));

export const markRemoving = (workspace: WorkspaceStore, id: ClientId): number =>
  workspace.run(workspace.sql.updateTable('clients').set({ removing: 1 }).where('id', '=', id));

export const deleteClient = (workspace: WorkspaceStore, id: ClientId): number =>
  workspace.run(workspace.sql.deleteFrom('clients').where('id', '=', id));

const columnsOf = (details: Details) => ({
  name: details.name,
  mark: details.mark,
  colour: details.colour,
  pattern: details.pattern,
  languages: JSON.stringify(details.languages),
  time_zone: details.timeZone,
});

export const detailsOf = (row: ClientRow): Details => ({
  name: row.name,
  mark: row.mark,
  colour: row.colour as Client['colour'],
  pattern: row.pattern as Client['pattern'],
  languages: JSON.parse(row.languages) as string[],
  timeZone: row.time_zone,
});
