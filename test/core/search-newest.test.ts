import { expect, test } from 'vitest';
import { newestHits } from '../../electron/core/features/conversations/search/search-newest.ts';
import { isGathered } from '../../electron/core/features/conversations/search/search-words.ts';
import type { SearchPage } from '../../electron/shared/conversations.ts';
import { createRandom, type Random } from '../bench/support/random.ts';
import { aMessage } from '../support/a-message.ts';
import { aBatch, openDesk } from '../support/conversations-desk.ts';

/** So many words begin with these four letters that nobody spells them out, and fewer with the other ones. */
const vocabulary = [
  ...Array.from({ length: 90 }, (_, n) => `cont${n}`),
  ...Array.from({ length: 20 }, (_, n) => `combi${n}`),
  ...['contact', 'con', 'co', 'parcel', 'parcels', 'late', 'lately', 'the', 'of'],
];
const mails = 400;

/** Three clients and what their mails say, the newest first. */
function someClients(random: Random) {
  const desk = openDesk();
  const clients = ['northwind', 'acme', 'fabrikam'].map((name) => desk.open(name));
  const start = Date.UTC(2026, 1, 2, 9);
  // Some words are in most mail, most are in little.
  const wordOf = () => vocabulary[Math.floor(random.next() ** 3 * vocabulary.length)] ?? 'the';
  const told = Array.from({ length: mails }, (_, at) => ({
    at,
    client: random.whole(clients.length),
    words: Array.from({ length: 1 + random.whole(8) }, wordOf),
  }));
  for (const [index, { store, channelId }] of clients.entries()) {
    const messages = told
      .filter(({ client }) => client === index)
      .map(({ at, words }) =>
        aMessage({ subject: `Matter ${at}`, text: words.join(' '), sentAt: start + at * 60_000 }),
      );
    desk.conversations.ingest(store, channelId, aBatch(messages));
  }
  return { desk, stores: clients.map(({ store }) => store), told: told.toReversed() };
}

const numberOf = ({ subject }: SearchPage['hits'][number]) =>
  Number(
    subject
      .map(({ text }) => text)
      .join('')
      .split(' ')[1],
  );

/** Every word but the last as it stands, the last one as a beginning; in quotes one after the other. */
function says(words: readonly string[], query: string): boolean {
  if (query.startsWith('"')) return ` ${words.join(' ')} `.includes(` ${query.replaceAll('"', '')} `);
  const asked = query.split(' ');
  const last = asked.pop() ?? '';
  return asked.every((word) => words.includes(word)) && words.some((word) => word.startsWith(last));
}

test('whatever is asked for, the newest are those that a look through everything finds, page after page', () => {
  const random = createRandom(31);
  const { desk, stores, told } = someClients(random);
  const wordOf = () => vocabulary[random.whole(vocabulary.length)] ?? 'the';
  const queries = [
    ...['cont', 'conta', 'cont1', 'comb', 'combi1', 'con', 'co', 'parc', 'parcel', 'lat', 'nothing'],
    ...['the cont', 'late comb', 'cont3 cont', 'parcel lat', '"of the"', '"the late"', 'cont2 the'],
    ...Array.from({ length: 40 }, () => wordOf()),
    ...Array.from({ length: 40 }, () => `${wordOf()} ${wordOf().slice(0, 4)}`),
  ];
  let found = 0;
  for (const text of queries) {
    const expected = told.filter(({ words }) => says(words, text)).map(({ at }) => at);
    for (const limit of [5, 100]) {
      const numbers: number[] = [];
      let cursor: string | null = null;
      do {
        const page: SearchPage = desk.conversations.search(stores, { clientId: null, text, cursor, limit });
        numbers.push(...page.hits.map(numberOf));
        cursor = page.next;
      } while (cursor !== null);
      expect(numbers, text).toEqual(expected);
    }
    found += expected.length;
  }
  expect(found).toBeGreaterThan(2_000);
});

test('a beginning that many words share is found without gathering all of its hits where it is common', () => {
  const { stores } = someClients(createRandom(5));
  const [store] = stores;
  if (!store) throw new Error('no store');
  const asked = { match: '"cont"*', exclude: null, conditions: [] };
  expect(isGathered(asked.match)).toBe(true);
  const page = { before: Number.MAX_SAFE_INTEGER, limit: 10 };
  const near = newestHits(store, asked, 30)(page);
  expect(near).toHaveLength(page.limit);
  const all = newestHits(store, asked, 10_000)({ ...page, limit: 10_000 });
  expect(all.length).toBeGreaterThan(50);
  expect(near).toEqual(all.slice(0, page.limit));
});
