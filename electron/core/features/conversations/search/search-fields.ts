import { canonicalValue } from '../../../../shared/field-values.ts';
import type { FieldId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { AutomationTables } from '../../../store/client/automation-tables.ts';
import type { Condition } from './search-filters.ts';
import type { SearchFilter } from './search-query-rules.ts';

type FieldRow = Pick<AutomationTables['fields'], 'id' | 'name' | 'kind' | 'choices'>;
type FieldFilter = Extract<SearchFilter, { kind: 'field' }>;

/** So few conversations are gone to one by one; of more, one of the newest messages is likely to be a hit. */
const few = 1_000;

/** A condition on `m`, a message: a field of its conversation holds what was asked for. A client without such a field has no hit. */
export function fieldCondition(store: ClientStore, filter: Pick<FieldFilter, 'name' | 'value'>): Condition {
  const meant = fieldsNamed(store, filter.name).flatMap((field) => valuesMeant(field, filter.value));
  const wanted = JSON.stringify(meant);
  const same = filter.value === null ? '' : 'AND v.value = w.value ->> 1 COLLATE NOCASE';
  const holding = `FROM json_each(?) w JOIN field_values v ON v.field_id = w.value ->> 0 ${same}`;
  const found = store.prepare(`SELECT v.conversation_id AS id ${holding} LIMIT ${few + 1}`).all(wanted) as {
    id: string;
  }[];
  if (found.length <= few)
    return {
      sql: 'm.conversation_id IN (SELECT value FROM json_each(?))',
      values: [JSON.stringify(found.map(({ id }) => id))],
    };
  return {
    sql: `EXISTS (SELECT 1 ${holding} WHERE v.conversation_id = m.conversation_id)`,
    values: [wanted],
  };
}

/** The fields in use of that name, or else those with it in their name. */
function fieldsNamed(store: ClientStore, name: string): FieldRow[] {
  const fields = store.all(
    store.sql
      .selectFrom('fields')
      .select(['id', 'name', 'kind', 'choices'])
      .where('removed', '=', 0)
      .orderBy('position'),
  );
  const exact = fields.filter((field) => field.name.toLowerCase() === name);
  return exact.length > 0 ? exact : fields.filter((field) => field.name.toLowerCase().includes(name));
}

/** The field with the value as it keeps it; null: any. Nothing where it can't hold such a thing. */
function valuesMeant(field: FieldRow, value: string | null): [FieldId, string | null][] {
  if (value === null) return [[field.id, null]];
  const choices = JSON.parse(field.choices) as string[];
  const typed = choices.find((choice) => choice.toLowerCase() === value) ?? value;
  const kept = canonicalValue({ kind: field.kind, choices }, typed);
  return kept === null ? [] : [[field.id, kept]];
}
