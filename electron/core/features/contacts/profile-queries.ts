import type { ContactChange } from '../../../shared/contacts.ts';
import type { ContactFieldId, ContactId, ContactNoteId, OperatorId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export const nameOf = (store: ClientStore, id: ContactId): string =>
  store.first(store.sql.selectFrom('contacts').select('name').where('id', '=', id))?.name ?? '';

/** Names by contact, with those that have none left out. */
export function namesOf(store: ClientStore, ids: readonly ContactId[]): ReadonlyMap<ContactId, string> {
  const rows = store.all(
    store.sql.selectFrom('contacts').select(['id', 'name']).where('id', 'in', ids).where('name', '<>', ''),
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

export function setName(store: ClientStore, id: ContactId, name: string): void {
  store.run(store.sql.updateTable('contacts').set({ name }).where('id', '=', id));
}

/** What somebody said of a person: of the contact itself, else of those merged into it, in their order. */
export function languageOf(store: ClientStore, members: readonly ContactId[]): string | null {
  const rows = store.all(
    store.sql.selectFrom('contacts').select(['id', 'language as said']).where('id', 'in', members),
  );
  return firstSaid(members, rows);
}

/** The same of the time zone. */
export function timeZoneOf(store: ClientStore, members: readonly ContactId[]): string | null {
  const query = store.sql.selectFrom('contact_time_zones').where('contact_id', 'in', members);
  return firstSaid(members, store.all(query.select(['contact_id as id', 'time_zone as said'])));
}

function firstSaid(
  members: readonly ContactId[],
  rows: readonly { readonly id: ContactId; readonly said: string | null }[],
): string | null {
  const said = new Map(rows.map((row) => [row.id, row.said]));
  return members.map((id) => said.get(id) ?? null).find((each) => each !== null) ?? null;
}

interface Saying {
  readonly id: ContactId;
  readonly members: readonly ContactId[];
  /** Null: not known any more, of all contacts of the person. */
  readonly value: string | null;
}

export function setLanguage(store: ClientStore, { id, members, value }: Saying): void {
  const query = store.sql.updateTable('contacts').set({ language: value });
  store.run(value === null ? query.where('id', 'in', members) : query.where('id', '=', id));
}

export function setTimeZone(store: ClientStore, { id, members, value }: Saying): void {
  if (value === null) {
    store.run(store.sql.deleteFrom('contact_time_zones').where('contact_id', 'in', members));
    return;
  }
  store.run(
    store.sql
      .insertInto('contact_time_zones')
      .values({ contact_id: id, time_zone: value })
      .onConflict((conflict) => conflict.column('contact_id').doUpdateSet({ time_zone: value })),
  );
}

export const phonesOf = (store: ClientStore, members: readonly ContactId[]): string[] => [
  ...new Set(
    store
      .all(
        store.sql
          .selectFrom('contact_phones')
          .select('number')
          .where('contact_id', 'in', members)
          .orderBy('number'),
      )
      .map((row) => row.number),
  ),
];

export function addPhone(
  store: ClientStore,
  phone: { id: ContactId; number: string; lastDigits: string },
): void {
  store.run(
    store.sql
      .insertInto('contact_phones')
      .values({ contact_id: phone.id, number: phone.number, last_digits: phone.lastDigits })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export function removePhone(store: ClientStore, members: readonly ContactId[], number: string): void {
  const phones = store.sql.deleteFrom('contact_phones').where('contact_id', 'in', members);
  store.run(phones.where('number', '=', number));
}

export const notesOf = (store: ClientStore, members: readonly ContactId[]) =>
  store.all(
    store.sql
      .selectFrom('contact_notes')
      .select(['id', 'text', 'operator_id', 'written_at'])
      .where('contact_id', 'in', members)
      .where('removed_at', 'is', null)
      .orderBy('written_at', 'desc')
      .orderBy('id', 'desc'),
  );

export function insertNote(
  store: ClientStore,
  note: { id: ContactNoteId; contactId: ContactId; text: string; operatorId: OperatorId | null; now: number },
): void {
  const { id, contactId, text, operatorId, now } = note;
  const row = { id, contact_id: contactId, text, operator_id: operatorId, written_at: now };
  store.run(store.sql.insertInto('contact_notes').values(row));
}

export const findNote = (store: ClientStore, id: ContactNoteId) =>
  store.first(
    store.sql
      .selectFrom('contact_notes')
      .select(['contact_id', 'text'])
      .where('id', '=', id)
      .where('removed_at', 'is', null),
  );

export function removeNote(store: ClientStore, id: ContactNoteId, now: number): void {
  store.run(store.sql.updateTable('contact_notes').set({ removed_at: now }).where('id', '=', id));
}

export const fieldsOf = (store: ClientStore) =>
  store.all(
    store.sql
      .selectFrom('contact_fields')
      .select(['id', 'name'])
      .where('removed_at', 'is', null)
      .orderBy('position')
      .orderBy('id'),
  );

export function valuesOf(
  store: ClientStore,
  members: readonly ContactId[],
): ReadonlyMap<ContactFieldId, string> {
  const rows = store.all(
    store.sql.selectFrom('contact_field_values').selectAll().where('contact_id', 'in', members),
  );
  // The person's own word stands before that of whom was merged into them.
  const inOrder = members.toReversed().flatMap((id) => rows.filter((row) => row.contact_id === id));
  return new Map(inOrder.map((row) => [row.field_id, row.value]));
}

/** An empty value is taken away, of all contacts of the person. */
export function setValue(
  store: ClientStore,
  set: { id: ContactId; members: readonly ContactId[]; fieldId: ContactFieldId; value: string },
): void {
  const { id, members, fieldId, value } = set;
  if (value === '') {
    const values = store.sql.deleteFrom('contact_field_values').where('contact_id', 'in', members);
    store.run(values.where('field_id', '=', fieldId));
    return;
  }
  store.run(
    store.sql
      .insertInto('contact_field_values')
      .values({ contact_id: id, field_id: fieldId, value })
      .onConflict((conflict) => conflict.columns(['contact_id', 'field_id']).doUpdateSet({ value })),
  );
}

export function upsertField(
  store: ClientStore,
  field: { id: ContactFieldId; name: string; position: number },
): void {
  const { name, position } = field;
  store.run(
    store.sql
      .insertInto('contact_fields')
      .values(field)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, position })),
  );
}

/** Its values stay, unseen: a field taken away by mistake is put back with them. */
export function removeField(store: ClientStore, id: ContactFieldId, now: number): void {
  store.run(store.sql.updateTable('contact_fields').set({ removed_at: now }).where('id', '=', id));
}

export function appendChange(
  store: ClientStore,
  change: { contactId: ContactId; operatorId: OperatorId | null; now: number; body: ContactChange },
): void {
  const { contactId, operatorId, now, body } = change;
  const row = { contact_id: contactId, at: now, operator_id: operatorId, data: JSON.stringify(body) };
  store.run(store.sql.insertInto('contact_changes').values(row));
}

/** Enough to see what was done lately. */
const mostChanges = 50;

export const changesOf = (store: ClientStore, members: readonly ContactId[]) =>
  store.all(
    store.sql
      .selectFrom('contact_changes')
      .select(['at', 'operator_id', 'data'])
      .where('contact_id', 'in', members)
      .orderBy('seq', 'desc')
      .limit(mostChanges),
  );
