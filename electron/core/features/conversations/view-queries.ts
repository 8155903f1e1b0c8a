import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { ViewFilter, ViewSort } from '../../../shared/views.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Place } from './cursor.ts';
import { fieldCondition, listed, part, promiseOf, statusCondition, type Part } from './view-conditions.ts';
import { possibleStatuses, sizedRows, type Drive, type Sizes } from './view-plan-rules.ts';

/** What a view asks, by whom and when. */
export interface ViewAsked {
  readonly filter: ViewFilter;
  readonly sort: ViewSort;
  readonly operatorId: OperatorId;
  /** Epoch milliseconds. */
  readonly now: number;
}

const atWork = "c.status IN ('new', 'open', 'waiting', 'on-hold')";

const orders = {
  newest: { key: 'last_message_at', direction: 'DESC', beyond: '<' },
  oldest: { key: 'last_message_at', direction: 'ASC', beyond: '>' },
  waiting: { key: 'waiting_since', direction: 'ASC', beyond: '>' },
  due: { key: 'due_at', direction: 'ASC', beyond: '>' },
} as const;

export const directionOf = (sort: ViewSort): 1 | -1 => (orders[sort].direction === 'ASC' ? 1 : -1);

/** Which conversations a way of reading a view gives, in its order. */
export function pageStatement(
  asked: ViewAsked,
  { drive, after, limit }: { drive: Drive; after: Place | null; limit: number },
): Part {
  const { direction, beyond } = orders[asked.sort];
  const way = wayOf(drive, asked);
  const conditions = [...way.conditions, ...conditionsOf(asked)];
  if (after)
    conditions.push(part(`(${way.key}, ${way.id}) ${beyond} (:key, :id)`, { key: after[0], id: after[1] }));
  return part(
    `SELECT ${way.id} AS id, ${way.key} AS place FROM ${way.from}
     WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
     ORDER BY ${way.key} ${direction}, ${way.id} ${direction} LIMIT :limit`,
    Object.assign(
      { limit },
      ...way.conditions.map(({ values }) => values),
      ...conditions.map(({ values }) => values),
    ),
  );
}

/** How many there are, without looking at more than `budget` rows. */
export function countStatement(asked: ViewAsked, { drive, budget }: { drive: Drive; budget: number }): Part {
  const way = wayOf(drive, asked);
  const conditions = conditionsOf(asked);
  const within = way.conditions.map(({ sql }) => sql).join(' AND ');
  return part(
    `SELECT count(*) AS looked, total(fits) AS count FROM (
       SELECT (${conditions.map(({ sql }) => sql).join(' AND ')}) AS fits
       FROM ${way.from} WHERE ${within} LIMIT :budget)`,
    Object.assign({ budget }, ...[...way.conditions, ...conditions].map(({ values }) => values)),
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
const assignedSet = (asked: ViewAsked): { index: string; condition: Part } =>
  asked.filter.assignee === 'somebody'
    ? { index: 'conversations_assigned', condition: part('c.assignee_id IS NOT NULL') }
    : {
        index: 'conversations_of_assignee',
        condition: part('c.assignee_id IS NOT NULL AND c.assignee_id = :assignee', {
          assignee: assigneeOf(asked),
        }),
      };

const assigneeOf = ({ filter, operatorId }: ViewAsked): string =>
  filter.assignee === 'me' ? operatorId : (filter.assignee ?? '');

/** Everything that the filter asks, each as a condition on `c`. */
function conditionsOf(asked: ViewAsked): Part[] {
  const { filter, sort, now } = asked;
  const parts = [statusCondition(possibleStatuses(filter, sort))];
  if (filter.tags.length > 0) parts.push(part(bears('tags'), { tags: JSON.stringify(filter.tags) }));
  if (filter.withoutTags.length > 0)
    parts.push(part(`NOT ${bears('withoutTags')}`, { withoutTags: JSON.stringify(filter.withoutTags) }));
  if (filter.assignee === 'nobody') parts.push(part('c.assignee_id IS NULL'));
  else if (filter.assignee === 'somebody') parts.push(part('c.assignee_id IS NOT NULL'));
  else if (filter.assignee !== null)
    parts.push(part('c.assignee_id = :assignee', { assignee: assigneeOf(asked) }));
  if (filter.waiting !== null) parts.push(part(`c.waiting_since IS ${filter.waiting ? 'NOT ' : ''}NULL`));
  if (filter.waitingMinutes !== null)
    parts.push(part('c.waiting_since <= :waited', { waited: now - filter.waitingMinutes * 60_000 }));
  if (filter.promise !== null) parts.push(promiseOf(filter.promise, now));
  if (filter.channels.length > 0)
    parts.push(
      part('c.channel_id IN (SELECT value FROM json_each(:channels))', {
        channels: JSON.stringify(filter.channels),
      }),
    );
  return [...parts, ...filter.fields.map(fieldCondition)];
}

/** The sizes that a plan is made by; each look ends at `sizedRows`. */
export function sizesIn(store: ClientStore, asked: ViewAsked): Sizes {
  const upTo = (rows: string, values: Part['values']): number =>
    (
      store
        .prepare(`SELECT count(*) AS size FROM (SELECT 1 FROM ${rows} LIMIT ${sizedRows})`)
        .get(values) as {
        size: number;
      }
    ).size;
  return (of) => {
    switch (of.set) {
      case 'tags':
        return upTo('conversation_tags WHERE tag IN (SELECT value FROM json_each(:tags))', {
          tags: JSON.stringify(asked.filter.tags),
        });
      case 'field': {
        const question = asked.filter.fields[of.field];
        return upTo(
          'field_values WHERE field_id = :field AND value IN (SELECT value FROM json_each(:values))',
          {
            field: question?.fieldId ?? '',
            values: JSON.stringify(question?.values ?? []),
          },
        );
      }
      case 'statuses':
        return upTo(
          `conversations INDEXED BY conversations_by_status WHERE status IN (${listed(of.statuses)})`,
          {},
        );
      case 'named':
        if (of.named.length === 0) return 0;
        return upTo(
          `conversations INDEXED BY conversations_by_status_id
           WHERE status_id IS NOT NULL AND status_id IN (SELECT value FROM json_each(:named))`,
          { named: JSON.stringify(of.named) },
        );
      case 'mine':
        return upTo(
          `conversations c INDEXED BY conversations_mine WHERE c.assignee_id IS NOT NULL AND c.assignee_id = :assignee AND ${atWork}`,
          { assignee: assigneeOf(asked) },
        );
      case 'assigned': {
        const { index, condition } = assignedSet(asked);
        return upTo(`conversations c INDEXED BY ${index} WHERE ${condition.sql}`, condition.values);
      }
      case 'unassigned':
        return upTo(
          `conversations c INDEXED BY conversations_unassigned WHERE c.assignee_id IS NULL AND ${atWork}`,
          {},
        );
    }
  };
}

/** A conversation's place in a view. */
export interface ViewPlace {
  readonly id: ConversationId;
  readonly place: number;
}

export const runPage = (store: ClientStore, { sql, values }: Part): ViewPlace[] =>
  store.prepare(sql).all(values) as ViewPlace[];

export const runCount = (store: ClientStore, { sql, values }: Part): { looked: number; count: number } =>
  store.prepare(sql).get(values) as { looked: number; count: number };
