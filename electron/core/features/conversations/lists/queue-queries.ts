import type { ConversationStatus, QueueView } from '../../../../shared/conversations.ts';
import type { ChannelId, ConversationId, OperatorId, StatusId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Place } from './cursor.ts';

export interface QueueLine {
  readonly id: ConversationId;
  readonly contact_name: string;
  readonly contact_address: string | null;
  readonly subject: string;
  readonly preview: string;
  readonly status: ConversationStatus;
  readonly status_id: StatusId | null;
  readonly status_name: string | null;
  readonly assignee_id: OperatorId | null;
  readonly channel_id: ChannelId;
  readonly tags: string | null;
  readonly message_count: number;
  readonly has_attachments: 0 | 1;
  readonly last_message_at: number;
  readonly waiting_since: number | null;
  readonly snoozed_until: number | null;
}

/** What concerns one operator alone: as short as a person's list of such things. */
const personal = {
  /** By when they were named last: a note makes no conversation newer. */
  mentions: `SELECT m.conversation_id AS id, max(n.at) AS place FROM mentions n JOIN messages m ON m.id = n.message_id
    WHERE n.operator_id = :operator GROUP BY m.conversation_id`,
  following: `SELECT c.id, c.last_message_at AS place FROM followers f CROSS JOIN conversations c ON c.id = f.conversation_id
    WHERE f.operator_id = :operator`,
} as const;
type PersonalView = keyof typeof personal;
const isPersonal = (view: QueueView): view is PersonalView => view in personal;
/** The views that are read off an index of the conversations. */
export type CommonView = Exclude<QueueView, PersonalView>;

export const directionOf = (view: QueueView): 1 | -1 =>
  !isPersonal(view) && views[view].order === 'ASC' ? 1 : -1;

interface View {
  /** Named in the query: without statistics SQLite takes another one for some views and sorts. */
  readonly index: string;
  /** Must repeat a partial index's condition word for word. */
  readonly where: string;
  readonly key: 'waiting_since' | 'last_message_at';
  readonly order: 'ASC' | 'DESC';
}

const active = "status IN ('new', 'open', 'waiting', 'on-hold')";
/** `:operator` and the place are bound by name. */
export const views: Readonly<Record<CommonView, View>> = {
  unanswered: {
    index: 'conversations_unanswered',
    where: "waiting_since IS NOT NULL AND status IN ('new', 'open')",
    key: 'waiting_since',
    order: 'ASC',
  },
  mine: {
    index: 'conversations_mine',
    where: `assignee_id IS NOT NULL AND assignee_id = :operator AND ${active}`,
    key: 'last_message_at',
    order: 'DESC',
  },
  unassigned: {
    index: 'conversations_unassigned',
    where: `assignee_id IS NULL AND ${active}`,
    key: 'last_message_at',
    order: 'DESC',
  },
  waiting: {
    index: 'conversations_by_status',
    where: "status = 'waiting'",
    key: 'last_message_at',
    order: 'DESC',
  },
  snoozed: {
    index: 'conversations_by_status',
    where: "status = 'snoozed'",
    key: 'last_message_at',
    order: 'DESC',
  },
  resolved: {
    index: 'conversations_by_status',
    where: "status = 'resolved'",
    key: 'last_message_at',
    order: 'DESC',
  },
  spam: { index: 'conversations_by_status', where: "status = 'spam'", key: 'last_message_at', order: 'DESC' },
  all: { index: 'conversations_by_age', where: "status <> 'spam'", key: 'last_message_at', order: 'DESC' },
};

/** Which conversations one store's part of a page holds, and in which order; nothing of them is read yet. */
export function pageSql(view: QueueView, after: boolean): string {
  if (isPersonal(view)) {
    const beyond = after ? 'WHERE (place, id) < (:key, :id)' : '';
    return `SELECT id, place FROM (${personal[view]}) ${beyond} ORDER BY place DESC, id DESC LIMIT :limit`;
  }
  const { index, where, key, order } = views[view];
  const beyond = after ? `AND (${key}, id) ${order === 'ASC' ? '>' : '<'} (:key, :id)` : '';
  return `SELECT id, ${key} AS place FROM conversations INDEXED BY ${index}
    WHERE ${where} ${beyond} ORDER BY ${key} ${order}, id ${order} LIMIT :limit`;
}

/** A conversation's place in a view: what the view sorts by. */
export interface QueuePlace {
  readonly id: ConversationId;
  readonly place: number;
}

export function readPlaces(
  store: ClientStore,
  page: { view: QueueView; operatorId: OperatorId; after: Place | null; limit: number },
): QueuePlace[] {
  const { view, operatorId, after, limit } = page;
  return store.prepare(pageSql(view, after !== null)).all({
    limit,
    ...(view === 'mine' || isPersonal(view) ? { operator: operatorId } : {}),
    ...(after ? { key: after[0], id: after[1] } : {}),
  }) as QueuePlace[];
}

/** What is shown of them, by id. Only for what made it onto the page: each line is read from several places. */
export function readLines(
  store: ClientStore,
  ids: readonly ConversationId[],
): ReadonlyMap<ConversationId, QueueLine> {
  const rows = store
    .prepare(
      `SELECT c.*, k.name AS contact_name,
         (SELECT min(address) FROM identities WHERE contact_id = c.contact_id) AS contact_address,
         (SELECT name FROM statuses WHERE id = c.status_id) AS status_name,
         (SELECT until FROM snoozes WHERE conversation_id = c.id AND c.status = 'snoozed') AS snoozed_until,
         (SELECT json_group_array(tag) FROM conversation_tags WHERE conversation_id = c.id) AS tags
       FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value JOIN contacts k ON k.id = c.contact_id`,
    )
    .all(JSON.stringify(ids)) as QueueLine[];
  return new Map(rows.map((row) => [row.id, row]));
}

export function countOf(
  store: ClientStore,
  { view, operatorId }: { view: CommonView; operatorId: OperatorId },
): number {
  const statement = store.prepare(
    `SELECT count(*) AS count FROM conversations INDEXED BY ${views[view].index} WHERE ${views[view].where}`,
  );
  const row = statement.get(view === 'mine' ? { operator: operatorId } : {}) as { count: number };
  return row.count;
}
