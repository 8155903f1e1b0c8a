import type { ConversationId, OperatorId } from '../../../../shared/ids.ts';
import type { ViewFilter, ViewSort } from '../../../../shared/views.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Place } from './cursor.ts';
import { fieldCondition, listed, part, promiseOf, statusCondition, type Part } from './view-conditions.ts';
import { possibleStatuses, type Drive } from './view-plan-rules.ts';

/** What a view asks, by whom and when. */
export interface ViewAsked {
  readonly filter: ViewFilter;
  readonly sort: ViewSort;
  readonly operatorId: OperatorId;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const atWork = "c.status IN ('new', 'open', 'waiting', 'on-hold')";

const orders = {
  newest: { key: 'last_message_at', direction: 'DESC', beyond: '<' },
  oldest: { key: 'last_message_at', direction: 'ASC', beyond: '>' },
  waiting: { key: 'waiting_since', direction: 'ASC', beyond: '>' },
  due: { key: 'due_at', direction: 'ASC', beyond: '>' },
} as const;

export const directionOf = (sort: ViewSort): 1 | -1 => (orders[sort].direction === 'ASC' ? 1 : -1);

/** Where a look along a way begins and how far it goes. */
export interface Look {
  readonly drive: Drive;
  readonly after: Place | null;
  /** Rows of the way, whether they fit or not. */
  readonly rows: number;
  /** Conversations that fit. */
  readonly limit: number;
}

/** Which conversations a way of reading a view gives, in its order. */
export function pageStatement(asked: ViewAsked, look: Look): Part {
  const { within, ...way } = alongWay(asked, look);
  const conditions = together(conditionsOf(asked, look.drive));
  return part(
    `SELECT id, place FROM (
       SELECT ${way.id} AS id, ${way.key} AS place, CASE WHEN ${conditions.sql} THEN 1 ELSE 0 END AS fits
       FROM ${way.from} WHERE ${within.sql} ORDER BY ${way.order} LIMIT :rows) WHERE fits LIMIT :limit`,
    { rows: look.rows, limit: look.limit, ...within.values, ...conditions.values },
  );
}

/** The last of the rows that are looked at; none where the way ends before. */
export function lastLookedStatement(asked: ViewAsked, look: Omit<Look, 'limit'>): Part {
  const { within, ...way } = alongWay(asked, look);
  return part(
    `SELECT ${way.id} AS id, ${way.key} AS place FROM ${way.from} WHERE ${within.sql}
     ORDER BY ${way.order} LIMIT 1 OFFSET :last`,
    { last: look.rows - 1, ...within.values },
  );
}

function alongWay(asked: ViewAsked, { drive, after }: Pick<Look, 'drive' | 'after'>) {
  const { direction, beyond } = orders[asked.sort];
  const { key, id, from, conditions } = wayOf(drive, asked);
  const further = after
    ? [part(`(${key}, ${id}) ${beyond} (:key, :id)`, { key: after[0], id: after[1] })]
    : [];
  return {
    ...{ key, id, from },
    within: together([...conditions, ...further]),
    order: `${key} ${direction}, ${id} ${direction}`,
  };
}

const together = (parts: readonly Part[]): Part =>
  part(parts.map(({ sql }) => sql).join(' AND '), Object.assign({}, ...parts.map(({ values }) => values)));

/** How many of the rows that are looked at fit. */
export function countStatement(asked: ViewAsked, look: Omit<Look, 'limit'>): Part {
  const { within, ...way } = alongWay(asked, look);
  const conditions = together(conditionsOf(asked, look.drive));
  return part(
    `SELECT count(*) AS looked, total(fits) AS count FROM (
       SELECT CASE WHEN ${conditions.sql} THEN 1 ELSE 0 END AS fits
       FROM ${way.from} WHERE ${within.sql} ORDER BY ${way.order} LIMIT :rows)`,
    { rows: look.rows, ...within.values, ...conditions.values },
  );
}

interface Way {
  readonly from: string;
  /** What holds of every row of the set, as its index says it. */
  readonly conditions: readonly Part[];
  readonly key: string;
  readonly id: string;
}

function wayOf(drive: Drive, asked: ViewAsked): Way {
  const { key: column } = orders[asked.sort];
  const ofConversation = { key: column === 'due_at' ? 'd.due_at' : `c.${column}`, id: 'c.id' };
  const by = (index: string, ...conditions: Part[]): Way => ({
    ...ofConversation,
    from: `conversations c INDEXED BY ${index}`,
    conditions,
  });
  switch (drive.by) {
    case 'age':
      return by('conversations_by_age', part("c.status <> 'spam'"));
    case 'status':
      return by('conversations_by_status', part(`c.status = '${drive.status}'`));
    case 'named': {
      const named = part('c.status_id IS NOT NULL AND c.status_id = :statusId', { statusId: drive.statusId });
      return by('conversations_by_status_id', named, part(`c.status NOT IN (${listed(drive.beyond)})`));
    }
    case 'unassigned':
      return by('conversations_unassigned', part(`c.assignee_id IS NULL AND ${atWork}`));
    case 'mine':
      return by(
        'conversations_mine',
        part(`c.assignee_id IS NOT NULL AND c.assignee_id = :assignee AND ${atWork}`, {
          assignee: assigneeOf(asked),
        }),
      );
    case 'assigned': {
      const { index, condition } = assignedSet(asked);
      return by(index, condition);
    }
    case 'waiting':
      return by('conversations_waiting', part('c.waiting_since IS NOT NULL'));
    case 'due':
      return {
        key: 'd.due_at',
        id: 'd.conversation_id',
        from: 'dues d INDEXED BY dues_by_time CROSS JOIN conversations c ON c.id = d.conversation_id',
        conditions: [part('d.due_at > 0')],
      };
    case 'tag':
      return {
        key: 't.last_message_at',
        id: 't.conversation_id',
        from: 'conversation_tags t INDEXED BY conversation_tags_by_place CROSS JOIN conversations c ON c.id = t.conversation_id',
        conditions: [
          part('t.tag = :tag', { tag: drive.tag }),
          ...(drive.earlier.length > 0
            ? [part(`NOT ${bears('earlier')}`, { earlier: JSON.stringify(drive.earlier) })]
            : []),
        ],
      };
    case 'few-tagged':
      return few(
        `SELECT DISTINCT conversation_id AS id FROM conversation_tags INDEXED BY conversation_tags_by_place
        WHERE tag IN (SELECT value FROM json_each(:tags))`,
        { ...ofConversation, column },
        {
          tags: JSON.stringify(asked.filter.tags),
        },
      );
    case 'few-valued': {
      const question = asked.filter.fields[drive.field];
      return few(
        `SELECT conversation_id AS id FROM field_values INDEXED BY field_values_by_value
        WHERE field_id = :valuedField AND value IN (SELECT value FROM json_each(:valued))`,
        { ...ofConversation, column },
        {
          valuedField: question?.fieldId ?? '',
          valued: JSON.stringify(question?.values ?? []),
        },
      );
    }
  }
}

/** A small set, joined by id and sorted; only of what has the sort's key. */
function few(
  set: string,
  { key, id, column }: { key: string; id: string; column: string },
  values: Part['values'],
): Way {
  const dues = column === 'due_at' ? ' CROSS JOIN dues d ON d.conversation_id = c.id' : '';
  return {
    key,
    id,
    from: `(${set}) few CROSS JOIN conversations c ON c.id = few.id${dues}`,
    conditions: [part(`${key} IS NOT NULL`, values)],
  };
}

const bears = (name: string): string =>
  `EXISTS (SELECT 1 FROM conversation_tags g WHERE g.conversation_id = c.id AND g.tag IN (SELECT value FROM json_each(:${name})))`;

/** What is one operator's, or anybody's, in whatever status. */
export const assignedSet = (asked: ViewAsked): { index: string; condition: Part } =>
  asked.filter.assignee === 'somebody'
    ? { index: 'conversations_assigned', condition: part('c.assignee_id IS NOT NULL') }
    : {
        index: 'conversations_of_assignee',
        condition: part('c.assignee_id IS NOT NULL AND c.assignee_id = :assignee', {
          assignee: assigneeOf(asked),
        }),
      };

export const assigneeOf = ({ filter, operatorId }: ViewAsked): string =>
  filter.assignee === 'me' ? operatorId : (filter.assignee ?? '');

/**
 * Everything that the filter asks, each as a condition on `c`, in the order in which they are looked at: few have a tag or
 * a promise, which is looked up by the id; then what an index may hold; at last what is true of most. What was read off the
 * tags bears one.
 */
function conditionsOf(asked: ViewAsked, { by }: Drive): Part[] {
  const { filter, sort, now } = asked;
  const parts: Part[] = [];
  if (filter.tags.length > 0 && by !== 'tag' && by !== 'few-tagged')
    parts.push(part(bears('tags'), { tags: JSON.stringify(filter.tags) }));
  if (filter.promise !== null) parts.push(promiseOf(filter.promise, now));
  parts.push(statusCondition(possibleStatuses(filter, sort)));
  if (filter.assignee === 'nobody') parts.push(part('c.assignee_id IS NULL'));
  else if (filter.assignee === 'somebody') parts.push(part('c.assignee_id IS NOT NULL'));
  else if (filter.assignee !== null)
    parts.push(part('c.assignee_id = :assignee', { assignee: assigneeOf(asked) }));
  if (filter.waiting !== null) parts.push(part(`c.waiting_since IS ${filter.waiting ? 'NOT ' : ''}NULL`));
  if (filter.waitingMinutes !== null)
    parts.push(part('c.waiting_since <= :waited', { waited: now - filter.waitingMinutes * 60_000 }));
  if (filter.channels.length > 0)
    parts.push(
      part('c.channel_id IN (SELECT value FROM json_each(:channels))', {
        channels: JSON.stringify(filter.channels),
      }),
    );
  if (filter.withoutTags.length > 0)
    parts.push(part(`NOT ${bears('withoutTags')}`, { withoutTags: JSON.stringify(filter.withoutTags) }));
  return [...parts, ...filter.fields.map(fieldCondition)];
}

/** A conversation's place in a view. */
export interface ViewPlace {
  readonly id: ConversationId;
  readonly place: number;
}

/** What a look found, and how far it came; null: to the end. */
export function lookAlong(
  store: ClientStore,
  asked: ViewAsked,
  look: Look,
): { items: ViewPlace[]; upTo: ViewPlace | null } {
  const items = run(store, pageStatement(asked, look)) as ViewPlace[];
  const upTo = items.length === look.limit ? items.at(-1) : lastLooked(store, asked, look);
  return { items, upTo: upTo ?? null };
}

/** The same, but counted. */
export function countAlong(
  store: ClientStore,
  asked: ViewAsked,
  look: Omit<Look, 'limit'>,
): { looked: number; count: number; upTo: ViewPlace | null } {
  const [counted] = run(store, countStatement(asked, look)) as { looked: number; count: number }[];
  const { looked, count } = counted ?? { looked: 0, count: 0 };
  return { looked, count, upTo: looked < look.rows ? null : (lastLooked(store, asked, look) ?? null) };
}

const lastLooked = (store: ClientStore, asked: ViewAsked, look: Omit<Look, 'limit'>): ViewPlace | undefined =>
  (run(store, lastLookedStatement(asked, look)) as ViewPlace[])[0];

const run = (store: ClientStore, { sql, values }: Part): unknown[] => store.prepare(sql).all(values);
