import type { Selectable } from 'kysely';
import type { AttachmentId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';

export type TemplateFileRow = Selectable<ClientTables['template_files']>;

export const listFiles = (store: ClientStore): TemplateFileRow[] =>
  store.all(store.sql.selectFrom('template_files').selectAll().orderBy('created_at').orderBy('id'));

export function insertFile(store: ClientStore, row: TemplateFileRow): void {
  store.run(store.sql.insertInto('template_files').values(row));
}

export function deleteFile(store: ClientStore, id: AttachmentId): void {
  store.run(store.sql.deleteFrom('template_files').where('id', '=', id));
}

/** The files that some version of some template names; history can be restored, so all of them count. */
export function namedFiles(store: ClientStore): ReadonlySet<AttachmentId> {
  const rows = store.all(
    store.sql.selectFrom('templates').select('attachment_ids').where('attachment_ids', '!=', '[]'),
  );
  return new Set(rows.flatMap((row) => JSON.parse(row.attachment_ids) as AttachmentId[]));
}
