import { LiaisonError } from '../../../shared/errors.ts';
import type {
  ContactChange,
  ContactEdit,
  ContactField,
  ContactFieldDraft,
  ContactLine,
  Duplicate,
  HistoryPage,
  HistoryPlace,
  Person,
} from '../../../shared/contacts.ts';
import { operatorOf, type Actor } from '../../../shared/events.ts';
import type { ContactFieldId, ContactId, ContactMergeId, ContactNoteId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { editContact, saveFields } from './edit.ts';
import {
  insertKeptApart,
  insertMerge,
  membersOf,
  mustFindMerge,
  personIdOf,
  undoMerge,
} from './merge-queries.ts';
import { phoneIn } from './phone-edit.ts';
import {
  appendChange,
  fieldsOf,
  findNote,
  insertNote,
  namesOf,
  removeNote,
  setValue,
  valuesOf,
} from './profile-queries.ts';
import { duplicatesOf, findPeople, readHistory, readPerson } from './read.ts';

/**
 * Who the customers of a client are. Everything stays in the client's own store: there is no call that is given two. Any
 * contact's id stands for the person that it was merged into.
 */
export interface Contacts {
  /** @throws LiaisonError `not-found`; so do all that take a contact */
  read(store: ClientStore, id: ContactId): Person;
  history(
    store: ClientStore,
    of: { contactId: ContactId; before: HistoryPlace | null; limit: number },
  ): HistoryPage;
  /** People whose name or address begins so. */
  find(store: ClientStore, of: { text: string; limit: number }): readonly ContactLine[];
  duplicates(store: ClientStore, id: ContactId): readonly Duplicate[];
  edit(store: ClientStore, actor: Actor, edit: { id: ContactId } & ContactEdit): void;
  setPhone(store: ClientStore, actor: Actor, phone: { id: ContactId; number: string; on: boolean }): void;
  setField(
    store: ClientStore,
    actor: Actor,
    field: { id: ContactId; fieldId: ContactFieldId; value: string },
  ): void;
  note(store: ClientStore, actor: Actor, note: { id: ContactId; text: string }): ContactNoteId;
  removeNote(store: ClientStore, actor: Actor, id: ContactNoteId): void;
  fields(store: ClientStore): readonly ContactField[];
  /**
   * The client's fields in their order; one that is left out is taken away, with its values kept.
   * @throws LiaisonError `not-found` for an id of nobody's, `too-many`
   */
  saveFields(store: ClientStore, fields: readonly ContactFieldDraft[]): readonly ContactField[];
  /**
   * Makes the other one part of this person; what it says gives way to what the person says. Nothing is rewritten: see
   * `unmerge`. @throws LiaisonError `conflict` when they are one person already
   */
  merge(store: ClientStore, actor: Actor, pair: { id: ContactId; other: ContactId }): ContactMergeId;
  /** Takes a merge back: the contact stands apart with everything that was its own, and what has come to it since. */
  unmerge(store: ClientStore, actor: Actor, id: ContactMergeId): void;
  /** They are two people: not suggested again. */
  keepApart(store: ClientStore, actor: Actor, pair: { id: ContactId; other: ContactId }): void;
}

/** The person that a contact stands for. @throws LiaisonError `not-found` */
export const personOf = personIdOf;

/** Of a name, or the address where there is none. */
function callName(store: ClientStore, id: ContactId): string {
  const { name, addresses } = readPerson(store, id);
  return name || (addresses[0] ?? '');
}

export function createContacts({ clock, changes }: { clock: Clock; changes: Changes }): Contacts {
  /** One transaction on one person; what was done is written down with it. */
  function change(
    { store, actor, id }: { store: ClientStore; actor: Actor; id: ContactId },
    work: (person: { id: ContactId; members: ContactId[]; tell: (body: ContactChange) => void }) => void,
  ): void {
    const personId = personIdOf(store, id);
    store.transaction(() => {
      const told = { contactId: personId, operatorId: operatorOf(actor), now: clock.now() };
      const members = membersOf(store, personId);
      work({ id: personId, members, tell: (body) => appendChange(store, { ...told, body }) });
    });
    changes.announce('contacts', { clientId: store.clientId });
  }

  return {
    read: readPerson,
    history: readHistory,
    find: findPeople,
    duplicates: duplicatesOf,
    edit: (store, actor, { id, ...edit }) =>
      change({ store, actor, id }, (person) => editContact(store, person, edit)),
    setPhone: (store, actor, { id, ...phone }) =>
      change({ store, actor, id }, (person) => phoneIn(store, person, phone)),
    setField: (store, actor, { id, fieldId, value }) =>
      change({ store, actor, id }, (person) => {
        const field = fieldsOf(store).find((each) => each.id === fieldId);
        if (!field) throw new LiaisonError('not-found', { detail: { what: 'field' } });
        const from = valuesOf(store, person.members).get(fieldId) ?? '';
        if (from === value) return;
        setValue(store, { id: person.id, members: person.members, fieldId, value });
        person.tell({ type: 'field', field: field.name, from, to: value });
      }),
    note(store, actor, { id, text }) {
      const noteId = newId<ContactNoteId>(clock.now());
      change({ store, actor, id }, (person) => {
        const operatorId = operatorOf(actor);
        insertNote(store, { id: noteId, contactId: person.id, text, operatorId, now: clock.now() });
        person.tell({ type: 'note-added', text });
      });
      return noteId;
    },
    removeNote(store, actor, id) {
      const note = findNote(store, id);
      if (!note) throw new LiaisonError('not-found', { detail: { what: 'note' } });
      change({ store, actor, id: note.contact_id }, (person) => {
        removeNote(store, id, clock.now());
        person.tell({ type: 'note-removed', text: note.text });
      });
    },
    fields: fieldsOf,
    saveFields(store, drafts) {
      const fields = store.transaction(() => saveFields(store, { drafts, now: clock.now() }));
      changes.announce('contacts', { clientId: store.clientId });
      return fields;
    },
    merge(store, actor, { id, other }) {
      const mergeId = newId<ContactMergeId>(clock.now());
      change({ store, actor, id }, (person) => {
        const otherId = personIdOf(store, other);
        if (otherId === person.id) throw new LiaisonError('conflict', { detail: { what: 'contact' } });
        // Who has a name keeps it.
        const named = namesOf(store, [person.id, otherId]);
        const turned = !named.has(person.id) && named.has(otherId);
        const [into, from] = turned ? [otherId, person.id] : [person.id, otherId];
        person.tell({ type: 'merged', other: callName(store, otherId) });
        insertMerge(store, {
          id: mergeId,
          from_id: from,
          into_id: into,
          operator_id: operatorOf(actor),
          merged_at: clock.now(),
        });
      });
      return mergeId;
    },
    unmerge(store, actor, id) {
      const merge = mustFindMerge(store, id);
      change({ store, actor, id: merge.into_id }, (person) => {
        const operatorId = operatorOf(actor);
        undoMerge(store, { merge, personId: person.id, operatorId, now: clock.now() });
        person.tell({ type: 'unmerged', other: callName(store, merge.from_id) });
      });
    },
    keepApart: (store, actor, { id, other }) =>
      change({ store, actor, id }, (person) => {
        const otherId = personIdOf(store, other);
        if (otherId === person.id) throw new LiaisonError('conflict', { detail: { what: 'contact' } });
        const operatorId = operatorOf(actor);
        insertKeptApart(store, { one: person.id, other: otherId, operatorId, now: clock.now() });
        person.tell({ type: 'kept-apart', other: callName(store, otherId) });
      }),
  };
}
