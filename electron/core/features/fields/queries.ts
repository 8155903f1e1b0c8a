import type { Field } from '../../../shared/fields.ts';
import type { ConversationId, FieldId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** The fields in use, in their order. */
export const listFields = (store: ClientStore): Field[] =>
  store
    .all(
      store.sql.selectFrom('fields').selectAll().where('removed', '=', 0).orderBy('position').orderBy('id'),
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      choices: JSON.parse(row.choices) as string[],
      required: row.required === 1,
    }));

export const isKnownField = (store: ClientStore, id: FieldId): boolean =>
  store.first(store.sql.selectFrom('fields').select('id').where('id', '=', id)) !== undefined;

export function putField(store: ClientStore, field: Field & { position: number }): void {
  const values = {
    id: field.id,
    name: field.name,
    kind: field.kind,
    choices: JSON.stringify(field.choices),
    required: field.required ? 1 : 0,
    position: field.position,
    removed: 0,
  } as const;
  const { id: _, ...changes } = values;
  store.run(
    store.sql
      .insertInto('fields')
      .values(values)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
}

/** Their values stay, for what was resolved with them. */
export const retireField = (store: ClientStore, id: FieldId): void =>
  void store.run(store.sql.updateTable('fields').set({ removed: 1 }).where('id', '=', id));

export const valuesOf = (store: ClientStore, id: ConversationId): { field_id: FieldId; value: string }[] =>
  store.all(
    store.sql
      .selectFrom('field_values')
      .innerJoin('fields', 'fields.id', 'field_values.field_id')
      .select(['field_values.field_id', 'field_values.value'])
      .where('field_values.conversation_id', '=', id)
      .where('fields.removed', '=', 0),
  );

export function putValue(
  store: ClientStore,
  { id, fieldId, value }: { id: ConversationId; fieldId: FieldId; value: string | null },
): void {
  if (value === null) {
    store.run(
      store.sql.deleteFrom('field_values').where('conversation_id', '=', id).where('field_id', '=', fieldId),
    );
    return;
  }
  store.run(
    store.sql
      .insertInto('field_values')
      .values({ conversation_id: id, field_id: fieldId, value })
      .onConflict((conflict) => conflict.columns(['conversation_id', 'field_id']).doUpdateSet({ value })),
  );
}
