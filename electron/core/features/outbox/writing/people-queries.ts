import type { Identity } from '../../../../shared/channels.ts';
import type { Participant } from '../../../../shared/conversations.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';

/** The newest messages that name somebody who is meant: whoever is written to is written to again. */
const mostRead = 300;
/** So many messages are looked at for them: the names of files stand in the same column, and whoever types is not kept waiting. */
const mostLooked = 10 * mostRead;
const mostWords = 6;

interface Row {
  readonly from_name: string;
  readonly from_address: string;
  readonly recipients: string;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu)?.slice(0, mostWords) ?? [];

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

const namedIn = (row: Row): Participant[] => {
  const { to, cc } = JSON.parse(row.recipients) as { to: Participant[]; cc: Participant[] };
  return [{ name: row.from_name, address: row.from_address }, ...to, ...cc];
};

/** Whoever is meant among those whom messages name; newest first. */
function listNamed(
  store: ClientStore,
  { words, isMeant }: { words: readonly string[]; isMeant: (person: Participant) => boolean },
): Participant[] {
  const match = `people : ${words.map((word) => `"${word}"*`).join(' AND people : ')}`;
  const rows = store
    .prepare(
      `SELECT m.from_name, m.from_address, m.recipients FROM message_search CROSS JOIN messages m
         ON m.seq = message_search.rowid
       WHERE message_search MATCH ? AND m.kind <> 'note' ORDER BY message_search.rowid DESC LIMIT ${mostLooked}`,
    )
    .iterate(match) as IterableIterator<Row>;
  const naming = Iterator.from(rows)
    .map((row) => namedIn(row).filter(isMeant))
    .filter((people) => people.length > 0);
  return [...naming.take(mostRead)].flat();
}

/** Contacts whose address begins so, though nothing was said with them yet. */
const listContacts = (store: ClientStore, { text, limit }: { text: string; limit: number }): Identity[] =>
  store.all(
    store.sql
      .selectFrom('identities')
      .innerJoin('contacts', 'contacts.id', 'identities.contact_id')
      .select(['contacts.name', 'identities.address'])
      .where('identities.kind', '=', 'email')
      .where('identities.address', '>=', text)
      .where('identities.address', '<', `${text}\u{10ffff}`)
      .orderBy('identities.address')
      .limit(limit),
  );

interface Wanted {
  /** The beginning of a name or an address. */
  readonly text: string;
  readonly limit: number;
  /** In lower case. */
  readonly own: ReadonlySet<string>;
}

/** People of this client who were written to or wrote, the most frequent first; never ourselves. */
export function findPeople(store: ClientStore, { text, limit, own }: Wanted): Identity[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const wanted = words.map(folded);
  // The same few people stand in most messages.
  const asked = new Map<string, boolean>();
  function isMeant({ name, address }: Participant): boolean {
    const person = `${name} ${address}`;
    const known = asked.get(person);
    if (known !== undefined) return known;
    const theirs = folded(person).split(/[^\p{L}\p{N}]+/u);
    const meant = wanted.every((word) => theirs.some((each) => each.startsWith(word)));
    asked.set(person, meant);
    return meant;
  }
  const found = new Map<string, { name: string; address: string; count: number }>();
  const people = [
    ...listNamed(store, { words, isMeant }),
    ...listContacts(store, { text: text.trim().toLowerCase(), limit }).filter(isMeant),
  ];
  for (const { name, address } of people) {
    const key = address.trim().toLowerCase();
    if (!key.includes('@') || own.has(key)) continue;
    const known = found.get(key) ?? { name: '', address: key, count: 0 };
    found.set(key, { ...known, name: known.name || name.trim(), count: known.count + 1 });
  }
  return [...found.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limit)
    .map(({ name, address }) => ({ name: name.slice(0, 120), address }));
}
