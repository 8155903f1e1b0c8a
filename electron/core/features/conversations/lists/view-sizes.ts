import type { ClientStore } from '../../../store/client/client-store.ts';
import { listed, type Part } from './view-conditions.ts';
import { sizedRows, type Sizes } from './view-plan-rules.ts';
import { assignedSet, assigneeOf, atWork, type ViewAsked } from './view-queries.ts';

/** The sizes that a plan is made by; each look ends at `sizedRows`. */
export function sizesIn(store: ClientStore, asked: ViewAsked): Sizes {
  const upTo = (rows: string, values: Part['values']) => knownSize(store, { rows, values, now: asked.now });
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

/** Counted anew after so long: a plan made by an older size looks at more rows and finds the same. */
const sizesHold = 5 * 60_000;
/** More distinct sets than views ask for. */
const mostKnown = 500;
const known = new WeakMap<ClientStore, Map<string, { size: number; at: number }>>();

/** Counting takes longer than finding a page: it is done now and then. */
function knownSize(
  store: ClientStore,
  { rows, values, now }: { rows: string; values: Part['values']; now: number },
): number {
  const sizes = known.get(store) ?? new Map<string, { size: number; at: number }>();
  known.set(store, sizes);
  const name = JSON.stringify([rows, values]);
  const kept = sizes.get(name);
  if (kept && now - kept.at < sizesHold) return kept.size;
  const counted = store
    .prepare(`SELECT count(*) AS size FROM (SELECT 1 FROM ${rows} LIMIT ${sizedRows})`)
    .get(values) as { size: number };
  if (sizes.size >= mostKnown) sizes.clear();
  sizes.set(name, { size: counted.size, at: now });
  return counted.size;
}
