import type { Participant } from '../../../shared/conversations.ts';
import type { ContactId } from '../../../shared/ids.ts';
import { newId } from '../../ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

interface IdentityRow {
  readonly contact_id: ContactId;
  readonly origin_id: ContactId | null;
  readonly name: string;
}

/** With whom a conversation is: the person as things stand, and the contact of the address where that is another. */
export interface Filing {
  readonly contactId: ContactId;
  readonly originId: ContactId | null;
}

/** Finds or makes the contact who writes from this address; `key` is the address without regard to case. */
export function contactFor(
  store: ClientStore,
  who: { person: Participant; key: string; now: number },
): Filing {
  const known = store
    .prepare(
      `SELECT i.contact_id, i.origin_id, k.name FROM identities i JOIN contacts k ON k.id = coalesce(i.origin_id, i.contact_id)
       WHERE i.kind = 'email' AND i.address = ?`,
    )
    .get(who.key) as IdentityRow | undefined;
  const name = who.person.name.trim();
  if (known) {
    const { contact_id: contactId, origin_id: originId } = known;
    if (known.name === '' && name !== '') {
      store.prepare('UPDATE contacts SET name = ? WHERE id = ?').run(name, originId ?? contactId);
    }
    return { contactId, originId };
  }
  const id = newId<ContactId>(who.now);
  store
    .prepare('INSERT INTO contacts (id, name, language, created_at) VALUES (?, ?, NULL, ?)')
    .run(id, name, who.now);
  store.prepare("INSERT INTO identities (kind, address, contact_id) VALUES ('email', ?, ?)").run(who.key, id);
  return { contactId: id, originId: null };
}

export const findContact = (store: ClientStore, id: ContactId) =>
  store.first(store.sql.selectFrom('contacts').selectAll().where('id', '=', id));

/** Every address the contact is known by, in a steady order. */
export const addressesOf = (store: ClientStore, id: ContactId): string[] =>
  store
    .all(store.sql.selectFrom('identities').select('address').where('contact_id', '=', id).orderBy('address'))
    .map((identity) => identity.address);
