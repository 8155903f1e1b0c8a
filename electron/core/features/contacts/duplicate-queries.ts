import type { ContactId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { plainAddress, slipsOf } from './duplicate-rules.ts';
import { lastDigitsOf } from './phone-rules.ts';

interface Of {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
}

/** More of one name are namesakes. */
const mostNamesakes = 50;
/** Looked for among so many addresses of one person. */
const mostAddresses = 10;

/** Persons of this store who may be the same by some likeness; the rules look closer at each. */
export function persons(store: ClientStore, of: Of): ContactId[] {
  const addresses = of.addresses.slice(0, mostAddresses);
  const found = [
    ...namesakes(store, of.names),
    ...withAddress(
      store,
      addresses.flatMap((each) => [plainAddress(each), ...slipsOf(each)]),
    ),
    ...addresses.flatMap((each) => plusAddresses(store, plainAddress(each))),
    ...withPhone(
      store,
      of.phones.map(lastDigitsOf).filter((digits) => digits !== ''),
    ),
  ];
  return [...new Set(found)];
}

const idsOf = (rows: unknown[]): ContactId[] => (rows as { id: ContactId }[]).map(({ id }) => id);

/** By the name as it is written; the merged ones under their person. */
const namesakes = (store: ClientStore, names: readonly string[]): ContactId[] =>
  names.flatMap((name) =>
    idsOf(
      store
        .prepare(
          `SELECT DISTINCT i.contact_id AS id FROM contacts k
           JOIN identities i ON i.contact_id = k.id OR i.origin_id = k.id
           WHERE k.name = ? COLLATE NOCASE LIMIT ${mostNamesakes}`,
        )
        .all(name),
    ),
  );

const withAddress = (store: ClientStore, addresses: readonly string[]): ContactId[] =>
  idsOf(
    store
      .prepare(
        `SELECT DISTINCT i.contact_id AS id FROM json_each(?) wanted
         CROSS JOIN identities i ON i.kind = 'email' AND i.address = wanted.value`,
      )
      .all(JSON.stringify(addresses)),
  );

/** `carla+anything@domain`, of `carla@domain`. */
function plusAddresses(store: ClientStore, plain: string): ContactId[] {
  const at = plain.lastIndexOf('@');
  const beginning = `${plain.slice(0, at)}+`;
  return idsOf(
    store
      .prepare(
        `SELECT DISTINCT contact_id AS id FROM identities
         WHERE kind = 'email' AND address >= ? AND address < ? AND substr(address, ?) = ? LIMIT 50`,
      )
      .all(beginning, `${plain.slice(0, at)},`, at - plain.length, plain.slice(at)),
  );
}

const withPhone = (store: ClientStore, digits: readonly string[]): ContactId[] =>
  idsOf(
    store
      .prepare(
        `SELECT DISTINCT contact_id AS id FROM contact_phones
         WHERE last_digits IN (SELECT value FROM json_each(?)) LIMIT 50`,
      )
      .all(JSON.stringify(digits)),
  );

/** Whole beginnings of names and addresses, of persons of this store. */
export function findPersons(
  store: ClientStore,
  { text, limit }: { text: string; limit: number },
): ContactId[] {
  const lower = text.toLowerCase();
  return idsOf(
    store
      .prepare(
        `SELECT id FROM (
           SELECT i.contact_id AS id FROM (
             SELECT id FROM contacts WHERE name >= :text COLLATE NOCASE AND name < :end COLLATE NOCASE
             ORDER BY name COLLATE NOCASE LIMIT :limit
           ) k JOIN identities i ON i.contact_id = k.id
           UNION
           SELECT id FROM (
             SELECT contact_id AS id FROM identities
             WHERE kind = 'email' AND address >= :lower AND address < :lowerEnd ORDER BY address LIMIT :limit
           )
         ) LIMIT :limit`,
      )
      .all({ text, end: `${text}\u{10ffff}`, lower, lowerEnd: `${lower}\u{10ffff}`, limit }),
  );
}
