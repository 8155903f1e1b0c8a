import type { Participant } from '../../../shared/conversations.ts';
import type { ContactId } from '../../../shared/ids.ts';
import { newId } from '../../ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

interface ContactRow {
  readonly id: ContactId;
  readonly name: string;
}

/** Finds or makes the contact who writes from this address; `key` is the address without regard to case. */
export function contactFor(
  store: ClientStore,
  who: { person: Participant; key: string; now: number },
): ContactId {
  const known = store
    .prepare(
      `SELECT contacts.id, contacts.name FROM identities JOIN contacts ON contacts.id = identities.contact_id
       WHERE identities.kind = 'email' AND identities.address = ?`,
    )
    .get(who.key) as ContactRow | undefined;
  const name = who.person.name.trim();
  if (known) {
    if (known.name === '' && name !== '') {
      store.prepare('UPDATE contacts SET name = ? WHERE id = ?').run(name, known.id);
    }
    return known.id;
  }
  const id = newId<ContactId>(who.now);
  store
    .prepare('INSERT INTO contacts (id, name, language, created_at) VALUES (?, ?, NULL, ?)')
    .run(id, name, who.now);
  store.prepare("INSERT INTO identities (kind, address, contact_id) VALUES ('email', ?, ?)").run(who.key, id);
  return id;
}

export const findContact = (store: ClientStore, id: ContactId) =>
  store.first(store.sql.selectFrom('contacts').selectAll().where('id', '=', id));

/** Every address the contact is known by, in a steady order. */
export const addressesOf = (store: ClientStore, id: ContactId): string[] =>
  store
    .all(store.sql.selectFrom('identities').select('address').where('contact_id', '=', id).orderBy('address'))
    .map((identity) => identity.address);
