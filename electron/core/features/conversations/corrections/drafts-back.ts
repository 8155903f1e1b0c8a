import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { carryFiles } from './carry.ts';
import type { Row, RowChange } from './picture.ts';
import { highestRevision, settleDrafts } from './pour.ts';

/** A draft that went along with a correction and is there still: where it stands, and where undoing brings it. */
interface ComingBack {
  readonly from: ConversationId;
  readonly into: ConversationId;
  readonly kind: string;
}

const isDraft = ({ table }: Pick<RowChange, 'table'>): boolean => table === 'drafts';

/** Where one draft gave way to another, the one left and the other came: neither was made of the other. */
export const eachByItself = (changes: readonly RowChange[]): RowChange[] =>
  changes.flatMap((change) =>
    isDraft(change) && change.before && change.after
      ? [
          { ...change, after: null },
          { ...change, before: null },
        ]
      : [change],
  );

const telling = ['kind', 'operator_id', 'text', 'attachment_ids', 'saved_at'];

/** Whether it is the same draft in another place: several of a kind may have left theirs. */
export const isSameDraft = (one: Row, other: Row): boolean =>
  telling.every((name) => one[name] === other[name]);

export function comingBack(store: ClientStore, changes: readonly RowChange[]): ComingBack[] {
  const drafts = eachByItself(changes.filter(isDraft));
  const came = drafts.flatMap(({ before, after }) => (after && !before ? [after] : []));
  const left = drafts.flatMap(({ before, after }) => (before && !after ? [before] : []));
  return left.flatMap((was) => {
    const is = came.find((each) => isSameDraft(each, was));
    if (!is || !stands(store, is)) return [];
    return [{ from: placeOf(is), into: placeOf(was), kind: String(was['kind']) }];
  });
}

const placeOf = (row: Row) => row['conversation_id'] as ConversationId;

const stands = (store: ClientStore, row: Row): boolean =>
  store
    .prepare('SELECT 1 FROM drafts WHERE conversation_id = ? AND kind = ?')
    .get(placeOf(row), row['kind'] ?? null) !== undefined;

/**
 * Of a draft that comes back and one that was begun there meanwhile only one stays.
 *
 * @throws LiaisonError `drafts-on-both` where both are somebody's work
 */
export function makeRoom(store: ClientStore, coming: readonly ComingBack[]): void {
  for (const each of coming) settleDrafts(store, each);
}

/** What was put to a draft since comes along; and its number must not stand for a reply that was sent there meanwhile. */
export function bringAlong(store: ClientStore, coming: readonly ComingBack[]): void {
  for (const { into, kind } of coming) {
    const draft = store
      .prepare('SELECT attachment_ids FROM drafts WHERE conversation_id = ? AND kind = ?')
      .get(into, kind) as { attachment_ids: string } | undefined;
    if (!draft) continue;
    carryFiles(store, { into, ids: draft.attachment_ids });
    store
      .prepare(
        `UPDATE drafts SET revision = :free WHERE conversation_id = :into AND kind = :kind
           AND revision IN (SELECT draft_revision FROM outbox WHERE conversation_id = :into)`,
      )
      .run({ into, kind, free: highestRevision(store, into) + 1 });
  }
}

/** A reply that a rule had filled stays away where its files are gone: it would promise what it does not bring. */
export function isWhole(store: ClientStore, { table, before }: RowChange): boolean {
  if (!before || !isDraft({ table }) || before['operator_id'] !== null) return true;
  const missing = store.prepare(
    'SELECT 1 FROM json_each(?) WHERE value NOT IN (SELECT id FROM outgoing_attachments) LIMIT 1',
  );
  return missing.get(before['attachment_ids'] ?? null) === undefined;
}
