import type {
  ContactChange,
  ContactLine,
  Duplicate,
  HistoryPage,
  HistoryPlace,
  Known,
  Merged,
  Person,
} from '../../../shared/contacts.ts';
import type { ContactId } from '../../../shared/ids.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { likenessOf } from './duplicate-rules.ts';
import { findPersons, persons } from './duplicate-queries.ts';
import { dateOffset, guessLanguage, mostSaid } from './guess-rules.ts';
import { keptApartFrom, membersOf, mergesAmong, personIdOf } from './merge-queries.ts';
import { addressRowsOf, historyRows, lastWritten, opinionRows } from './person-queries.ts';
import { phoneZone } from './phone-rules.ts';
import {
  changesOf,
  fieldsOf,
  languageOf,
  namesOf,
  notesOf,
  phonesOf,
  timeZoneOf,
  valuesOf,
} from './profile-queries.ts';
import { languageZone } from './zone-rules.ts';

/** Everything known of the person that a contact stands for. @throws LiaisonError `not-found` */
export function readPerson(store: ClientStore, contactId: ContactId): Person {
  const id = personIdOf(store, contactId);
  const members = membersOf(store, id);
  const phones = phonesOf(store, members);
  const values = valuesOf(store, members);
  const names = callNames(store, members);
  return {
    clientId: store.clientId,
    id,
    name: names[0] ?? '',
    otherNames: names.slice(1),
    addresses: addressRowsOf(store, [id]).map((row) => row.address),
    phones,
    ...knownOf(store, { id, members, phones }),
    fields: fieldsOf(store).map((field) => ({ ...field, value: values.get(field.id) ?? '' })),
    notes: notesOf(store, members).map((row) => ({
      id: row.id,
      text: row.text,
      operatorId: row.operator_id,
      at: toInstant(row.written_at),
    })),
    opinions: opinionsOf(store, id),
    merged: mergedOf(store, members),
    changes: changesOf(store, members).map((row) => ({
      ...(JSON.parse(row.data) as ContactChange),
      at: toInstant(row.at),
      operatorId: row.operator_id,
    })),
  };
}

/** The person's own name first, no name twice. */
function callNames(store: ClientStore, members: readonly ContactId[]): string[] {
  const names = namesOf(store, members);
  return [...new Set(members.flatMap((id) => names.get(id) ?? []))];
}

function knownOf(
  store: ClientStore,
  of: { id: ContactId; members: readonly ContactId[]; phones: readonly string[] },
): Pick<Person, 'language' | 'timeZone'> {
  const language = languageOf(store, of.members);
  const own = new Set(addressRowsOf(store, [of.id]).map((row) => row.address));
  const written = lastWritten(store, of.id).filter((mail) => own.has(mail.from_address.toLowerCase()));
  const tongue = language ?? guessLanguage(written.map(({ body }) => body));
  const offset = mostSaid(
    written.map(({ head }) => (head === null ? null : dateOffset(Buffer.from(head).toString('latin1')))),
  );
  const called = of.phones.map(phoneZone).find((zone) => zone !== null) ?? null;
  const spoken = tongue === null ? null : languageZone(tongue);
  return {
    language: known(language, 'set') ?? known(tongue, 'mail'),
    timeZone:
      known(timeZoneOf(store, of.members), 'set') ??
      known(offset, 'mail') ??
      known(called, 'phone') ??
      known(spoken, 'language'),
  };
}

const known = (value: string | null, by: Known['by']): Known | null =>
  value === null ? null : { value, by };

const opinionsOf = (store: ClientStore, id: ContactId): Person['opinions'] =>
  opinionRows(store, id).flatMap((row) =>
    row.score === null || row.answered_at === null
      ? []
      : [
          {
            conversationId: row.conversation_id,
            kind: row.kind,
            score: row.score,
            comment: row.comment,
            at: toInstant(row.answered_at),
          },
        ],
  );

/** Each merge with what came by it, as it would stand apart again. */
function mergedOf(store: ClientStore, members: readonly ContactId[]): Merged[] {
  const rows = addressRowsOf(store, members.slice(0, 1));
  return mergesAmong(store, members).map((merge) => {
    const came = new Set(membersOf(store, merge.from_id));
    return {
      mergeId: merge.id,
      name: namesOf(store, [merge.from_id]).get(merge.from_id) ?? '',
      addresses: rows
        .filter((row) => row.origin_id !== null && came.has(row.origin_id))
        .map((row) => row.address),
      operatorId: merge.operator_id,
      at: toInstant(merge.merged_at),
    };
  });
}

/** The conversations with a person over every channel, the last touched first. */
export function readHistory(
  store: ClientStore,
  of: { contactId: ContactId; before: HistoryPlace | null; limit: number },
): HistoryPage {
  const { contactId, before, limit } = of;
  const rows = historyRows(store, { personId: personIdOf(store, contactId), before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    conversations: shown.map((row) => ({
      id: row.id,
      subject: row.subject,
      status: row.status,
      named: row.status_id === null ? null : { id: row.status_id, name: row.status_name ?? '' },
      channelId: row.channel_id,
      channelName: row.channel_name,
      messageCount: row.message_count,
      lastMessageAt: toInstant(row.last_message_at),
    })),
    next: last ? { at: toInstant(last.last_message_at), id: last.id } : null,
  };
}

function lineOf(store: ClientStore, id: ContactId): ContactLine {
  const [name = ''] = callNames(store, membersOf(store, id));
  return { id, name, addresses: addressRowsOf(store, [id]).map((row) => row.address) };
}

/** People of this client whose name or address begins so. */
export const findPeople = (store: ClientStore, of: { text: string; limit: number }): ContactLine[] =>
  findPersons(store, of).map((id) => lineOf(store, id));

/** More than this are namesakes, not duplicates. */
const mostDuplicates = 10;

/** Who else of this client may be this person; never whom somebody said to be another. */
export function duplicatesOf(store: ClientStore, contactId: ContactId): Duplicate[] {
  const id = personIdOf(store, contactId);
  const members = membersOf(store, id);
  const apart = keptApartFrom(store, members);
  const one = comparable(store, id);
  return persons(store, { names: callNames(store, members), ...one })
    .filter((other) => other !== id && !membersOf(store, other).some((each) => apart.has(each)))
    .map((other) => ({ ...lineOf(store, other), because: likenessOf(one, comparable(store, other)) }))
    .filter((other) => other.because.length > 0)
    .slice(0, mostDuplicates);
}

function comparable(store: ClientStore, id: ContactId) {
  const members = membersOf(store, id);
  return {
    name: callNames(store, members)[0] ?? '',
    addresses: addressRowsOf(store, [id]).map((row) => row.address),
    phones: phonesOf(store, members),
  };
}
