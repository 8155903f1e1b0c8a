import { LiaisonError } from '../../../../shared/errors.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { keepMerged } from '../conversation-rows.ts';
import { ownedTables, type OwnedTable } from './tables-of.ts';

interface Way {
  readonly from: ConversationId;
  readonly into: ConversationId;
}

/** Tables that have a way of their own. */
const apart: ReadonlySet<string> = new Set(['conversations', 'messages', 'events', 'outbox', 'drafts']);

/**
 * Everything of one conversation becomes the other's, and the one is no more: mail, facts, what waits to leave, drafts,
 * and a row of every other table; where both have the same (a tag, a follower), the other's stands. The caller tells its
 * history again.
 *
 * @throws LiaisonError `drafts-on-both`
 */
export function pour(store: ClientStore, way: Way): void {
  pourDrafts(store, way);
  pourOutbox(store, way);
  for (const table of ['messages', 'events']) {
    store
      .prepare(`UPDATE ${table} SET conversation_id = ? WHERE conversation_id = ?`)
      .run(way.into, way.from);
  }
  for (const table of ownedTables(store)) if (!apart.has(table.name)) pourRows(store, { ...way, table });
  store.prepare('DELETE FROM conversations WHERE id = ?').run(way.from);
  keepMerged(store, way);
}

/** Where the conversation's name is part of the key, a row is written anew: some tables keep copies of its place. */
function pourRows(store: ClientStore, { from, into, table }: Way & { table: OwnedTable }): void {
  const { name, owner, key, columns } = table;
  if (key.includes(owner)) {
    const values = columns.map((column) => (column === owner ? '?' : column)).join(', ');
    store
      .prepare(
        `INSERT OR IGNORE INTO ${name} (${columns.join(', ')}) SELECT ${values} FROM ${name} WHERE ${owner} = ?`,
      )
      .run(into, from);
  } else store.prepare(`UPDATE OR IGNORE ${name} SET ${owner} = ? WHERE ${owner} = ?`).run(into, from);
  store.prepare(`DELETE FROM ${name} WHERE ${owner} = ?`).run(from);
}

/** Numbers of drafts and replies beyond which all are free: a number that came back would stand for another reply. */
export function highestRevision(store: ClientStore, id: ConversationId): number {
  const row = store
    .prepare(
      `SELECT max(coalesce((SELECT max(draft_revision) FROM outbox WHERE conversation_id = :id), 0),
         coalesce((SELECT max(revision) FROM drafts WHERE conversation_id = :id), 0)) AS highest`,
    )
    .get({ id }) as { highest: number };
  return row.highest;
}

const isEmpty =
  "trim(text, ' ' || char(9, 10, 13)) = '' AND attachment_ids = '[]' AND json_extract(manner, '$.original') IS NULL";
const isRules = 'operator_id IS NULL';

/** Whether somebody has kept what they write to a customer in any of these. */
export const holdsWords = (store: ClientStore, ids: readonly ConversationId[]): boolean =>
  store
    .prepare(
      `SELECT 1 FROM drafts WHERE conversation_id IN (SELECT value FROM json_each(?)) AND kind <> 'note'
         AND NOT (${isEmpty}) AND NOT (${isRules}) LIMIT 1`,
    )
    .get(JSON.stringify(ids)) !== undefined;

/**
 * Words are somebody's work: of two drafts of a kind, or of every kind, one may only go where it says nothing, or where a
 * rule has filled it and nobody has touched it; of two such the one in `into` stays.
 *
 * @throws LiaisonError `drafts-on-both`
 */
export function settleDrafts(
  store: ClientStore,
  { from, into, kind = null }: Way & { kind?: string | null },
): void {
  const twins = `FROM drafts WHERE conversation_id = :here AND kind = coalesce(:kind, kind)
    AND kind IN (SELECT kind FROM drafts WHERE conversation_id = :there)`;
  for (const givesWay of [isEmpty, isRules]) {
    const remove = store.prepare(`DELETE ${twins} AND ${givesWay}`);
    remove.run({ here: from, there: into, kind });
    remove.run({ here: into, there: from, kind });
  }
  const both = store.prepare(`SELECT 1 ${twins}`);
  if (both.get({ here: from, there: into, kind })) throw new LiaisonError('drafts-on-both');
}

function pourDrafts(store: ClientStore, { from, into }: Way): void {
  settleDrafts(store, { from, into });
  const beyond = highestRevision(store, into);
  store
    .prepare('UPDATE drafts SET conversation_id = ?, revision = revision + ? WHERE conversation_id = ?')
    .run(into, beyond, from);
}

function pourOutbox(store: ClientStore, { from, into }: Way): void {
  const beyond = highestRevision(store, into);
  store
    .prepare(
      'UPDATE outbox SET conversation_id = ?, draft_revision = draft_revision + ? WHERE conversation_id = ?',
    )
    .run(into, beyond, from);
}
