import { LiaisonError } from '../../../shared/errors.ts';
import type {
  ContactChange,
  ContactEdit,
  ContactField,
  ContactFieldDraft,
} from '../../../shared/contacts.ts';
import { mostContactFields } from '../../../shared/field-words.ts';
import type { ContactFieldId, ContactId } from '../../../shared/ids.ts';
import { isTimeZone } from '../../../shared/time.ts';
import { newId } from '../../ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import {
  fieldsOf,
  languageOf,
  nameOf,
  removeField,
  setLanguage,
  setName,
  setTimeZone,
  timeZoneOf,
  upsertField,
} from './profile-queries.ts';

/** A person under somebody's hands. */
export interface Edited {
  readonly id: ContactId;
  readonly members: readonly ContactId[];
  /** Writes down what was done. */
  readonly tell: (body: ContactChange) => void;
}

/** Changes what was given and differs. @throws LiaisonError `invalid-input` for a time zone that there is not */
export function editContact(store: ClientStore, { id, members, tell }: Edited, edit: ContactEdit): void {
  const { name, language, timeZone } = edit;
  if (timeZone && !isTimeZone(timeZone))
    throw new LiaisonError('invalid-input', { detail: { path: 'timeZone' } });
  const oldLanguage = languageOf(store, members) ?? '';
  const oldZone = timeZoneOf(store, members) ?? '';
  const oldName = nameOf(store, id);
  if (name !== undefined && name !== oldName) {
    setName(store, id, name);
    tell({ type: 'name', from: oldName, to: name });
  }
  if (language !== undefined && language !== oldLanguage) {
    setLanguage(store, { id, members, value: language || null });
    tell({ type: 'language', from: oldLanguage, to: language });
  }
  if (timeZone !== undefined && timeZone !== oldZone) {
    setTimeZone(store, { id, members, value: timeZone || null });
    tell({ type: 'time-zone', from: oldZone, to: timeZone });
  }
}

export function saveFields(
  store: ClientStore,
  { drafts, now }: { drafts: readonly ContactFieldDraft[]; now: number },
): ContactField[] {
  if (drafts.length > mostContactFields)
    throw new LiaisonError('too-many', { detail: { what: 'field', most: mostContactFields } });
  const known = new Set(fieldsOf(store).map(({ id }) => id));
  const kept = new Set(drafts.flatMap(({ id }) => (id === null ? [] : [id])));
  if ([...kept].some((id) => !known.has(id)))
    throw new LiaisonError('not-found', { detail: { what: 'field' } });
  for (const id of known) if (!kept.has(id)) removeField(store, id, now);
  for (const [position, { id, name }] of drafts.entries()) {
    upsertField(store, { id: id ?? newId<ContactFieldId>(now), name, position });
  }
  return fieldsOf(store);
}
